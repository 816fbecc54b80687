import { sql } from 'kysely'
import type { PlainDate } from '../../../kernel/plain-date.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import { lockId } from '../../../platform/database/lock-id.ts'
import type { Tx } from '../../../platform/database/unit-of-work.ts'

/**
 * One number of a year and an issuing unit belongs to one paper, whether a document or an urging letter: refuses one that another has, told
 * apart without spaces. Two who enter one number at the same moment wait for each other here; the second then finds it taken.
 */
export async function whyNumberTaken(
  tx: Tx,
  given: { unitId: string; number: string; on: PlainDate; exceptId: string },
): Promise<Result<void>> {
  const year = given.on.slice(0, 4)
  const bare = given.number.replaceAll(/\s/g, '')
  await lockId(tx, `number ${given.unitId} ${year} ${bare}`)
  const { rows } = await sql<{ title: string | null }>`
    select title from (
      select id, unit_id, number, issued_on, subject as title from app.document
      union all select id, unit_id, number, issued_on, subject from app.urging_letter
    ) paper
    where unit_id = ${given.unitId}::uuid and issued_on between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date
      and regexp_replace(number, '\\s', '', 'g') = ${bare} and id <> ${given.exceptId}::uuid
    limit 1`.execute(tx.db)
  const [taken] = rows
  if (!taken) return ok(undefined)
  const title = taken.title ?? 'văn bản khác'
  return refuse('number-taken', { number: given.number, year, title }, { field: 'number' })
}
