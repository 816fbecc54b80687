import type { ReactNode } from 'react'
import { formatDate } from '../../kernel/plain-date.ts'
import classes from './day-list.module.css'

export type DayItem = { date: string; words: ReactNode }

/** Days to come: dd/MM and what. `year` writes the year too. */
export function DayList({ days, year }: { days: readonly DayItem[]; year?: boolean }) {
  return (
    <ul className={classes.days} data-year={year || undefined}>
      {days.map((day, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two things may fall on one day
        <li key={index}>
          <time dateTime={day.date}>{year ? formatDate(day.date) : formatDate(day.date).slice(0, 5)}</time>
          <span>{day.words}</span>
        </li>
      ))}
    </ul>
  )
}
