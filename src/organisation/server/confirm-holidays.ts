import { type PlainDate, plainDate } from '../../kernel/plain-date.ts'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import { record } from '../../mechanisms/record/server/index.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { rootUnit } from '../../platform/database/unit-tree.ts'
import { whyMayNot } from '../domain/permissions.ts'
import { announcementWords, type ProposedDay, proposeHolidays } from '../domain/public-holidays.ts'

export type ConfirmedYear = { announcement: string; announcedOn: string | null; byName: string; at: string }

export async function confirmedYear(tx: Tx, year: number): Promise<ConfirmedYear | null> {
  const row = await tx.db.selectFrom('holiday_year').selectAll().where('year', '=', year).executeTakeFirst()
  if (!row) return null
  return {
    announcement: row.announcement,
    announcedOn: row.announced_on,
    byName: row.confirmed_by_name,
    at: row.confirmed_at.toISOString(),
  }
}

/** The proposed days of a year that are not entered yet. */
export function missingOf(
  year: number,
  there: readonly { day: string }[],
): { days: ProposedDay[]; notes: string[] } | null {
  const proposed = proposeHolidays(year)
  if (!proposed) return null
  const known = new Set(there.map((one) => one.day))
  return { ...proposed, days: proposed.days.filter((one) => !known.has(one.day)) }
}

/** The years of these days whose days off nobody has confirmed: what is counted in working days may still move. */
export async function unconfirmedYears(tx: Tx, from: PlainDate, to: PlainDate): Promise<number[]> {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))]
  const rows = await tx.db
    .selectFrom('holiday_year')
    .select('year')
    .where('year', '>=', first)
    .where('year', '<=', last)
    .execute()
  const known = new Set(rows.map((row) => row.year))
  return Array.from({ length: last - first + 1 }, (_, no) => first + no).filter((year) => !known.has(year))
}

/** The same for days that need not stand in order; none have no years. */
export async function unconfirmedAmong(tx: Tx, days: readonly PlainDate[]): Promise<number[]> {
  const [first, ...others] = days.toSorted()
  return first === undefined ? [] : unconfirmedYears(tx, first, others.at(-1) ?? first)
}

type Confirmed = {
  year: number
  days: { day: string; name: string; basis: string }[]
  announcement: string
  announcedOn: string | null
}

/**
 * Confirms the days off of a year by the announcement: those chosen of the proposal are entered, what stands there already stays. From then
 * on the year counts as known. A second time changes the announcement alone.
 */
export async function confirmHolidays(tx: Tx, input: Confirmed): Promise<Result<{ done: true }>> {
  const refused = whyMayNot(tx.actor, 'set-special-day', { unit: [(await rootUnit(tx)).id] })
  if (refused) return { ok: false, refusal: refused }
  const outside = input.days.some((one) => Number(one.day.slice(0, 4)) !== input.year)
  if (outside) return refuse('invalid-input', {}, { field: 'days' })
  const said = announcementWords(input.announcement, input.announcedOn)
  const rows = input.days.map((one) => ({
    day: plainDate(one.day),
    kind: 'off' as const,
    name: one.name,
    basis: `${one.basis}; ${said}`,
  }))
  if (rows.length > 0) {
    await tx.db
      .insertInto('special_day')
      .values(rows)
      .onConflict((conflict) => conflict.column('day').doNothing())
      .execute()
  }
  const kept = {
    announcement: input.announcement,
    announced_on: input.announcedOn === null ? null : plainDate(input.announcedOn),
    confirmed_by_name: tx.actor.kind === 'person' ? tx.actor.name : '',
    confirmed_at: tx.now,
  }
  await tx.db
    .insertInto('holiday_year')
    .values({ year: input.year, ...kept })
    .onConflict((conflict) => conflict.column('year').doUpdateSet(kept))
    .execute()
  const detail = { announcement: said, count: rows.length }
  await record(tx, 'holidays.confirmed', { kind: 'special-day', id: null, name: String(input.year) }, { detail })
  return ok({ done: true })
}
