import { sql } from 'kysely'
import type { Role, UnitPath } from '../../../kernel/actor.ts'
import type { PlainDate } from '../../../kernel/plain-date.ts'
import type { Tx } from '../../../platform/database/unit-of-work.ts'

export type Giver = { personId: string; name: string; post: string }

/**
 * The people who hold one of these roles over the unit on that day, the nearest unit first: whose consent counts there.
 * Their names are known to everybody who may enter a consent for the unit, so this reads past the reader's own scope, through a
 * function of the owner that gives names and posts only.
 */
export async function giversOn(tx: Tx, roles: readonly Role[], unit: UnitPath, day: PlainDate): Promise<Giver[]> {
  const { rows } = await sql<Giver>`
    select person_id as "personId", full_name as name, post_title as post
    from app.holders_of(${[...roles]}::text[], ${[...unit]}::uuid[], ${day}::date)`.execute(tx.db)
  return rows
}
