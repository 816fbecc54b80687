import { sql } from 'kysely'
import type { Tx } from './unit-of-work.ts'

/**
 * Makes two requests with the same client-made id (or the same name of something that exists once) wait for each other, until the end of the transaction: the second then finds the row
 * of the first, instead of breaking on its key.
 */
export async function lockId(tx: Tx, id: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${id}, 0))`.execute(tx.db)
}

/**
 * Holds something against whoever takes it by `lockId`, beside any number of others who hold it too. For what the actor may not change: a row
 * that its policy lets him only read cannot be locked by him, not even to share, and the database would say nothing.
 */
export async function holdId(tx: Tx, id: string): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(hashtextextended(${id}, 0))`.execute(tx.db)
}
