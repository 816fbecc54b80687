/**
 * A calendar day in Việt Nam, written `YYYY-MM-DD`. Never a `Date`: `new Date('2022-07-15')` is midnight UTC,
 * 7 o'clock in Hà Nội, and turns into the day before as soon as somebody formats it further west.
 */
export type PlainDate = string & { readonly __plainDate: unique symbol }

export const VIETNAM_TIME_ZONE = 'Asia/Ho_Chi_Minh'

const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/
const MS_PER_DAY = 86_400_000

/** The day, or `undefined` when the text is not a day of the calendar («31/02», «2022-2-3»). Takes `YYYY-MM-DD`. */
export function parsePlainDate(text: string): PlainDate | undefined {
  const match = PATTERN.exec(text)
  if (!match) return undefined
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  const date = new Date(Date.UTC(year, month - 1, day))
  const same = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return same ? (text as PlainDate) : undefined
}

/** As `parsePlainDate`, for text that we wrote ourselves: throws when it is not a day. */
export function plainDate(text: string): PlainDate {
  const date = parsePlainDate(text)
  if (date === undefined) throw new Error(`not a calendar day: ${text}`)
  return date
}

/** Reads what an officer types: `dd/MM/yyyy` or `d/M/yyyy` (also with `-` or `.`). `undefined` when it is no day. */
export function parseVietnameseDate(text: string): PlainDate | undefined {
  const match = /^\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})\s*$/.exec(text)
  if (!match) return undefined
  return parsePlainDate(`${match[3]}-${match[2]?.padStart(2, '0')}-${match[1]?.padStart(2, '0')}`)
}

// Made once: every request asks for its day, and making one costs more than a statement.
const ISO_DAY = new Intl.DateTimeFormat('en-CA', { timeZone: VIETNAM_TIME_ZONE })

/** The day in Việt Nam on which this moment falls. */
export function dayOf(moment: Date): PlainDate {
  return ISO_DAY.format(moment) as PlainDate
}

/** The moment at which a day of Việt Nam begins (UTC+7 all year). */
export function startOfDay(date: PlainDate): Date {
  return new Date(`${date}T00:00:00+07:00`)
}

function dayNumber(date: PlainDate): number {
  return Math.round(Date.parse(`${date}T00:00:00Z`) / MS_PER_DAY)
}

function fromDayNumber(days: number): PlainDate {
  return new Date(days * MS_PER_DAY).toISOString().slice(0, 10) as PlainDate
}

export function addDays(date: PlainDate, days: number): PlainDate {
  return fromDayNumber(dayNumber(date) + days)
}

/** How many days from `from` to `to`: negative when `to` is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return dayNumber(to) - dayNumber(from)
}

/** 1 = Monday … 7 = Sunday. */
export function weekday(date: PlainDate): number {
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1
}

/** `dd/MM/yyyy`, as everywhere on screen. */
export function formatDate(date: PlainDate | string): string {
  const [year, month, day] = date.split('-')
  return [day, month, year].filter(Boolean).join('/')
}

const WEEKDAYS = ['Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy', 'Chủ nhật'] as const

/** «Thứ Ba, 12/07/2022». */
export function formatDateWithWeekday(date: PlainDate): string {
  return `${WEEKDAYS[weekday(date) - 1]}, ${formatDate(date)}`
}

/** `HH:mm` in Việt Nam. */
export function formatTime(moment: Date): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: VIETNAM_TIME_ZONE, hour: '2-digit', minute: '2-digit' }).format(
    moment,
  )
}

/** `HH:mm, dd/MM/yyyy` in Việt Nam. */
export function formatMoment(moment: Date): string {
  return `${formatTime(moment)}, ${formatDate(dayOf(moment))}`
}
