import lunar from '../../../law/working-days/lunar-days.json' with { type: 'json' }
import law from '../../../law/working-days/public-holidays.json' with { type: 'json' }
import { addDays, formatDate, type PlainDate, plainDate, weekday } from '../../kernel/plain-date.ts'

export type ProposedDay = { day: PlainDate; name: string; basis: string; compensating: boolean }
export type Proposal = {
  days: ProposedDay[]
  /** What the law leaves to each year's announcement, or what is not checked: said to whoever confirms. */
  notes: string[]
}

type Holiday = { day: PlainDate; name: string }

/**
 * The public holidays of a year by the law in force in it, with a compensating day for each that falls on a Saturday or Sunday: the next
 * working day. Only a proposal: which days around Tết and Quốc khánh are off is announced year by year. Nothing where no law or no lunar
 * day is known for the year.
 */
export function proposeHolidays(year: number): Proposal | undefined {
  const first = `${year}-01-01`
  const rule = law.values.find((one) => one.from <= first && (one.to === null || first <= one.to))
  const moon = lunar.values.find((one) => one.year === year)
  if (!rule || !moon) return undefined
  const basis = `${rule.source}, ${rule.holidays}`
  const holidays = holidaysOf(year, moon, rule.days)
  const off = new Set<PlainDate>(holidays.map((one) => one.day))
  const days: ProposedDay[] = holidays.map((one) => ({ ...one, basis, compensating: false }))
  for (const { day, name } of holidays) {
    if (weekday(day) <= 5) continue
    let instead = addDays(day, 1)
    while (weekday(instead) > 5 || off.has(instead)) instead = addDays(instead, 1)
    off.add(instead)
    const words = `Nghỉ bù ${name}`
    days.push({ day: instead, name: words, basis: `${rule.source}, ${rule.compensation}`, compensating: true })
  }
  return { days: days.sort((a, b) => (a.day < b.day ? -1 : 1)), notes: notesOf(year, rule) }
}

function holidaysOf(year: number, moon: { tet: string; gioTo: string }, counts: { national: number }): Holiday[] {
  const tet = plainDate(moon.tet)
  const national = plainDate(`${year}-09-02`)
  const beside = addDays(national, besideNational(national))
  return [
    { day: plainDate(`${year}-01-01`), name: 'Tết Dương lịch' },
    { day: addDays(tet, -1), name: 'Tết Âm lịch, ngày cuối năm' },
    ...[0, 1, 2, 3].map((no) => ({ day: addDays(tet, no), name: `Tết Âm lịch, mùng ${no + 1}` })),
    { day: plainDate(moon.gioTo), name: 'Giỗ Tổ Hùng Vương' },
    { day: plainDate(`${year}-04-30`), name: 'Ngày Chiến thắng' },
    { day: plainDate(`${year}-05-01`), name: 'Ngày Quốc tế Lao động' },
    { day: national, name: 'Quốc khánh' },
    ...(counts.national > 1 ? [{ day: beside, name: 'Quốc khánh, ngày liền kề' }] : []),
  ]
}

/** The day before or after, whichever joins the weekend; on Wednesday, or where both are on the weekend, the day before. */
function besideNational(national: PlainDate): 1 | -1 {
  const day = weekday(national)
  return day === 4 || day === 1 || day === 7 ? 1 : -1
}

function notesOf(year: number, rule: (typeof law.values)[number]): string[] {
  const left =
    'Những ngày nghỉ Tết Âm lịch và ngày liền kề Quốc khánh theo thông báo từng năm của cơ quan có thẩm quyền. Ngày hoán đổi, nếu có, thêm riêng.'
  const unsure = `Căn cứ ${rule.source} chưa được đối chiếu với bản gốc.`
  const later = `Đề xuất theo ${rule.source}. Văn bản sửa đổi sau đó, nếu có, chưa được tính đến.`
  return [left, ...(rule.verified ? [] : [unsure]), ...(year >= 2026 ? [later] : [])]
}

/** «Năm 2027 chưa xác nhận ngày nghỉ …»: said wherever a day depends on such a year. */
export function unconfirmedWords(years: readonly number[]): string | undefined {
  if (years.length === 0) return undefined
  return `Ngày nghỉ năm ${years.join(', ')} chưa được quản trị viên xác nhận theo thông báo. Ngày tính theo ngày làm việc có thể thay đổi.`
}

/** «Thông báo số 4875/TB-LĐTBXH ngày 01/12/2021». */
export function announcementWords(number: string, on: PlainDate | string | null): string {
  return `Thông báo số ${number}${on === null ? '' : ` ngày ${formatDate(on)}`}`
}
