import type { FactKind, WireFactValue } from '../fact-values.ts'
import { FORMS, type MemberForm } from './fact-forms.ts'
import { noPaperDate, paperDateText, parsePaperDate } from './paper-date.ts'

/** What stands in the boxes of one fact, by member. */
export type Typed = Readonly<Record<string, string>>

/** What is wrong with one box. */
export type MemberProblem = { member: string; text: string }

/** The boxes of a fact as its value fills them. */
export function typedOf(kind: FactKind, value: WireFactValue): Typed {
  return Object.fromEntries(FORMS[kind].map((member) => [member.name, shownMember(member, value[member.name] ?? null)]))
}

/** The boxes of a fact of this kind of which nothing is known; `from` is text chosen in the paper. */
export function emptyTyped(kind: FactKind, from?: string): Typed {
  const typed = Object.fromEntries(FORMS[kind].map((member) => [member.name, member.start ?? '']))
  const main = FORMS[kind].find((member) => member.main) ?? FORMS[kind][0]
  if (from === undefined || main === undefined) return typed
  const words = from.replace(/\s+/g, ' ').trim()
  const taken = main.kind === 'date' ? paperDateText(dateIn(words)) : words.slice(0, main.max ?? 500)
  return { ...typed, [main.name]: taken }
}

/** The value typed, or every box that cannot be sent as it is. `before` keeps members that have no box. */
export function readTyped(
  kind: FactKind,
  typed: Typed,
  before: WireFactValue = {},
): { value: WireFactValue } | { problems: MemberProblem[] } {
  const problems: MemberProblem[] = []
  const value: WireFactValue = { ...before }
  for (const member of FORMS[kind]) {
    const read = readMember(member, typed[member.name] ?? '')
    if ('problem' in read) problems.push({ member: member.name, text: read.problem })
    else value[member.name] = read.value
  }
  return problems.length > 0 ? { problems } : { value }
}

/** Whether two values say the same, a member that is absent counting as none. */
export function sameValue(a: WireFactValue, b: WireFactValue): boolean {
  const names = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...names].every((name) => (a[name] ?? null) === (b[name] ?? null))
}

function shownMember(member: MemberForm, value: string | number | null): string {
  if (value === null) return member.start ?? ''
  if (member.kind === 'date') return paperDateText(String(value))
  if (member.kind === 'number') return String(value).replace('.', ',')
  return member.words?.[String(value)] ?? String(value)
}

type Read = { value: string | number | null } | { problem: string }

function readMember(member: MemberForm, typed: string): Read {
  const text = typed.trim()
  if (text === '')
    return member.required ? { problem: `Nhập ${member.label.toLocaleLowerCase('vi')}` } : { value: null }
  switch (member.kind) {
    case 'date': {
      const date = parsePaperDate(text)
      return date === undefined ? { problem: noPaperDate(text) } : { value: date }
    }
    case 'number': {
      const number = /^\d{1,12}([.,]\d{1,4})?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN
      if (Number.isNaN(number)) return { problem: 'Nhập số, ví dụ 15 hoặc 1,5' }
      if (member.whole && !Number.isInteger(number)) return { problem: 'Nhập số nguyên' }
      return { value: number }
    }
    case 'choice':
      return { value: text }
    case 'line':
    case 'area':
      if (member.max !== undefined && text.length > member.max) {
        return { problem: `${member.label} dài quá ${member.max} ký tự. Rút ngắn lại` }
      }
      return { value: Object.entries(member.words ?? {}).find(([, word]) => word === text)?.[0] ?? text }
  }
}

/** The first date in a stretch of the paper: «ngày 15 tháng 7 năm 2022», «30/6/2022», «tháng 01/2022», «năm 2022». */
function dateIn(text: string): string | null {
  const spoken = /(?:ngày\s+(\d{1,2})\s+)?tháng\s+(\d{1,2})\s+năm\s+(\d{4})/iu.exec(text)
  const figures = /(\d{1,2}\s*[/.-]\s*)?\d{1,2}\s*[/.-]\s*\d{4}|\b\d{4}\b/u.exec(text)?.[0]
  const typed = spoken ? [spoken[1], spoken[2], spoken[3]].filter(Boolean).join('/') : figures
  return typed === undefined ? null : (parsePaperDate(typed) ?? null)
}
