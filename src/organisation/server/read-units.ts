import { sql } from 'kysely'
import { formatDate, type PlainDate, plainDate } from '../../kernel/plain-date.ts'
import { refusalSentence } from '../../kernel/refusals.ts'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import { compareByGivenName } from '../../kernel/vietnamese-text.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { unitPath } from '../../platform/database/unit-tree.ts'
import type { UnitShape } from '../contract.ts'
import { whyMayNot } from '../domain/permissions.ts'
import { inProtocolOrder } from '../domain/units.ts'
import { whyUnitMustStay } from './end-unit.ts'
import { type PostShape, postShapesOf, selectPosts } from './posts.ts'
import { findUnit, selectUnits, type UnitRow, unitShapeOf } from './units.ts'

type Acts<Name extends string> = Partial<Record<Name, { whyNot: string | null }>>

type Tree = { on: string; units: (UnitShape & { people: number })[]; actions: Acts<'create'> }

/** The units of one day, each after the one above it, in protocol order, with how many people have a post there. */
export async function readTree(tx: Tx, input: { on?: string }): Promise<Result<Tree>> {
  const on = input.on === undefined ? tx.today : plainDate(input.on)
  const rows = await validOn(tx, on).execute()
  const counted = await sql<{ unitId: string; people: number }>`
    select unit_id as "unitId", people from app.people_per_unit(${on}::date)`.execute(tx.db)
  const people = new Map(counted.rows.map((row) => [row.unitId, row.people]))
  const units = inProtocolOrder(rows.map(unitShapeOf)).map((unit) => ({ ...unit, people: people.get(unit.id) ?? 0 }))
  const mayCreate = tx.actor.kind === 'person' && tx.actor.grants.some((grant) => grant.role === 'administrator')
  return ok({ on, units, actions: mayCreate ? { create: { whyNot: null } } : {} })
}

type OneUnit = {
  unit: UnitShape
  parentName: string | null
  posts: (PostShape & { personName: string })[]
  children: UnitShape[]
  actions: Acts<'end' | 'create' | 'change'>
}

/** One unit with what is directly in it. Of a unit that has ended: as it was on its last day. */
export async function readUnit(tx: Tx, input: { id: string }): Promise<Result<OneUnit>> {
  const unit = await findUnit(tx, input.id)
  if (!unit) return refuse('not-found')
  const parent = unit.parent_id === null ? undefined : await findUnit(tx, unit.parent_id)
  const asOf = unit.valid_to !== null && unit.valid_to < tx.today ? unit.valid_to : tx.today
  const children = await selectUnits(tx)
    .where('parent_id', '=', unit.id)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', asOf)]))
    .execute()
  const posts = await selectPosts(tx)
    .where('post.unit_id', '=', unit.id)
    .where((eb) => eb.or([eb('post.valid_to', 'is', null), eb('post.valid_to', '>=', asOf)]))
    .execute()
  posts.sort((a, b) => compareByGivenName(a.personName, b.personName) || (a.from < b.from ? -1 : 1))
  const shapes = await postShapesOf(tx, posts)
  return ok({
    unit: unitShapeOf(unit),
    parentName: parent?.name ?? null,
    posts: shapes.map((shape, index) => ({ ...shape, personName: posts[index]?.personName ?? '' })),
    // Which of them comes first is the protocol's, not the clock's.
    children: inProtocolOrder(children.map((row) => unitShapeOf(row))),
    actions: await unitActions(tx, unit),
  })
}

async function unitActions(tx: Tx, unit: UnitRow): Promise<OneUnit['actions']> {
  if (whyMayNot(tx.actor, 'end-unit', { unit: await unitPath(tx, unit.id) })) return {}
  const stays = await whyUnitMustStay(tx, unit, tx.today)
  // A day may still be chosen that lies after every start: only what no day changes is a reason to close the button.
  const final = stays && stays.code !== 'day-before-start' ? refusalSentence(stays.code, stays.values) : null
  const ended =
    unit.valid_to === null ? null : refusalSentence('unit-ended', { unit: unit.name, day: formatDate(unit.valid_to) })
  return { end: { whyNot: final }, create: { whyNot: ended }, change: { whyNot: null } }
}

function validOn(tx: Tx, on: PlainDate) {
  return selectUnits(tx)
    .where('valid_from', '<=', on)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', on)]))
}
