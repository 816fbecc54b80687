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
  return walk(from, whole(count), 1, special)
}

/** The day from which the given number of working days lead to `to`: `addWorkingDays` backwards; `to` itself does not count. */
export function subtractWorkingDays(to: PlainDate, count: number, special: SpecialDays): PlainDate {
  return walk(to, whole(count), -1, special)
}

/** How many working days lie after `from` up to and with `to`; 0 where `to` is not later. */
export function workingDaysBetween(from: PlainDate, to: PlainDate, special: SpecialDays): number {
  let count = 0
  for (let date = addDays(from, 1); date <= to; date = addDays(date, 1)) if (isWorkingDay(date, special)) count += 1
  return count
}

export function firstWorkingDayOnOrAfter(date: PlainDate, special: SpecialDays): PlainDate {
  return isWorkingDay(date, special) ? date : walk(date, 1, 1, special)
}

export function lastWorkingDayOnOrBefore(date: PlainDate, special: SpecialDays): PlainDate {
  return isWorkingDay(date, special) ? date : walk(date, 1, -1, special)
}

/** Never ends where nobody ever works again: a table without a working day for ten years is a fault of ours. */
const FURTHEST = 3660

function walk(from: PlainDate, count: number, step: 1 | -1, special: SpecialDays): PlainDate {
  let date = from
  let left = count
  for (let idle = 0; left > 0; idle += 1) {
    if (idle > FURTHEST + count * 10) throw new Error(`no working day found from ${from}`)
    date = addDays(date, step)
    if (isWorkingDay(date, special)) left -= 1
  }
  return date
}

function whole(count: number): number {
  if (!Number.isInteger(count) || count < 0) throw new Error(`working days must be a whole number, not ${count}`)
  return count
}
