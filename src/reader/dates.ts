import { parsePlainDate } from '../kernel/plain-date.ts'
import type { PaperDate } from './plan.ts'

/** A date as printed at `[start, end)` of a text. `date` is `null` when there is no such day. */
export type FoundDate = { start: number; end: number; date: PaperDate | null; yearly: boolean; yearless: boolean }

const pad = (text: string) => text.padStart(2, '0')

/** A day, a month or a year; `null` when the calendar has no such day. */
export function paperDate(year: string, month?: string, day?: string): PaperDate | null {
  if (!month) return year
  if (Number(month) < 1 || Number(month) > 12) return null
  if (!day) return `${year}-${pad(month)}`
  return parsePlainDate(`${year}-${pad(month)}-${pad(day)}`) ?? null
}

const DATE = new RegExp(
  [
    // ngày 30 tháng 10 năm 2020 · ngày 30 tháng 10
    String.raw`(?:ngay )?(?<d1>\d{1,2}) thang (?<m1>\d{1,2})(?:,? ?(?:nam )?(?<y1>(?:19|20)\d\d)| ?\/ ?(?<y1b>(?:19|20)\d\d))?`,
    // 07/4/2014, 20.10.2021, 20-10-2021
    String.raw`(?<d2>\d{1,2}) ?[/.-] ?(?<m2>\d{1,2}) ?[/.-] ?(?<y2>(?:1[89]|20)\d\d)`,
    // tháng 01/2022, tháng 01 năm 2022
    String.raw`thang (?<m3>\d{1,2})(?: ?[/-] ?|,? nam )(?<y3>(?:19|20)\d\d)`,
    // 01/2022
    String.raw`(?<m4>\d{1,2})\/(?<y4>(?:19|20)\d\d)`,
    // 2/9, 20.10
    String.raw`(?<d5>\d{1,2}) ?\/ ?(?<m5>\d{1,2})|ngay (?<d6>\d{1,2})[.-](?<m6>\d{1,2})(?!\d|[./-]\d)`,
    String.raw`thang (?<m7>\d{1,2})`,
    String.raw`nam (?<y8>(?:19|20)\d\d)`,
  ]
    .map((form) => `(?:${form})`)
    .join('|'),
  'g',
)

/** «hàng năm», «hằng năm» just after a date makes it a day of every year. */
const EVERY_YEAR = /^ ?(?:cua )?(?:hang|moi) nam/

/**
 * The dates of a folded text, in order. `year` stands in where a day is printed without one. Numbers that go on to
 * either side («12/2022/NĐ-CP», «1/2 số») are no dates.
 */
export function findDates(folded: string, year: string | null): FoundDate[] {
  const found: FoundDate[] = []
  for (const match of folded.matchAll(DATE)) {
    const g = match.groups ?? {}
    const start = match.index
    const end = start + match[0].length
    if (/[\p{L}\p{N}/]/u.test(folded.charAt(start - 1)) || /\d/.test(folded.charAt(end))) continue
    if (/^ ?[/-] ?[a-z]/.test(folded.slice(end, end + 4))) continue
    const yearly = EVERY_YEAR.test(folded.slice(end, end + 16))
    const day = g.d1 ?? g.d2 ?? g.d5 ?? g.d6
    const month = g.m1 ?? g.m2 ?? g.m3 ?? g.m4 ?? g.m5 ?? g.m6 ?? g.m7
    const own = g.y1 ?? g.y1b ?? g.y2 ?? g.y3 ?? g.y4 ?? g.y8
    const yearless = own === undefined
    found.push({ start, end, yearly, yearless, date: dated(own ?? year, month, day, yearly && yearless) })
  }
  return found
}

function dated(
  year: string | null,
  month: string | undefined,
  day: string | undefined,
  yearly: boolean,
): PaperDate | null {
  if (yearly || year === null) {
    if (!month || !day) return month && yearly && Number(month) <= 12 ? `--${pad(month)}` : null
    return paperDate('2000', month, day)?.replace('2000', '-') ?? null
  }
  return paperDate(year, month, day)
}
