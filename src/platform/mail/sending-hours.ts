import { addDays, dayOf, type PlainDate, startOfDay } from '../../kernel/plain-date.ts'
import { firstWorkingDayOnOrAfter, type SpecialDays } from '../../kernel/working-days.ts'

/** Reminders by mail arrive in working hours of a working day: from 7:30 to 17:30 in Việt Nam. */
const OPENS = 7.5
const CLOSES = 17.5

/** When a reminder's mail may go out at the earliest: now in working hours, else the next working morning. */
export function notBefore(now: Date, special: SpecialDays): Date {
  const today = dayOf(now)
  const hour = (now.getTime() - startOfDay(today).getTime()) / 3_600_000
  if (hour >= CLOSES) return opening(firstWorkingDayOnOrAfter(addDays(today, 1), special))
  const day = firstWorkingDayOnOrAfter(today, special)
  return day === today && hour >= OPENS ? now : opening(day)
}

function opening(day: PlainDate): Date {
  return new Date(startOfDay(day).getTime() + OPENS * 3_600_000)
}
