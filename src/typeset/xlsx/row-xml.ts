import { columnName } from '../../kernel/cell-name.ts'
import { serialOfDay } from '../../kernel/day-text.ts'
import { formatDate, plainDate } from '../../kernel/plain-date.ts'
import { MOST_CELL_TEXT, serialOfMoment } from '../../kernel/sheet-cell.ts'
import type { SheetColumn, SheetColumns, SheetValue } from '../../kernel/sheet-columns.ts'
import { withGuard } from '../../kernel/sheet-text.ts'
import { cleanText } from '../../kernel/vietnamese-text.ts'

type Values = Readonly<Record<string, SheetValue | undefined>>

/** Writes one row as the XML of a sheet. Takes the number Excel shows beside it. */
export type RowWriter = (row: Values, no: number) => string

/** How the rows under these columns are written; `styles` gives each column's number of style. */
export function rowWriter(columns: SheetColumns, styles: readonly string[], wholeDay: string): RowWriter {
  const cells = columns.map((column, no) => cellWriter(column, columnName(no), styles[no] ?? '0', wholeDay))
  const keys = columns.map((column) => column.key)
  return (row, no) => {
    let xml = `<row r="${no}">`
    for (let at = 0; at < keys.length; at += 1) xml += cells[at]?.(row[keys[at] ?? ''], no) ?? ''
    return `${xml}</row>`
  }
}

type CellWriter = (value: SheetValue | undefined, no: number) => string

function cellWriter(column: SheetColumn, letters: string, style: string, wholeDay: string): CellWriter {
  const empty = (no: number) => `<c r="${letters}${no}" s="${style}"/>`
  const number = (value: number, no: number, styled = style) =>
    `<c r="${letters}${no}" s="${styled}"><v>${value}</v></c>`
  const text = (value: string, no: number) =>
    value === ''
      ? empty(no)
      : `<c r="${letters}${no}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xmlText(value)}</t></is></c>`
  const write = valueWriter(column, { number, text, wholeDay })
  return (value, no) => (value === null || value === undefined ? empty(no) : write(value, no))
}

type Forms = {
  readonly number: (value: number, no: number, style?: string) => string
  readonly text: (value: string, no: number) => string
  readonly wholeDay: string
}

function valueWriter(
  column: SheetColumn,
  { number, text, wholeDay }: Forms,
): (value: SheetValue, no: number) => string {
  switch (column.kind) {
    case 'text':
    case 'id':
      return (value, no) => text(String(value), no)
    case 'whole':
    case 'decimal':
      return (value, no) => {
        if (typeof value !== 'number' || !Number.isFinite(value))
          throw new Error(`no number in ${column.key}: ${value}`)
        return number(value, no)
      }
    case 'day':
      return (value, no) => dayCell(String(value), no, number, text)
    case 'partial-day':
      return (value, no) => dayCell(String(value), no, (serial, row) => number(serial, row, wholeDay), text)
    case 'moment':
      return (value, no) => number(serialOfMoment(new Date(String(value))), no)
    case 'yes-no':
      return (value, no) => text(value === true ? 'có' : 'không', no)
    case 'choice': {
      const words = new Map(column.choices.map((choice) => [choice.code, choice.word]))
      return (value, no) => text(words.get(String(value)) ?? String(value), no)
    }
  }
}

/** A real day of Excel; as text what is no whole day, and days before March 1900, which Excel counts wrongly. */
function dayCell(
  value: string,
  no: number,
  number: (value: number, no: number) => string,
  text: (value: string, no: number) => string,
): string {
  const serial = value.length === 10 ? serialOfDay(plainDate(value)) : undefined
  return serial === undefined ? text(formatDate(value), no) : number(serial, no)
}

const NEEDS_CARE = /[&<>_]|[^\t\n\x20-\x7e]/

/**
 * Text as it may stand in a cell: never a formula, no character XML does not know, no more than Excel can hold. What
 * looks like Excel's own writing of a character by number («_x000D_») is kept from being taken for one.
 */
export function xmlText(value: string): string {
  const guarded = withGuard(value)
  if (guarded.length <= MOST_CELL_TEXT && !NEEDS_CARE.test(guarded)) return guarded
  return shortEnough(cleanText(guarded).replace(/[\uFFFE\uFFFF]/g, ''))
    .replace(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}

function shortEnough(text: string): string {
  return text.length <= MOST_CELL_TEXT ? text : `${text.slice(0, MOST_CELL_TEXT - 1).toWellFormed()}…`
}
