import { sql } from 'kysely'
import type { UnitPath } from '../../kernel/actor.ts'
import type { PlainDate } from '../../kernel/plain-date.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { unitPaths } from '../../platform/database/unit-tree.ts'
import { type Descent, predecessors, successors } from '../domain/lineage.ts'

export type Relative = { readonly id: string; readonly name: string; readonly on: PlainDate; readonly eventId: string }

/** Every merger and split that stands: who came from whom, on which day. An organisation has few of them. */
async function descentsOf(tx: Tx): Promise<(Descent & { eventId: string })[]> {
  const rows = await tx.db
    .selectFrom('unit_event as e')
    .innerJoin('unit_event_unit as b', (join) => join.onRef('b.event_id', '=', 'e.id').on('b.role', '=', 'before'))
    .innerJoin('unit_event_unit as a', (join) => join.onRef('a.event_id', '=', 'e.id').on('a.role', '=', 'after'))
    .select(['e.id as eventId', 'e.on_day as on', 'b.unit_id as before', 'a.unit_id as after'])
    .where('e.taken_back_at', 'is', null)
    .orderBy('e.on_day')
    .orderBy('e.id')
    .orderBy('b.unit_id')
    .execute()
  return rows
}

/**
 * Every unit this one comes from by merger or split, nearest first, however many times over. What was earned there counts on:
 * «consecutive years» go through it. A renamed or moved unit is itself.
 */
export async function predecessorsOf(tx: Tx, unitId: string): Promise<Relative[]> {
  const found = predecessors(unitId, await descentsOf(tx))
  return named(tx, found, (one) => one.before)
}

/** Every unit that comes from this one, nearest first. */
export async function successorsOf(tx: Tx, unitId: string): Promise<Relative[]> {
  const found = successors(unitId, await descentsOf(tx))
  return named(tx, found, (one) => one.after)
}

async function named(tx: Tx, found: readonly Descent[], pick: (one: Descent) => string): Promise<Relative[]> {
  if (found.length === 0) return []
  const rows = await tx.db.selectFrom('unit').select(['id', 'name']).where('id', 'in', found.map(pick)).execute()
  const names = new Map(rows.map((row) => [row.id, row.name]))
  return (found as (Descent & { eventId: string })[]).map((one) => {
    const id = pick(one)
    return { id, name: names.get(id) ?? '', on: one.on, eventId: one.eventId }
  })
}

/**
 * As `unitPath`, for what outlives a unit (its rating lists, what it keeps in the registry): behind a unit that has ended stand those that
 * carry it on, nearest first, with everything above them, so that their people go on with it. `app.fact_units` says the same to the wall.
 */
export async function carriedPath(tx: Tx, unitId: string): Promise<UnitPath> {
  return (await carriedPaths(tx, [unitId])).get(unitId) ?? []
}

/** As `carriedPath`, for many units. */
export async function carriedPaths(tx: Tx, unitIds: readonly string[]): Promise<Map<string, UnitPath>> {
  const carriers = await followCarried(tx, unitIds, 'by')
  const paths = await unitPaths(tx, [...unitIds, ...[...carriers.values()].flat()])
  const path = (unitId: string) => paths.get(unitId) ?? []
  return new Map(
    [...new Set(unitIds)].map((unitId) => {
      const behind = (carriers.get(unitId) ?? []).flatMap(path)
      return [unitId, [...new Set([...path(unitId).slice(0, 1), ...behind, ...path(unitId)])]]
    }),
  )
}

/** Of each of these units, those that have ended into it and that it carries on, however many steps ago. */
export async function carriedBy(tx: Tx, unitIds: readonly string[]): Promise<Map<string, string[]>> {
  return followCarried(tx, unitIds, 'from')
}

async function followCarried(
  tx: Tx,
  unitIds: readonly string[],
  direction: 'by' | 'from',
): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>()
  if (unitIds.length === 0) return found
  const [here, there] = direction === 'by' ? ['unit_id', 'by_unit_id'] : ['by_unit_id', 'unit_id']
  const { rows } = await sql<{ start: string; id: string }>`
    with recursive carried as (select ${sql.ref(here)} as here, ${sql.ref(there)} as there from app.carried_on(${tx.today}::date)),
    walk as (
      select c.here as start, c.there as id, 1 as step from carried c where c.here = any(${[...new Set(unitIds)]}::uuid[])
      union
      select w.start, c.there, w.step + 1 from walk w join carried c on c.here = w.id
    )
    select start, id from walk order by start, step, id`.execute(tx.db)
  for (const { start, id } of rows) found.set(start, [...(found.get(start) ?? []), id])
  return found
}
