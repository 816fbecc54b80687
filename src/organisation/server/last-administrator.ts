import { sql } from 'kysely'
import { addDays, type PlainDate } from '../../kernel/plain-date.ts'
import { type Refusal, refusal } from '../../kernel/result.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { heldForEver } from '../domain/units.ts'

/**
 * To be asked after a change that takes a post, a grant or an account away, before it is committed and under `lockOrganisation`:
 * from today on there must be, on every day, an enabled account that administers the whole organisation.
 */
export async function whyNoAdministratorRemains(tx: Tx): Promise<Refusal | undefined> {
  const { rows } = await sql<{ from: PlainDate; to: PlainDate | null }>`
    select held_from as "from", held_to as "to" from app.root_administrations()`.execute(tx.db)
  const spans = rows.filter((span) => span.to === null || span.to >= span.from)
  return heldForEver(spans, tx.today, (day) => addDays(day, 1)) ? undefined : refusal('last-administrator')
}
