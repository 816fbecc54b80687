import { createHash } from 'node:crypto'

/** A row of the record as the seal takes it: every column as PostgreSQL writes it, so that nothing is rounded on the way. */
export type SealedColumns = readonly (string | null)[]

/** What the first seal has before it. */
export const BEFORE_THE_FIRST = Buffer.alloc(32)

/** Stands in front of what is hashed; another way of hashing gets another name. */
const FORM = 'thi-dua record seal 1'

/** The columns in the order in which they are sealed, for a select on `app.record r`. Never changed: old seals were made with it. */
export const SEALED_COLUMNS = `array[
  r.id::text, r.entry_no::text, to_char(r.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), to_char(r.on_day, 'YYYY-MM-DD'),
  r.actor_kind, r.account_id::text, r.person_id::text, r.actor_name, r.actor_capacity, r.action, r.thing_kind, r.thing_id::text,
  r.thing_name, r.unit_id::text, r.on_behalf_of, r.detail::text, r.changes::text, r.request_id]`

/** The link of the chain: SHA-256 over the number, the link before, and the row. As a JSON list no two rows have the same text. */
export function sealHash(sealNo: number, before: Buffer, columns: SealedColumns): Buffer {
  const text = JSON.stringify([FORM, sealNo, before.toString('hex'), ...columns])
  return createHash('sha256').update(text, 'utf8').digest()
}
