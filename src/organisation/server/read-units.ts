import { sql } from 'kysely'
import { formatDate, plainDate } from '../../kernel/plain-date.ts'
import { refusalSentence } from '../../kernel/refusals.ts'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import { compareByGivenName } from '../../kernel/vietnamese-text.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { unitPath } from '../../platform/database/unit-tree.ts'
import { whyMayNot } from '../domain/permissions.ts'
import { inProtocolOrder } from '../domain/units.ts'
import type { UnitShape } from '../unit-values.ts'
import { type PostShape, postShapesOf, selectPosts } from './posts.ts'
import { seesDuties } from './sees-duties.ts'
import { type UnitEvent, unitEvents } from './unit-events.ts'
import { predecessorsOf, type Relative, successorsOf } from './unit-lineage.ts'
import { unitsOn } from './unit-versions.ts'
import { findUnit, type UnitRow, unitShapeOf } from './units.ts'

type Acts<Name extends string> = Partial<Record<Name, { whyNot: string | null }>>

type Tree = { on: string; units: (UnitShape & { people: number })[]; actions: Acts<'create'> }

/** The units of one day as they were on it, each after the one above it, in protocol order, with how many people have a post there. */
export async function readTree(tx: Tx, input: { on?: string }): Promise<Result<Tree>> {
  const on = input.on === undefined ? tx.today : plainDate(input.on)
  const counted = await sql<{ unitId: string; people: number }>`
    select unit_id as "unitId", people from app.people_per_unit(${on}::date)`.execute(tx.db)
  const people = new Map(counted.rows.map((row) => [row.unitId, row.people]))
  const units = inProtocolOrder(await unitsOn(tx, on)).map((unit) => ({ ...unit, people: people.get(unit.id) ?? 0 }))
  const mayCreate = tx.actor.kind === 'person' && tx.actor.grants.some((grant) => grant.role === 'administrator')
  return ok({ on, units, actions: mayCreate ? { create: { whyNot: null } } : {} })
}

type OneUnit = {
  unit: UnitShape
  /** The day of which it is shown: today, or its last day when it is over, its first while it is to come. */
  on: string
  parentName: string | null
  posts: (PostShape & { personName: string })[]
  children: UnitShape[]
  predecessors: Relative[]
  successors: Relative[]
  history: UnitEvent[]
  /** What it owes stands in the ledger; not for whoever has no part in that. */
  seesDuties: boolean
  actions: Acts<'end' | 'create' | 'change' | 'event'>
}

/** One unit with what is directly in it. Of a unit that has ended: as it was on its last day. */
export async function readUnit(tx: Tx, input: { id: string }): Promise<Result<OneUnit>> {
  const unit = await findUnit(tx, input.id)
  if (!unit) return refuse('not-found')
  const parent = unit.parent_id === null ? undefined : await findUnit(tx, unit.parent_id)
  const over = unit.valid_to !== null && unit.valid_to < tx.today
  const toCome = unit.valid_from > tx.today
  const asOf = over ? (unit.valid_to ?? tx.today) : toCome ? unit.valid_from : tx.today
  const children = await unitsOn(tx, asOf, unit.id)
  const posts = await selectPosts(tx)
    .where('post.unit_id', '=', unit.id)
    .where((eb) => eb.or([eb('post.valid_to', 'is', null), eb('post.valid_to', '>=', asOf)]))
    .execute()
  posts.sort((a, b) => compareByGivenName(a.personName, b.personName) || (a.from < b.from ? -1 : 1))
  const shapes = await postShapesOf(tx, posts)
  return ok({
    unit: unitShapeOf(unit),
    on: asOf,
    parentName: parent?.name ?? null,
    posts: shapes.map((shape, index) => ({ ...shape, personName: posts[index]?.personName ?? '' })),
    // Which of them comes first is the protocol's, not the clock's.
    children: inProtocolOrder(children),
    predecessors: await predecessorsOf(tx, unit.id),
    successors: await successorsOf(tx, unit.id),
    history: await unitEvents(tx, unit.id),
    seesDuties: await seesDuties(tx, unit.id),
    actions: await unitActions(tx, unit),
  })
}

async function unitActions(tx: Tx, unit: UnitRow): Promise<OneUnit['actions']> {
  if (whyMayNot(tx.actor, 'enter-unit-event', { unit: await unitPath(tx, unit.id) })) return {}
  const ended =
    unit.valid_to === null ? null : refusalSentence('unit-ended', { unit: unit.name, day: formatDate(unit.valid_to) })
  // The organisation itself may be renamed and described anew; it does not end.
  const root = unit.parent_id === null ? refusalSentence('unit-is-root') : null
  return {
    end: { whyNot: root ?? ended },
    create: { whyNot: ended },
    change: { whyNot: null },
    event: { whyNot: ended },
  }
}
