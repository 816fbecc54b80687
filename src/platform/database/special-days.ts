import type { PlainDate } from '../../kernel/plain-date.ts'
import type { SpecialDays } from '../../kernel/working-days.ts'
import type { Tx } from './unit-of-work.ts'

/** The announced days off and compensating working days from a day on. */
export async function specialDaysFrom(tx: Tx, from: PlainDate): Promise<SpecialDays> {
  const rows = await tx.db.selectFrom('special_day').select(['day', 'kind']).where('day', '>=', from).execute()
  return new Map(rows.map((row) => [row.day, row.kind]))
}
