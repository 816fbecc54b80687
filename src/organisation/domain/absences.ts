import { addDays, daysBetween, formatDate, type PlainDate } from '../../kernel/plain-date.ts'
import { type Refusal, refusal } from '../../kernel/result.ts'
import { spanWords } from './posts.ts'
import { overlap } from './units.ts'

/** Time away from the post that the law counts as work, leaves out, or asks about: which, is the law's to say, not ours here. */
export type AbsenceKind = 'leave' | 'unpaid' | 'sick' | 'maternity' | 'injury' | 'training' | 'other'
export const ABSENCE_KINDS: readonly AbsenceKind[] = [
  'maternity',
  'training',
  'injury',
  'sick',
  'leave',
  'unpaid',
  'other',
]
export const ABSENCE_WORDS: Readonly<Record<AbsenceKind, string>> = {
  leave: 'Nghỉ việc riêng, nghỉ phép dài ngày',
  unpaid: 'Nghỉ không hưởng lương',
  sick: 'Nghỉ ốm dài ngày',
  maternity: 'Nghỉ thai sản',
  injury: 'Điều trị, điều dưỡng vì bị thương khi chiến đấu, cứu người, cứu tài sản',
  training: 'Đi học, bồi dưỡng',
  other: 'Vắng mặt khác',
}

export type Absence = {
  readonly id: string
  readonly kind: AbsenceKind
  readonly from: PlainDate
  readonly to: PlainDate | null
}

/** Training of a year and more is another case than shorter training; by its days, an open end counting until `asOf`. */
export function lastsAYear({ from, to }: Omit<Absence, 'id' | 'kind'>, asOf: PlainDate): boolean {
  const next = addDays(to ?? asOf, 1)
  const year = `${Number(from.slice(0, 4)) + 1}${from.slice(4)}`
  return next >= year
}

/** How many days in the calendar, the last one counted; `undefined` while the end is open. */
export function absenceDays({ from, to }: { from: PlainDate; to: PlainDate | null }): number | undefined {
  return to === null ? undefined : daysBetween(from, to) + 1
}

/** Why this absence cannot be written: its days are in the wrong order, or one of its kind is already there on some of them. */
export function whyNotAbsence(absence: Absence, others: readonly Absence[]): Refusal | undefined {
  const { from, to, kind } = absence
  if (to !== null && to < from) {
    return refusal('day-before-start', { day: formatDate(to), start: formatDate(from) }, { field: 'to' })
  }
  const there = others.find((other) => other.id !== absence.id && other.kind === kind && overlap(other, absence))
  return there && refusal('absence-overlaps', { kind: ABSENCE_WORDS[kind], span: spanWords(there) }, { field: 'from' })
}
