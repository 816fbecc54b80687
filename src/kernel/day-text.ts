import { addDays, type PlainDate, parsePlainDate, plainDate } from './plain-date.ts'
import { ok, type Result, refuse } from './result.ts'

/** A day as precise as it is known: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export type PartialDay = string

/** What the format of a cell shows of its number: the day, only month and year, only the year, a time without a day. */
export type DayShape = 'day' | 'month' | 'year' | 'time'

const DAY_FIRST = /^(\d{1,2})\s*[/.\-–]\s*(\d{1,2})\s*[/.\-–]\s*(\d{1,4})$/
const YEAR_FIRST = /^(\d{4})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{1,2})$/
const IN_WORDS = /^(?:ngày\s*)?(\d{1,2})\s*tháng\s*(\d{1,2})\s*,?\s*năm\s*(\d{1,4})$/
const MONTH_FIRST = /^(?:tháng\s*)?(\d{1,2})\s*(?:[/.\-–]|,?\s*năm)\s*(\d{1,4})$/
const YEAR_MONTH = /^(\d{4})\s*[-/.]\s*(\d{1,2})$/
const YEAR = /^(?:năm\s*)?(\d{4})$/

/**
 * A day written as text in one of the ways officers write it: `15/07/1990`, `15-7-1990`, `15.7.1990`, `1990-07-15`,
 * `ngày 15 tháng 7 năm 1990`. The day always comes before the month. A time after it is left aside. Refuses a year of
 * two digits, a day no calendar has, and what says only month or year.
 */
export function readDayText(text: string): Result<PlainDate> {
  const read = readPartialDayText(text)
  if (!read.ok) return read
  return read.value.length === 10 ? ok(plainDate(read.value)) : refuse('cell-day-incomplete', { found: text.trim() })
}

/** As `readDayText`, also for a month (`7/1990`, `tháng 7 năm 1990`, `1990-07`) and a year (`1990`) alone. */
export function readPartialDayText(text: string): Result<PartialDay> {
  const found = text.trim()
  const words = withoutTime(found.normalize('NFC').toLowerCase())
  const written = DAY_FIRST.exec(words) ?? IN_WORDS.exec(words)
  if (written) return madeOf(found, written[3], written[2], written[1])
  const yearFirst = YEAR_FIRST.exec(words)
  if (yearFirst) return madeOf(found, yearFirst[1], yearFirst[2], yearFirst[3])
  const yearMonth = YEAR_MONTH.exec(words)
  if (yearMonth) return madeOf(found, yearMonth[1], yearMonth[2])
  const month = MONTH_FIRST.exec(words)
  if (month) return madeOf(found, month[2], month[1])
  const year = YEAR.exec(words)
  return year ? madeOf(found, year[1]) : refuse('cell-not-a-day', { found })
}

/** What programs write behind a day they keep as a moment: «1990-07-15T00:00:00.000Z», «15/07/1990 00:00». */
function withoutTime(words: string): string {
  return words.replace(/(?:\s+|t)\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?z?$/, '').trim()
}

function madeOf(found: string, year = '', month?: string, day?: string): Result<PartialDay> {
  if (year.length !== 4) return refuse('cell-two-digit-year', { found })
  if (Number(year) === 0) return refuse('cell-no-such-day', { found })
  if (month === undefined) return ok(year)
  if (Number(month) < 1 || Number(month) > 12) return refuse('cell-no-such-day', { found })
  const written = `${year}-${month.padStart(2, '0')}`
  if (day === undefined) return ok(written)
  const date = parsePlainDate(`${written}-${day.padStart(2, '0')}`)
  return date ? ok(date) : refuse('cell-no-such-day', { found })
}

/** Day 0 of Excel's count, so that every day from 1 March 1900 comes out right. */
const DAY_ZERO = plainDate('1899-12-30')
/** Excel counts a 29 February 1900 that never was: what lies before it stands one day off. */
const FIRST_SAFE = 61
/** 31/12/9999. */
export const LAST_SERIAL = 2_958_465

/** The day behind a number of Excel's calendar; the time of day is left aside. `undefined` when it is no day. */
export function dayOfSerial(serial: number): PlainDate | undefined {
  const whole = Math.floor(serial)
  if (!(whole >= 1 && whole <= LAST_SERIAL) || whole === FIRST_SAFE - 1) return undefined
  return addDays(DAY_ZERO, whole < FIRST_SAFE ? whole + 1 : whole)
}

/** The number Excel keeps for a day, or `undefined` for days it counts wrongly or not at all (before March 1900). */
export function serialOfDay(day: PlainDate): number | undefined {
  const serial = Math.round((Date.parse(`${day}T00:00:00Z`) - Date.parse(`${DAY_ZERO}T00:00:00Z`)) / 86_400_000)
  return serial >= FIRST_SAFE && serial <= LAST_SERIAL ? serial : undefined
}

/** Numbers that a cell without a date's format may mean as days: 1910 to 2099. Smaller ones are years or mistakes. */
const PLAIN_SERIALS = { from: 3654, to: 73_050 }
const PLAIN_YEARS = { from: 1850, to: 2200 }

/**
 * A day from a number in a cell: by the cell's own format, or, where it has none, as Excel's count of days. A bare
 * 1990 is a year. Refuses the same as the text forms.
 */
export function readDayNumber(number: number, shape: DayShape | undefined): Result<PartialDay> {
  const found = String(number)
  if (shape === undefined) {
    if (Number.isInteger(number) && number >= PLAIN_YEARS.from && number <= PLAIN_YEARS.to) return ok(found)
    if (!(number >= PLAIN_SERIALS.from && number <= PLAIN_SERIALS.to)) return refuse('cell-not-a-day', { found })
  }
  if (shape === 'time') return refuse('cell-not-a-day', { found })
  const day = dayOfSerial(number)
  if (day === undefined) return refuse('cell-no-such-day', { found })
  return ok(shape === 'year' ? day.slice(0, 4) : shape === 'month' ? day.slice(0, 7) : day)
}
