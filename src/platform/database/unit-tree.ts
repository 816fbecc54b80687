import { sql } from 'kysely'
import type { UnitPath } from '../../kernel/actor.ts'
import type { PlainDate } from '../../kernel/plain-date.ts'
import type { Tx } from './unit-of-work.ts'

/** The unit and every unit above it, itself first; empty when there is no such unit. */
export async function unitPath(tx: Tx, unitId: string): Promise<UnitPath> {
  return (await unitPaths(tx, [unitId])).get(unitId) ?? []
}

/** As `unitPath`, for many units in one query. */
export async function unitPaths(tx: Tx, unitIds: readonly string[]): Promise<Map<string, UnitPath>> {
  const paths = new Map<string, string[]>()
  if (unitIds.length === 0) return paths
  const { rows } = await sql<{ start: string; id: string }>`
    with recursive up as (
      select u.id as start, u.id, u.parent_id, 0 as depth from app.unit u where u.id = any(${[...new Set(unitIds)]}::uuid[])
      union all
      select up.start, u.id, u.parent_id, up.depth + 1 from up join app.unit u on u.id = up.parent_id
    )
    select start, id from up order by start, depth`.execute(tx.db)
  for (const row of rows) {
    const path = paths.get(row.start)
    if (path) path.push(row.id)
    else paths.set(row.start, [row.id])
  }
  return paths
}

/** The organisation itself: the unit at the top. Throws before the set-up. */
export async function rootUnit(tx: Tx): Promise<{ id: string; name: string; unitNo: number }> {
  return tx.db
    .selectFrom('unit')
    .select(['id', 'name', 'unit_no as unitNo'])
    .where('parent_id', 'is', null)
    .executeTakeFirstOrThrow()
}

/** Has a unit (or a post, a grant) with this last day ended by that day? */
export function hasEnded(lastDay: PlainDate | null, on: PlainDate): boolean {
  return lastDay !== null && lastDay < on
}
