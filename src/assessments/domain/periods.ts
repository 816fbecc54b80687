import { formatDate, type PlainDate } from '../../kernel/plain-date.ts'

export type PeriodKind = 'calendar-year' | 'school-year'
export type AwardPeriod = { id: string; code: string; kind: PeriodKind; from: PlainDate; to: PlainDate }

export const PERIOD_KIND_WORDS: Readonly<Record<PeriodKind, string>> = {
  'calendar-year': 'Năm dương lịch',
  'school-year': 'Năm học',
}

const year = (day: PlainDate) => Number(day.slice(0, 4))

/** «2025», «2024-2025»: the code follows from the days, so that no code says another year than its days do. */
export function codeOf(kind: PeriodKind, from: PlainDate, to: PlainDate): string {
  return kind === 'calendar-year' ? String(year(from)) : `${year(from)}-${year(to)}`
}

/** What is wrong with the days of a period of that kind; `undefined` when they are right. */
export function whyNotThosePeriodDays(kind: PeriodKind, from: PlainDate, to: PlainDate): string | undefined {
  if (to <= from) return `ngày cuối ${formatDate(to)} không sau ngày đầu ${formatDate(from)}`
  if (kind === 'calendar-year') {
    const whole = from.endsWith('-01-01') && to.endsWith('-12-31') && year(from) === year(to)
    return whole ? undefined : 'năm dương lịch từ ngày 01/01 đến ngày 31/12 của cùng một năm'
  }
  return year(to) === year(from) + 1 ? undefined : 'năm học bắt đầu trong một năm và kết thúc trong năm liền sau'
}

/** The period of the same kind that shares a day with this one, if any: a school year lies across two calendar years by its nature. */
export function overlapping(
  periods: readonly AwardPeriod[],
  wanted: Omit<AwardPeriod, 'code'>,
): AwardPeriod | undefined {
  return periods.find(
    (one) => one.id !== wanted.id && one.kind === wanted.kind && one.from <= wanted.to && wanted.from <= one.to,
  )
}

/** «Năm 2025», «Năm học 2024-2025». */
export function periodName({ kind, code }: { kind: PeriodKind; code: string }): string {
  return kind === 'calendar-year' ? `Năm ${code}` : `Năm học ${code}`
}
