import { formatDate, type PlainDate } from '../../kernel/plain-date.ts'
import { type Refusal, refusal } from '../../kernel/result.ts'

/** The earliest a person may be born by what is stored: of a birth known by its year alone, 1 January. */
export type Birth = { on: PlainDate; precision: 'day' | 'month' | 'year' } | null

/** Nothing happens to anybody before he is born: of a birth known by month or year, nothing before that month or year. */
export function whyBeforeBirth(name: string, birth: Birth, day: PlainDate, field: string): Refusal | undefined {
  if (birth === null || day >= birth.on) return undefined
  return refusal('day-before-birth', { name, day: formatDate(day) }, { field })
}

export type DisciplineDays = { startsOn: PlainDate; endsOn: PlainDate | null; decisionOn: PlainDate }

/** Days that cannot be, in words with the field; nothing when they can. */
export function whyNotThoseDisciplineDays(
  days: DisciplineDays,
  today: PlainDate,
): { problem: string; field: string } | undefined {
  if (days.decisionOn > today) {
    return { problem: `ngày quyết định ${formatDate(days.decisionOn)} chưa tới`, field: 'decisionOn' }
  }
  if (days.endsOn !== null && days.endsOn < days.startsOn) {
    return { problem: `ngày hết kỷ luật ${formatDate(days.endsOn)} trước ngày bắt đầu`, field: 'endsOn' }
  }
  return undefined
}

export type ReviewDays = { startsOn: PlainDate; clearedOn: PlainDate | null }

export function whyNotThoseReviewDays(
  days: ReviewDays,
  today: PlainDate,
): { problem: string; field: string } | undefined {
  if (days.startsOn > today) return { problem: `ngày bắt đầu ${formatDate(days.startsOn)} chưa tới`, field: 'startsOn' }
  if (days.clearedOn === null) return undefined
  if (days.clearedOn > today)
    return { problem: `ngày kết thúc ${formatDate(days.clearedOn)} chưa tới`, field: 'clearedOn' }
  return days.clearedOn < days.startsOn
    ? {
        problem: `ngày kết thúc ${formatDate(days.clearedOn)} trước ngày bắt đầu ${formatDate(days.startsOn)}`,
        field: 'clearedOn',
      }
    : undefined
}

/** Is the discipline running on that day? One whose end is not known runs on. */
export function isInForce({ startsOn, endsOn }: Pick<DisciplineDays, 'startsOn' | 'endsOn'>, on: PlainDate): boolean {
  return startsOn <= on && (endsOn === null || endsOn >= on)
}
