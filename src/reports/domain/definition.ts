import type { FigureKind, FormDefinition, FormLine, LineKind } from './form.ts'
import { FIGURE_KINDS } from './form.ts'

export const KIND_WORDS: Readonly<Record<LineKind, string>> = {
  count: 'Số đếm',
  share: 'Tỷ lệ (số đạt trên tổng số)',
  amount: 'Số tiền (đồng)',
  'yes-no': 'Có hoặc không',
  narrative: 'Phần viết',
  list: 'Danh sách',
}

export const MOST_SECTIONS = 40
export const MOST_LINES = 300

/** What is not right yet in a form, with the place it leads to: `definition.sections.0.lines.2.label`. */
export type DefinitionProblem = { readonly field: string; readonly text: string }

export function linesOf(definition: FormDefinition): readonly FormLine[] {
  return definition.sections.flatMap((section) => section.lines)
}

export function findLine(definition: FormDefinition, key: string): FormLine | undefined {
  return linesOf(definition).find((line) => line.key === key)
}

export function isFigure(kind: LineKind): kind is FigureKind {
  return (FIGURE_KINDS as readonly string[]).includes(kind)
}

/** The form with these lines alone; sections that become empty are left out. */
export function onlyLines(definition: FormDefinition, keys: ReadonlySet<string>): FormDefinition {
  const sections = definition.sections.map((section) => ({
    ...section,
    lines: section.lines.filter((line) => keys.has(line.key)),
  }))
  return { sections: sections.filter((section) => section.lines.length > 0) }
}

/**
 * What must be mended before the form is published: something to fill, words on every section and line, a measure for what is counted,
 * a plan within its measure, and no key twice.
 */
export function problemsOf(definition: FormDefinition): DefinitionProblem[] {
  const count = linesOf(definition).length
  const problems: DefinitionProblem[] = []
  if (count === 0) problems.push({ field: 'definition', text: 'Thêm ít nhất một dòng cho đơn vị điền' })
  if (count > MOST_LINES) {
    problems.push({ field: 'definition', text: `Biểu mẫu có ${count} dòng, quá ${MOST_LINES}. Bỏ bớt dòng` })
  }
  const seen = new Set<string>()
  for (const [at, section] of definition.sections.entries()) {
    const place = `definition.sections.${at}`
    if (section.title.trim() === '') problems.push({ field: `${place}.title`, text: `Nhập tên phần ${at + 1}` })
    problems.push(...twice(seen, section.key, place))
    for (const [no, line] of section.lines.entries()) {
      problems.push(...twice(seen, line.key, `${place}.lines.${no}`), ...lineProblems(line, `${place}.lines.${no}`))
    }
  }
  return problems
}

function twice(seen: Set<string>, key: string, field: string): DefinitionProblem[] {
  if (seen.has(key)) return [{ field, text: 'Hai dòng mang cùng một mã. Xóa một dòng rồi thêm lại' }]
  seen.add(key)
  return []
}

function lineProblems(line: FormLine, place: string): DefinitionProblem[] {
  const problems: DefinitionProblem[] = []
  const name = line.label.trim() === '' ? 'dòng chưa có tên' : `“${line.label.trim()}”`
  if (line.label.trim() === '') problems.push({ field: `${place}.label`, text: 'Nhập tên dòng: đơn vị phải điền gì' })
  if ((line.kind === 'count' || line.kind === 'share') && line.unit.trim() === '') {
    problems.push({ field: `${place}.unit`, text: `Nhập đơn vị tính của ${name}, ví dụ: người, nhiệm vụ` })
  }
  if (line.planned !== null && !isFigure(line.kind)) {
    problems.push({ field: `${place}.planned`, text: `${name} không phải số liệu nên không có chỉ tiêu bằng số` })
  }
  if (line.planned !== null && line.planned < 0) {
    problems.push({ field: `${place}.planned`, text: `Chỉ tiêu của ${name} phải từ 0 trở lên` })
  }
  return problems
}
