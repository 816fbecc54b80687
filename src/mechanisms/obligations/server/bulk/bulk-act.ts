import { newId } from '../../../../kernel/ids.ts'
import { formatDate, type PlainDate, plainDate } from '../../../../kernel/plain-date.ts'
import { refusalSentence } from '../../../../kernel/refusals.ts'
import { ok, type Refusal, type Result, refuse } from '../../../../kernel/result.ts'
import { jsonText } from '../../../../platform/database/json-text.ts'
import type { Tx } from '../../../../platform/database/unit-of-work.ts'
import { actorName, record } from '../../../record/server/index.ts'
import type { BulkAct, LeftOut } from '../../contract.ts'
import { type ObligationAction, whyMayNot } from '../../domain/permissions.ts'
import { titleWithTurn } from '../../domain/turn-title.ts'
import { assign, personOfUnit } from '../assign.ts'
import { exempt } from '../exempt.ts'
import { inGivenOrder } from '../ledger/list-ledger.ts'
import { findObligation, type LoadedObligation, owedThing } from '../load-obligations.ts'
import { remind } from '../remind.ts'
import type { ObligationThings } from '../things.ts'
import { prolongOne } from '../time/answer-request.ts'

/** What stood there before, per obligation, and the version after: what has changed since is left when it is undone. */
export type BulkItem = {
  id: string
  version: number
  before: { assignedPersonId: string | null; assignedName: string | null; lastDay: PlainDate; because: string | null }
}

const ACTIONS: Readonly<Record<BulkAct['kind'], ObligationAction>> = {
  exempt: 'exempt',
  assign: 'assign',
  prolong: 'prolong',
  remind: 'remind',
}

/** How many of the chosen the act would change, and which not and why. Changes nothing. */
export function bulkPreview(things: ObligationThings) {
  return async (
    tx: Tx,
    { obligationIds, act }: { obligationIds: string[]; act: BulkAct },
  ): Promise<Result<{ will: number; left: LeftOut }>> => {
    const chosen = await seenOf(tx, things, obligationIds)
    const left: LeftOut = []
    for (const owed of chosen) {
      const why = whyMayNot(tx.actor, ACTIONS[act.kind], owedThing(owed)) ?? (await whyNotThis(tx, owed, act))
      if (why) left.push(leftOut(owed, why))
    }
    return ok({ will: chosen.length - left.length, left })
  }
}

async function whyNotThis(tx: Tx, owed: LoadedObligation, act: BulkAct): Promise<Refusal | undefined> {
  const told = (result: { refusal: Refusal }) => result.refusal
  switch (act.kind) {
    case 'exempt':
      return undefined
    case 'assign': {
      const person = await personOfUnit(tx, act.personId, owed.unitId)
      return person.ok ? undefined : person.refusal
    }
    case 'prolong':
      return plainDate(act.lastDay) > owed.lastDay
        ? undefined
        : told(refuse('day-not-later', { day: formatDate(act.lastDay), lastDay: formatDate(owed.lastDay) }))
    case 'remind':
      return owed.remindedByHandOn === tx.today ? told(refuse('reminded-today')) : undefined
  }
}

/**
 * Does one act on many obligations, each by its own rules: what may not be done is left out and told, the rest is done in this one
 * transaction and kept as one act, so that it is shown whole and undone whole. A reminder that was sent cannot be undone.
 */
export function bulk(things: ObligationThings) {
  return async (
    tx: Tx,
    input: { id: string; obligationIds: string[]; act: BulkAct },
  ): Promise<Result<{ done: number; left: LeftOut; canUndo: boolean }>> => {
    const { actor } = tx
    const post = actor.kind === 'person' ? actor.posts[0] : undefined
    if (actor.kind !== 'person' || !post) return refuse('not-yours-to-do', { who: 'người đang giữ vị trí công tác' })
    const same = await tx.db.selectFrom('bulk_act').select('items').where('id', '=', input.id).executeTakeFirst()
    if (same) return ok({ done: (same.items as BulkItem[]).length, left: [], canUndo: true })
    const chosen = (await seenOf(tx, things, input.obligationIds)).sort(byLock)
    const items: BulkItem[] = []
    const left: LeftOut = []
    for (const owed of chosen) {
      const done = await doOne(tx, things, owed, input.act)
      if (!done.ok) {
        left.push(leftOut(owed, done.refusal))
        continue
      }
      const after = await findObligation(tx, things, owed.id)
      items.push({
        id: owed.id,
        version: after?.version ?? 0,
        before: {
          assignedPersonId: owed.assignedPersonId,
          assignedName: owed.assignedName,
          lastDay: owed.lastDay,
          because: owed.prolongedBecause,
        },
      })
    }
    if (items.length === 0) return refuse('nothing-to-do', { why: left[0]?.why ?? '' }, { data: { left } })
    if (input.act.kind === 'remind') return ok({ done: items.length, left, canUndo: false })
    const words = await wordsOf(tx, input.act, items.length)
    await tx.db
      .insertInto('bulk_act')
      .values({
        id: input.id,
        unit_id: post.unitId,
        unit_no: post.unitNo,
        kind: input.act.kind,
        words,
        done_by: actor.accountId,
        done_by_name: actorName(actor),
        done_at: tx.now,
        items: jsonText(items),
      })
      .execute()
    await record(tx, 'obligation.bulk-done', { kind: 'obligation', id: null, name: words })
    return ok({ done: items.length, left, canUndo: true })
  }
}

/** In the order in which everybody takes locks: thing, then obligation. */
function byLock(a: LoadedObligation, b: LoadedObligation): number {
  if (a.thingId !== b.thingId) return a.thingId < b.thingId ? -1 : 1
  return a.id < b.id ? -1 : 1
}

async function doOne(tx: Tx, things: ObligationThings, owed: LoadedObligation, act: BulkAct): Promise<Result<unknown>> {
  switch (act.kind) {
    case 'exempt':
      return exempt(things)(tx, { id: owed.id, reason: act.reason })
    case 'assign':
      return assign(things)(tx, { id: owed.id, personId: act.personId, version: owed.version })
    case 'prolong':
      return prolongOne(things)(tx, { id: owed.id, version: owed.version, lastDay: act.lastDay, reason: act.reason })
    case 'remind':
      return remind(things)(tx, { id: owed.id, reminderId: newId(tx.now.getTime()), message: act.message })
  }
}

async function wordsOf(tx: Tx, act: Exclude<BulkAct, { kind: 'remind' }>, count: number): Promise<string> {
  switch (act.kind) {
    case 'exempt':
      return `Miễn ${count} việc: ${act.reason}`
    case 'prolong':
      return `Gia hạn ${count} việc đến hết ngày ${formatDate(act.lastDay)}: ${act.reason}`
    case 'assign': {
      const person = await tx.db
        .selectFrom('person')
        .select('full_name')
        .where('id', '=', act.personId)
        .executeTakeFirst()
      return `Giao ${count} việc cho ${person?.full_name ?? 'một người'}`
    }
  }
}

export function leftOut(owed: LoadedObligation, why: Refusal): LeftOut[number] {
  const title = titleWithTurn(owed)
  return { id: owed.id, unitName: owed.unitName, title, why: refusalSentence(why.code, why.values) }
}

/** Those of the ids that the actor sees; the others are not there for him. */
async function seenOf(tx: Tx, things: ObligationThings, ids: readonly string[]): Promise<LoadedObligation[]> {
  const loaded = await inGivenOrder(tx, things, [...new Set(ids)])
  return loaded.filter((owed) => whyMayNot(tx.actor, 'see', owedThing(owed)) === undefined)
}
