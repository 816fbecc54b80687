import { type Deadline, deadlineWords, lastDayOnTime } from '../../kernel/deadline.ts'
import { addDays, daysBetween, type PlainDate, plainDate } from '../../kernel/plain-date.ts'
import {
  firstWorkingDayOnOrAfter,
  isWorkingDay,
  lastWorkingDayOnOrBefore,
  type SpecialDays,
} from '../../kernel/working-days.ts'
import type { TaskPlan } from './task-plan.ts'

/** One time a task is due: its number in the whole row of turns stays the same whatever the day it is asked on. */
export type Turn = {
  no: number
  deadline: Deadline
  lastDay: PlainDate
  /** «Tháng 03/2024» with its days; nothing of what is due once. */
  occurrence: { words: string; from: PlainDate; to: PlainDate } | null
}

/** A period of the plan, with the last day of its review where the plan sets one. */
export type TurnPeriod = { name: string; from: PlainDate | null; to: PlainDate | null; review: Deadline | null }

type Calendar = { periods: readonly TurnPeriod[]; endsOn: PlainDate | null; special: SpecialDays }

const MOST_TURNS = 120

/**
 * Every turn of a task until the campaign's end, those that are over too: what is due once, at each period of the plan, or every month
 * or quarter from the first day on. Empty while a day is missing: it is then asked for.
 */
export function turnsOf(plan: TaskPlan, calendar: Calendar): Turn[] {
  if (plan.becomes === 'none') return []
  return rawTurns(plan, calendar).map((turn, index) => {
    const deadline = onWorkingDay(turn.deadline, plan.dayRule, calendar.special)
    return { no: index + 1, deadline, lastDay: lastDayOnTime(deadline), occurrence: turn.occurrence }
  })
}

type RawTurn = Pick<Turn, 'deadline' | 'occurrence'>

function rawTurns(plan: TaskPlan, { periods, endsOn }: Calendar): RawTurn[] {
  const { due } = plan
  switch (plan.recurrence) {
    case 'once':
      return due === null ? [] : [{ deadline: due, occurrence: null }]
    case 'per-period':
      return perPeriod(due, periods)
    case 'monthly':
    case 'quarterly':
      return due === null || endsOn === null ? [] : everyMonths(due, plan.recurrence === 'monthly' ? 1 : 3, endsOn)
  }
}

/** With a day given: as many days after (or before) each period's end as it lies from the first one's. */
function perPeriod(due: Deadline | null, periods: readonly TurnPeriod[]): RawTurn[] {
  const ended = periods.flatMap((period) => (period.to === null ? [] : { ...period, to: period.to }))
  const first = ended[0]
  if (!first) return []
  const offset = due === null ? null : daysBetween(first.to, due.day)
  return ended.map((period) => ({
    deadline:
      offset === null || due === null
        ? (period.review ?? { day: period.to, relation: 'by' })
        : { day: addDays(period.to, offset), relation: due.relation },
    occurrence: { words: period.name, from: period.from ?? period.to, to: period.to },
  }))
}

function everyMonths(due: Deadline, step: number, endsOn: PlainDate): RawTurn[] {
  const turns: RawTurn[] = []
  for (let index = 0; index < MOST_TURNS; index += 1) {
    const day = monthsLater(due.day, index * step)
    const deadline: Deadline = { day, relation: due.relation }
    if (lastDayOnTime(deadline) > endsOn) break
    turns.push({ deadline, occurrence: step === 1 ? monthOf(day) : quarterOf(day) })
  }
  return turns
}

/** The same day of a later month; the last of the month where it has no such day. */
export function monthsLater(day: PlainDate, months: number): PlainDate {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const count = year * 12 + (month - 1) + months
  const [inYear, inMonth] = [Math.floor(count / 12), (count % 12) + 1]
  return dayIn(inYear, inMonth, Math.min(date, lengthOf(inYear, inMonth)))
}

function lengthOf(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

function dayIn(year: number, month: number, date: number): PlainDate {
  return plainDate(
    `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`,
  )
}

/** Named after the month in which it falls due. */
function monthOf(day: PlainDate): NonNullable<Turn['occurrence']> {
  const [year = 0, month = 1] = day.split('-').map(Number)
  const words = `Tháng ${String(month).padStart(2, '0')}/${year}`
  return { words, from: dayIn(year, month, 1), to: dayIn(year, month, lengthOf(year, month)) }
}

const ROMAN = ['I', 'II', 'III', 'IV'] as const

function quarterOf(day: PlainDate): NonNullable<Turn['occurrence']> {
  const [year = 0, month = 1] = day.split('-').map(Number)
  const quarter = Math.floor((month - 1) / 3)
  const last = quarter * 3 + 3
  const words = `Quý ${ROMAN[quarter]}/${year}`
  return { words, from: dayIn(year, quarter * 3 + 1, 1), to: dayIn(year, last, lengthOf(year, last)) }
}

/** A last day on time that is no working day moves by the rule chosen; «as written» stays whatever the day is. */
function onWorkingDay(deadline: Deadline, rule: TaskPlan['dayRule'], special: SpecialDays): Deadline {
  const last = lastDayOnTime(deadline)
  if (rule === 'as-written' || isWorkingDay(last, special)) return deadline
  const moved = rule === 'next-working-day' ? firstWorkingDayOnOrAfter : lastWorkingDayOnOrBefore
  return { day: moved(last, special), relation: 'by' }
}

/** «Chậm nhất ngày 25/03/2024», and on which turn. */
export function turnWords({ deadline, occurrence }: Pick<Turn, 'deadline' | 'occurrence'>): string {
  return occurrence === null ? deadlineWords(deadline) : `${occurrence.words}: ${deadlineWords(deadline)}`
}
