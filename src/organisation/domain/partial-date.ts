import { formatDate, type PlainDate, parsePlainDate, plainDate } from '../../kernel/plain-date.ts'

export type Precision = 'day' | 'month' | 'year'

/** A day of which only the month or the year may be known: `on` is then the first day of it. */
export type PartialDate = { readonly on: PlainDate; readonly precision: Precision }

/** Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, as precise as the papers are; `undefined` when it is no date. */
export function parsePartialDate(text: string): PartialDate | undefined {
  const precision = ({ 4: 'year', 7: 'month', 10: 'day' } as const)[text.length as 4 | 7 | 10]
  if (precision === undefined) return undefined
  const on = parsePlainDate(`${text}${{ year: '-01-01', month: '-01', day: '' }[precision]}`)
  return on === undefined ? undefined : { on, precision }
}

/** The wire's form again: as many parts as are known. */
export function partialDateText({ on, precision }: PartialDate): string {
  return on.slice(0, { year: 4, month: 7, day: 10 }[precision])
}

/** «05/07/1990», «07/1990», «1990». */
export function partialDateWords(date: PartialDate): string {
  return formatDate(partialDateText(date))
}

/** The last day it may have been: what must not come before somebody's birth is judged against the first, what proves an age against this. */
export function latestDay({ on, precision }: PartialDate): PlainDate {
  if (precision === 'day') return on
  if (precision === 'year') return plainDate(`${on.slice(0, 4)}-12-31`)
  for (const last of ['31', '30', '29', '28']) {
    const day = parsePlainDate(`${on.slice(0, 8)}${last}`)
    if (day !== undefined) return day
  }
  throw new Error(`no month: ${on}`)
}

/** Reads what an officer types: «5/7/1990», «7/1990», «1990». */
export function parseTypedPartialDate(typed: string): PartialDate | undefined {
  const match = /^\s*(?:(?:(\d{1,2})\s*[/.-]\s*)?(\d{1,2})\s*[/.-]\s*)?(\d{4})\s*$/.exec(typed)
  if (!match) return undefined
  return parsePartialDate([match[3], match[2]?.padStart(2, '0'), match[1]?.padStart(2, '0')].filter(Boolean).join('-'))
}
