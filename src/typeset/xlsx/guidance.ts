import { refusalSentence } from '../../kernel/refusals.ts'
import type { SheetColumn, SheetColumns } from '../../kernel/sheet-columns.ts'
import { withGuard } from '../../kernel/sheet-text.ts'
import { isHidden } from './sheet.ts'

/** How each kind of column is filled in, as the reader understands it. */
function howToEnter(column: SheetColumn): string {
  switch (column.kind) {
    case 'text':
      return column.most === undefined ? 'Chữ' : `Chữ, nhiều nhất ${column.most} ký tự`
    case 'id':
      return 'Mã của hệ thống: giữ nguyên; để trống với dòng mới'
    case 'whole':
      return `Số nguyên${between(column.least, column.greatest)}`
    case 'decimal':
      return `Số, phần lẻ sau dấu phẩy${between(column.least, column.greatest)}`
    case 'day':
      return 'Ngày trước, tháng sau, năm đủ bốn chữ số'
    case 'partial-day':
      return 'Ngày đầy đủ; chỉ biết tháng hoặc năm thì nhập tháng hoặc năm'
    case 'moment':
      return 'Ngày và giờ'
    case 'yes-no':
      return 'Có hoặc không'
    case 'choice':
      return `Chọn một trong: ${column.choices.map((choice) => choice.word).join('; ')}`
  }
}

function between(least?: number, greatest?: number): string {
  if (least !== undefined && greatest !== undefined) return `, từ ${least} đến ${greatest}`
  if (least !== undefined) return `, từ ${least} trở lên`
  return greatest === undefined ? '' : `, nhiều nhất ${greatest}`
}

function exampleOf(column: SheetColumn): string {
  if (column.example !== undefined) return column.example
  switch (column.kind) {
    case 'text':
    case 'id':
      return ''
    case 'whole':
      return '1.234'
    case 'decimal':
      return '1.234,5'
    case 'day':
      return '15/07/1990'
    case 'partial-day':
      return '15/07/1990; 07/1990; 1990'
    case 'moment':
      return '15/07/2026 08:30'
    case 'yes-no':
      return 'có'
    case 'choice':
      return column.choices[0]?.word ?? ''
  }
}

/** One sentence for the note beside a cell. */
export function cellNote(column: SheetColumn): string {
  const example = exampleOf(column)
  const sentence = [column.help ?? howToEnter(column), example === '' ? '' : `Ví dụ: ${example}`]
  return sentence.filter(Boolean).join('. ').slice(0, 250).toWellFormed()
}

/** What is said when something else than a choice is entered. */
export function choiceError(column: SheetColumn & { kind: 'choice' }): string {
  const choices = column.choices.map((choice) => choice.word).join(', ')
  return refusalSentence('cell-not-a-choice', { found: 'Giá trị này', choices }).slice(0, 220).toWellFormed()
}

/** The rows of the sheet «Hướng dẫn», its own head first. */
export function guidanceRows(columns: SheetColumns): string[][] {
  const rows = columns
    .filter((column) => !isHidden(column))
    .map((column) => [
      column.head,
      column.required ? 'bắt buộc' : '',
      [column.help, howToEnter(column)].filter(Boolean).join('. '),
      exampleOf(column),
    ])
  return [['Cột', 'Bắt buộc', 'Cách nhập', 'Ví dụ'], ...rows].map((row) => row.map((cell) => withGuard(cell)))
}

/** What stands above those rows. */
export const GUIDANCE_NOTES = [
  'Mỗi dòng một mục. Không sửa dòng tiêu đề, không gộp ô, không chèn dòng trên tiêu đề.',
  'Thứ tự cột không quan trọng. Cột ẩn (nếu có) dùng để nhận lại đúng dòng đã xuất: giữ nguyên.',
] as const
