import { formatDate } from '../../../kernel/plain-date.ts'

/**
 * Dates as precise as the paper gives them, between the wire (`2022`, `2022-01`, `2022-01-19`, yearly `--11-20`) and the box in
 * which an officer types them (`2022`, `01/2022`, `19/01/2022`, `20/11 hằng năm`).
 */
export function paperDateText(date: string | null): string {
  if (date === null || date === '') return ''
  if (!date.startsWith('--')) return formatDate(date)
  const [month = '', day] = date.slice(2).split('-')
  return day === undefined ? `tháng ${month} hằng năm` : `${day}/${month} hằng năm`
}

const YEARLY = /\s*(hằng|hàng)\s+năm$/iu

/** The date typed; `null` for an empty box, `undefined` when it is no date of the calendar. */
export function parsePaperDate(typed: string): string | null | undefined {
  const text = typed.normalize('NFC').trim()
  if (text === '') return null
  if (YEARLY.test(text)) return yearly(text.replace(YEARLY, ''))
  const parts = text.split(/\s*[/.-]\s*/)
  if (parts.some((part) => !/^\d+$/.test(part))) return undefined
  const [first = '', second, third] = parts
  if (parts.length === 1) return /^\d{4}$/.test(first) ? first : undefined
  if (parts.length === 2) {
    if (/^\d{4}$/.test(second ?? '')) return monthOf(second ?? '', first)
    return dayMonth(first, second ?? '')
  }
  if (parts.length !== 3 || !/^\d{4}$/.test(third ?? '')) return undefined
  const month = monthOf(third ?? '', second ?? '')
  return month === undefined ? undefined : dayOfMonth(month, first)
}

/** What to say of a text that is no date. */
export function noPaperDate(typed: string): string {
  return /^\s*\d{1,2}\s*[/.-]\s*\d{1,2}(\s*[/.-]\s*\d{4})?\s*$/.test(typed)
    ? `Không có ngày ${typed.trim()}. Nhập ngày có trên lịch`
    : 'Nhập ngày, tháng/năm hoặc năm, ví dụ 05/07/2022, 07/2022, 2022'
}

function yearly(text: string): string | undefined {
  const month = /^(?:tháng\s+)?(\d{1,2})$/iu.exec(text.trim())?.[1]
  if (month !== undefined) return inRange(month, 12) ? `--${month.padStart(2, '0')}` : undefined
  const [day, ofMonth] = text.trim().split(/\s*[/.-]\s*/)
  return day !== undefined && ofMonth !== undefined ? dayMonth(day, ofMonth) : undefined
}

/** A day without a year is a day of every year. 2024 is a leap year: 29/02 comes, if not every year. */
function dayMonth(day: string, month: string): string | undefined {
  const within = monthOf('2024', month)
  const whole = within === undefined ? undefined : dayOfMonth(within, day)
  return whole === undefined ? undefined : `--${whole.slice(5)}`
}

function monthOf(year: string, month: string): string | undefined {
  return inRange(month, 12) ? `${year}-${month.padStart(2, '0')}` : undefined
}

function dayOfMonth(month: string, day: string): string | undefined {
  const [year, ofYear] = month.split('-').map(Number)
  const last = new Date(Date.UTC(year ?? 0, ofYear ?? 0, 0)).getUTCDate()
  return inRange(day, last) ? `${month}-${day.padStart(2, '0')}` : undefined
}

function inRange(text: string, to: number): boolean {
  return /^\d{1,2}$/.test(text) && Number(text) >= 1 && Number(text) <= to
}
