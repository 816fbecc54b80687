import { addDays, type PlainDate, weekday } from './plain-date.ts'

/**
 * Days that differ from the plain week, as dated data: a public holiday is `off`, a compensating Saturday is `working`.
 * Which days they are is announced year by year, so they are rows of a table, not a rule.
 */
export type SpecialDays = ReadonlyMap<PlainDate, 'off' | 'working'>

export function isWorkingDay(date: PlainDate, special: SpecialDays): boolean {
  const named = special.get(date)
  if (named) return named === 'working'
  return weekday(date) <= 5
}

/** The day on which the given number of working days after `from` has passed; `from` itself does not count. */
export function addWorkingDays(from: PlainDate, count: number, special: SpecialDays): PlainDate {
  if (!Number.isInteger(count) || count < 0) throw new Error(`working days must be a whole number, not ${count}`)
  let date = from
  let left = count
  while (left > 0) {
    date = addDays(date, 1)
    if (isWorkingDay(date, special)) left -= 1
  }
  return date
}
