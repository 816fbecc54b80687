import { isFigure, linesOf } from './definition.ts'
import type { FormDefinition, FormLine, LineKind, LineValue, ReportContent } from './form.ts'

/** One thing still missing before the report may be sent, with the line it leads to. */
export type Missing = { readonly what: string; readonly field: string }

/** What a line holds before anybody has written on it. */
export function emptyValue(kind: LineKind): LineValue {
  switch (kind) {
    case 'count':
      return { kind, count: null, note: '' }
    case 'share':
      return { kind, numerator: null, denominator: null, note: '' }
    case 'amount':
      return { kind, amount: null, note: '' }
    case 'yes-no':
      return { kind, yes: null, note: '' }
    case 'narrative':
      return { kind, text: '' }
    case 'list':
      return { kind, items: [] }
  }
}

/** Does the line say what it asks for? A share needs both its numbers. */
export function isFilled(value: LineValue): boolean {
  switch (value.kind) {
    case 'count':
      return value.count !== null
    case 'share':
      return value.numerator !== null && value.denominator !== null
    case 'amount':
      return value.amount !== null
    case 'yes-no':
      return value.yes !== null
    case 'narrative':
      return value.text.trim() !== ''
    case 'list':
      return value.items.some((item) => item.who.trim() !== '' || item.what.trim() !== '')
  }
}

/** Nothing at all stands on the line, no note either. */
export function isUntouched(value: LineValue): boolean {
  if (value.kind === 'share' && (value.numerator !== null || value.denominator !== null)) return false
  if (value.kind === 'list') return value.items.length === 0
  return !isFilled(value) && (!('note' in value) || value.note.trim() === '')
}

/** The unit has no figure and says why: that is an answer, shown as «chưa có» and added to nothing. */
export function isExplained(value: LineValue): boolean {
  return 'note' in value && !isFilled(value) && !isHalf(value) && value.note.trim() !== ''
}

function isHalf(value: LineValue): boolean {
  return value.kind === 'share' && (value.numerator === null) !== (value.denominator === null)
}

/** Items of a list that do not yet say what was done, counted from 1: kept as typed, and asked for when the report is sent. */
function halfItems(value: LineValue): number[] {
  if (value.kind !== 'list') return []
  return value.items.flatMap((item, at) => (item.what.trim() === '' ? [at + 1] : []))
}

/**
 * What looks odd in a figure that may all the same be true: 0 of 0, more than the whole, a whole that differs from the staff list. It is
 * shown to whoever writes and to whoever receives; it blocks nothing.
 */
export function doubtsOf(line: FormLine, value: LineValue, context: { headcount: number | null }): string[] {
  const { headcount } = context
  const ofPeople = line.unit.trim().toLowerCase() === 'người' && headcount !== null && headcount > 0
  if (value.kind === 'count' && value.count !== null && ofPeople && value.count > headcount) {
    return [`Đơn vị có ${headcount} người trong danh sách, ở đây ghi ${value.count}`]
  }
  if (value.kind !== 'share') return []
  const { numerator, denominator } = value
  const doubts: string[] = []
  if (denominator === 0 && numerator !== null) doubts.push('Tổng số bằng 0 nên không tính được tỷ lệ')
  if (numerator !== null && denominator !== null && numerator > denominator) {
    doubts.push(`Số đạt ${numerator} lớn hơn tổng số ${denominator}. Nếu đúng, nêu lý do ở phần giải trình`)
  }
  if (ofPeople && denominator !== null && denominator !== headcount) {
    doubts.push(`Đơn vị có ${headcount} người trong danh sách, ở đây ghi ${denominator}`)
  }
  return doubts
}

/**
 * What is missing before the report may be handed over or sent. A required figure may be left out only with a word of why; evidence is
 * asked for where a figure or a text stands.
 */
export function missingIn(definition: FormDefinition, content: ReportContent): Missing[] {
  return linesOf(definition).flatMap((line) => {
    const there = content.lines[line.key]
    return missingOn(line, there?.value ?? emptyValue(line.kind), there?.fileIds.length ?? 0)
  })
}

function missingOn(line: FormLine, value: LineValue, files: number): Missing[] {
  const field = `lines.${line.key}`
  if (value.kind !== line.kind) return [{ what: `“${line.label}” (loại dòng đã đổi, điền lại)`, field }]
  if (isHalf(value)) return [{ what: `“${line.label}” (đủ cả số đạt và tổng số)`, field }]
  const half = halfItems(value)
  if (half.length > 0) {
    return [{ what: `“${line.label}” (mục ${half.join(', ')}: ghi việc đã làm, kết quả, hoặc bỏ mục)`, field }]
  }
  if (!isFilled(value)) return line.required && !isExplained(value) ? [{ what: `“${line.label}”`, field }] : []
  if (line.evidence === 'required' && files === 0) {
    return [{ what: `minh chứng của “${line.label}”`, field: `${field}.files` }]
  }
  return []
}

/** A figure of a report as it is added up. */
export type Figure = { readonly lineKey: string; readonly amount: number; readonly base: number | null }

/** The figures of what was sent. What is not filled in gives none: it is never counted as zero. */
export function figuresOf(definition: FormDefinition, content: ReportContent): Figure[] {
  return linesOf(definition).flatMap((line): Figure[] => {
    const value = content.lines[line.key]?.value
    if (value === undefined || value.kind !== line.kind || !isFigure(line.kind)) return []
    return figureOf(line.key, value)
  })
}

function figureOf(lineKey: string, value: LineValue): Figure[] {
  switch (value.kind) {
    case 'count':
      return value.count === null ? [] : [{ lineKey, amount: value.count, base: null }]
    case 'amount':
      return value.amount === null ? [] : [{ lineKey, amount: value.amount, base: null }]
    case 'yes-no':
      return value.yes === null ? [] : [{ lineKey, amount: value.yes ? 1 : 0, base: null }]
    case 'share':
      return value.numerator === null || value.denominator === null
        ? []
        : [{ lineKey, amount: value.numerator, base: value.denominator }]
    case 'narrative':
    case 'list':
      return []
  }
}

/** Why the value cannot stand on the line at all, in words; a figure may be odd, but not negative and not of another kind. */
export function whyWrong(line: FormLine, value: LineValue): string | undefined {
  if (value.kind !== line.kind) return 'loại dòng trong biểu mẫu đã đổi. Tải lại trang rồi điền'
  const numbers = numbersIn(value)
  if (numbers.some((number) => number < 0)) return 'số liệu không thể âm. Nhập từ 0 trở lên'
  return numbers.every((number) => Number.isSafeInteger(number)) ? undefined : 'nhập số nguyên'
}

function numbersIn(value: LineValue): number[] {
  switch (value.kind) {
    case 'count':
      return value.count === null ? [] : [value.count]
    case 'amount':
      return value.amount === null ? [] : [value.amount]
    case 'share':
      return [value.numerator, value.denominator].filter((number) => number !== null)
    case 'yes-no':
    case 'narrative':
    case 'list':
      return []
  }
}

/** Do two lines say the same? */
export function sameValue(a: LineValue, b: LineValue): boolean {
  return JSON.stringify(inOrder(a)) === JSON.stringify(inOrder(b))
}

function inOrder(value: LineValue): unknown {
  const ordered = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return value.kind === 'list' ? value.items.map(({ kind, who, what }) => [kind, who, what]) : ordered
}

/**
 * What stands on a line once something brought to it is put there: items and texts are added to those that stand, a figure takes the place of
 * the one before, and a paper alone leaves the line as it is.
 */
export function withBrought(there: LineValue | undefined, brought: LineValue): LineValue {
  if (there === undefined || there.kind !== brought.kind) return brought
  if (isUntouched(brought)) return there
  if (there.kind === 'list' && brought.kind === 'list') {
    const known = new Set(there.items.map((item) => JSON.stringify([item.kind, item.who, item.what])))
    const further = brought.items.filter(({ kind, who, what }) => !known.has(JSON.stringify([kind, who, what])))
    return { kind: 'list', items: [...there.items, ...further] }
  }
  if (there.kind === 'narrative' && brought.kind === 'narrative') {
    const [before, more] = [there.text.trim(), brought.text.trim()]
    return before === '' || before.includes(more)
      ? before === ''
        ? brought
        : there
      : { kind: 'narrative', text: `${before}\n\n${more}` }
  }
  return brought
}
