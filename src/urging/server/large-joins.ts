import { sql } from 'kysely'
import type { Tx } from '../../platform/database/unit-of-work.ts'

/**
 * For statements that join what they have themselves just found: of such rows the planner knows no number and believes in one, and walking
 * one list for every row of the other is hours where a hash is a second. For these statements alone it may not.
 */
export async function withLargeJoins<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  await sql`select set_config('enable_nestloop', 'off', true)`.execute(tx.db)
  const done = await work()
  await sql`select set_config('enable_nestloop', 'on', true)`.execute(tx.db)
  return done
}
