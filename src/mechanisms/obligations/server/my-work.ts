import { sql } from 'kysely'
import type { PersonActor } from '../../../kernel/actor.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { compareVietnamese } from '../../../kernel/vietnamese-text.ts'
import type { Tx } from '../../../platform/database/unit-of-work.ts'
import type { ObligationShape } from '../contract.ts'
import { pageOf } from '../domain/pages.ts'
import { whyMayNot } from '../domain/permissions.ts'
import { type LoadedObligation, loadObligations, owedThing, toShape } from './load-obligations.ts'
import { sharesWaiting } from './shares/shares-waiting.ts'
import type { ObligationThings } from './things.ts'
import { requestsWaiting } from './time/requests-waiting.ts'
import type { Coming, Waiting } from './waiting.ts'
import { owedTo, unitsWith } from './whose.ts'

export type MyWorkSources = {
  readonly things: ObligationThings
  readonly waiting: readonly ((tx: Tx) => Promise<Waiting[]>)[]
  readonly coming: readonly ((tx: Tx) => Promise<Coming[]>)[]
  /** Whom a unit asks at the standing office. */
  readonly contact?: (tx: Tx, unitId: string) => Promise<{ name: string; post: string } | undefined>
  /** The units the actor looks after; nothing when he looks after none. */
  readonly followed?: (tx: Tx) => Promise<ReadonlySet<string> | undefined>
}

export type MyWork = {
  today: string
  owed: ObligationShape[]
  waiting: Waiting[]
  /** Open reports of his unit that others answer for and to which he may bring something. */
  helpful: ObligationShape[]
  lateBelow: ObligationShape[]
  doneLately: ObligationShape[]
  next: Coming[]
  /** Of the late ones below, whose unit the actor looks after; null when he looks after none. */
  followed: string[] | null
  /** Whom the unit of the actor's main post asks at the standing office; null when that is nobody, or himself. */
  contact: { name: string; post: string } | null
}

const LATE_SHOWN = 200
const DONE_SHOWN = 10
const OPEN_SHOWN = 500
const HELP_SHOWN = 20

/** *Việc của tôi*: what my unit owes, what waits for me, what is late in the units that owe to mine. */
export function myWork({ things, waiting, coming, followed, contact }: MyWorkSources) {
  return async (tx: Tx, _input: Record<string, never>): Promise<Result<MyWork>> => {
    const { actor } = tx
    const nothing = {
      today: tx.today,
      owed: [],
      waiting: [],
      helpful: [],
      lateBelow: [],
      doneLately: [],
      next: [],
      followed: null,
      contact: null,
    }
    if (actor.kind !== 'person') return ok(nothing)
    const open = (
      await ownObligations(tx, things, actor, (query) =>
        query
          .where('obligation.state', '=', 'open')
          .where(
            'obligation.thing_id',
            'not in',
            sql<string>`(select id from ${things.table} as t where closed_on is not null)`,
          )
          .orderBy('obligation.last_day')
          .limit(OPEN_SHOWN),
      )
    ).filter((one) => one.thing.closedOn === null)
    const done = await ownObligations(tx, things, actor, (query) =>
      query.where('obligation.state', '=', 'done').orderBy('obligation.done_on', 'desc').limit(DONE_SHOWN),
    )
    const units = await followed?.(tx)
    const [post] = actor.posts
    const asked = units || !post ? undefined : await contact?.(tx, post.unitId)
    const all = await lateObligations(tx, things, actor)
    // His own first: where the list is cut, it is cut at the others.
    const late = units
      ? [...all.filter((one) => units.has(one.unitId)), ...all.filter((one) => !units.has(one.unitId))]
      : all
    // What my unit owes already says that it waits for a signature or came back: one piece of work is counted once.
    const owedLinks = new Set(open.map(pageOf))
    const waits = [
      await sharesWaiting(tx, things, actor),
      await requestsWaiting(tx, things, actor),
      ...(await Promise.all(waiting.map((source) => source(tx)))),
    ]
      .flat()
      .filter((one) => !owedLinks.has(one.link))
    const days = (await Promise.all(coming.map((source) => source(tx)))).flat()
    // Two campaigns may keep the same anniversary: it is one day.
    const next = [...new Map(days.map((one) => [`${one.day} ${one.text}`, one])).values()]
    return ok({
      today: tx.today,
      owed: open.sort(mostUrgentFirst).map((one) => toShape(tx, one)),
      waiting: waits.sort((a, b) => (a.since < b.since ? -1 : 1)),
      helpful: (await reportsToHelp(tx, things, actor, open)).map((one) => toShape(tx, one)),
      lateBelow: late.slice(0, LATE_SHOWN).map((one) => toShape(tx, one)),
      doneLately: done.map((one) => toShape(tx, one)),
      next: next.sort((a, b) => (a.day < b.day ? -1 : 1)).slice(0, 8),
      contact: asked ? { name: asked.name, post: asked.post } : null,
      followed: units
        ? late
            .slice(0, LATE_SHOWN)
            .filter((one) => units.has(one.unitId))
            .map((one) => one.id)
        : null,
    })
  }
}

type Narrow = Parameters<typeof loadObligations>[2]

/** What the units owe whose head or officer the actor is, and what he was named for. */
async function ownObligations(
  tx: Tx,
  things: ObligationThings,
  actor: PersonActor,
  narrow: Narrow,
): Promise<LoadedObligation[]> {
  const units = unitsWith(actor, ['head', 'officer'])
  const loaded = await loadObligations(tx, things, (query) =>
    narrow(
      query.where((eb) =>
        eb.or([
          eb('obligation.assigned_person_id', '=', actor.personId),
          ...(units.length > 0 ? [eb('obligation.unit_id', 'in', units)] : []),
        ]),
      ),
    ),
  )
  return loaded.filter((one) => whyMayNot(actor, 'see', owedThing(one)) === undefined)
}

/** Reports his unit still owes that are not his own work, and that he may bring something to. */
async function reportsToHelp(
  tx: Tx,
  things: ObligationThings,
  actor: PersonActor,
  own: readonly LoadedObligation[],
): Promise<LoadedObligation[]> {
  const units = actor.posts.map((post) => post.unitId)
  if (units.length === 0) return []
  const ids = new Set(own.map((one) => one.id))
  const loaded = await loadObligations(tx, things, (query) =>
    query
      .where('obligation.unit_id', 'in', units)
      .where('obligation.kind', '=', 'report')
      .where('obligation.state', '=', 'open')
      .orderBy('obligation.last_day')
      .limit(HELP_SHOWN),
  )
  return loaded.filter((one) => !ids.has(one.id) && whyMayNot(actor, 'contribute', owedThing(one)) === undefined)
}

/** Late with what they owe to the units for which the actor is the standing office, the authority or the auditor: longest late first. */
export async function lateObligations(
  tx: Tx,
  things: ObligationThings,
  actor: PersonActor,
): Promise<LoadedObligation[]> {
  const late = await loadObligations(tx, things, (query) =>
    query
      .where(owedTo(actor, ['standing-office', 'authority', 'auditor']))
      .where('obligation.state', '=', 'open')
      .where('obligation.last_day', '<', tx.today)
      .orderBy('obligation.last_day')
      .limit(1000),
  )
  return late.filter((one) => one.thing.closedOn === null && one.thing.pausedOn === null).sort(mostUrgentFirst)
}

function mostUrgentFirst(a: LoadedObligation, b: LoadedObligation): number {
  if (a.deadline.day !== b.deadline.day) return a.deadline.day < b.deadline.day ? -1 : 1
  return a.unitOrder - b.unitOrder || compareVietnamese(a.unitName, b.unitName) || (a.kind < b.kind ? -1 : 1)
}
