import { findDates } from './dates.ts'
import type { DueDay } from './facts.ts'
import type { View } from './view.ts'

/** A due day and the stretch of the view that sets it, trigger included. */
export type FoundDue = { from: number; to: number; due: DueDay }

const TRIGGER =
  /(?<before>(?:cham nhat |muon nhat )?truoc(?: (?:luc )?\d{1,2} ?(?:h|gio|g) ?\d{0,2}(?: phut)?,?)?)(?= (?:ngay|thang|hoi|\d))|(?<by>cham nhat(?: la)?(?: vao| den| trong)?(?: het)?|muon nhat(?: la)?|han chot(?: la)?(?: vao)?(?: het)?|han cuoi(?: la)?|thoi han(?: (?:nop|gui|bao cao|hoan thanh|dang ky|nhan)[a-z ]{0,40})?(?: la| den)?(?: het)?|thoi gian (?:nop|gui|bao cao|dang ky|nhan)[a-z ]{0,40}? den het|khong qua|khong muon hon|khong cham hon|han nop|han gui|han|(?<=(?:bao cao|gui|nop|hoan thanh|tong ket|so ket|xong|trinh)[^;.]{0,80} )trong)(?:(?= (?:ngay|thang|\d|het|truoc))| ?: ?)/g

const WITHOUT_DATE = /^ ?ngay (\d{1,2})(?= (?:cua )?(?:thang|quy|hang|moi))/

/** The due days of a view, in order. `year` stands in where the paper prints none. */
export function findDueDays(view: View, year: string | null, from = 0, to = view.text.length): FoundDue[] {
  const found: FoundDue[] = []
  const words = view.fold.slice(0, to)
  for (const match of words.matchAll(TRIGGER)) {
    if (match.index < from || (found.at(-1)?.to ?? -1) > match.index) continue
    if (/[a-z]/.test(words.charAt(match.index - 1))) continue
    const after = match.index + match[0].length
    const window = words.slice(after, after + 48)
    const lead =
      /^[ :]*(?:(?:het|den|la|vao|trong|truoc) )*(?:\d{1,2} ?(?:h|gio|g) ?\d{0,2}(?: phut)?,? )?(?:ngay )?/.exec(
        window,
      )?.[0].length ?? 0
    const date = findDates(window, year)[0]
    const relation = match.groups?.before || /truoc/.test(window.slice(0, lead)) ? 'before' : 'by'
    if (date && date.start <= lead + 1) {
      const end = after + date.end + (/^ ?(?:hang|hằng|moi) nam/.exec(words.slice(after + date.end))?.[0].length ?? 0)
      const invented = date.yearless && !date.yearly && year === null
      const before = found.at(-1)
      const said = words.slice(Math.max(from, match.index - 90), match.index)
      const yearlyAct = /(?:^|[^a-z])(?:hang|moi) nam(?![a-z])[^;.]*$/.test(said)
      const everyYear =
        (date.yearless && yearlyAct) ||
        (date.yearless && before?.due.date?.startsWith('--') && !words.slice(before.to, match.index).includes('.'))
      const day = everyYear
        ? (findDates(window.slice(0, date.end), null)[0]?.date ?? null)
        : invented
          ? null
          : date.date
      found.push({
        from: match.index,
        to: end,
        due: { date: day, relation, printed: view.text.slice(match.index, end) },
      })
    } else if (WITHOUT_DATE.test(window)) {
      const end = after + (/^ ?ngay \d{1,2}[a-z0-9 ]{0,24}/.exec(window)?.[0].length ?? 0)
      found.push({
        from: match.index,
        to: end,
        due: { date: null, relation, printed: view.text.slice(match.index, end).trim() },
      })
    }
  }
  return found
}
