import { addDays, daysBetween, formatDate, type PlainDate } from './plain-date.ts'

/**
 * A deadline keeps the printed day and its relation: «trước ngày D» is on time until the end of D − 1,
 * «đến / chậm nhất ngày D» until the end of D.
 */
export type Deadline = { day: PlainDate; relation: 'before' | 'by' }

/** The last day on time; the whole of it counts, until 24:00 in Việt Nam. */
export function lastDayOnTime(deadline: Deadline): PlainDate {
  return deadline.relation === 'before' ? addDays(deadline.day, -1) : deadline.day
}

/** «Trước ngày 15/07/2022 (hết ngày 14/07)» · «Chậm nhất ngày 15/07/2022». */
export function deadlineWords(deadline: Deadline): string {
  if (deadline.relation === 'by') return `Chậm nhất ngày ${formatDate(deadline.day)}`
  return `Trước ngày ${formatDate(deadline.day)} (hết ngày ${formatDate(lastDayOnTime(deadline)).slice(0, 5)})`
}

/** Days left until the last day on time: 0 on that day, negative when late. */
export function daysLeft(deadline: Deadline, today: PlainDate): number {
  return daysBetween(today, lastDayOnTime(deadline))
}
