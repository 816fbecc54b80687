import type { PlainDate } from '../../kernel/plain-date.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
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
