import { cellName } from '../../kernel/cell-name.ts'
import { type Refusal, refusal } from '../../kernel/result.ts'
import { cellText } from '../../kernel/sheet-cell.ts'
import type { SheetColumn, SheetColumns } from '../../kernel/sheet-columns.ts'
import { foldForSearch } from '../../kernel/vietnamese-text.ts'
import type { Merged } from './merged-cells.ts'
import type { RawRow } from './sheet-rows.ts'

/** Where each column stands in a sheet that is read. */
export type SheetHead = {
  readonly sheet: string
  readonly row: number
  /** The columns of the sheet that are known: `column` counts from 0. */
  readonly columns: readonly { readonly key: string; readonly column: number; readonly head: string }[]
  /** Heads nobody knows: their cells are left out, which whoever brings the sheet should be told. */
  readonly unknown: readonly { readonly cell: string; readonly head: string }[]
}

type Candidate = {
  readonly row: number
  readonly known: readonly { column: number; at: number; head: string }[]
  readonly unknown: readonly { at: number; head: string }[]
}

/** How well a row would do as the head: how many of the columns it names. */
export function asHead(columns: SheetColumns, row: RawRow): Candidate {
  const names = namesOf(columns)
  const known: { column: number; at: number; head: string }[] = []
  const unknown: { at: number; head: string }[] = []
  for (const [at, raw] of row.cells.entries()) {
    if (raw === undefined) continue
    const head = cellText(raw).replace(/\s+/g, ' ')
    const column = names.get(foldForSearch(head))
    if (column === undefined) unknown.push({ at, head })
    else known.push({ column, at, head })
  }
  return { row: row.no, known, unknown }
}

const known = new WeakMap<SheetColumns, ReadonlyMap<string, number>>()

/** Heads folded: case, marks, blanks, signs and the star of a required column do not matter. */
function namesOf(columns: SheetColumns): ReadonlyMap<string, number> {
  const kept = known.get(columns)
  if (kept) return kept
  const names = new Map<string, number>()
  for (const [no, column] of columns.entries()) names.set(foldForSearch(column.head), no)
  for (const [no, column] of columns.entries()) {
    for (const alias of column.aliases ?? []) {
      const folded = foldForSearch(alias)
      if (!names.has(folded)) names.set(folded, no)
    }
  }
  known.set(columns, names)
  return names
}

/** Whether nothing is missing in a row taken for the head, and nothing strange is in it. */
export function fits(columns: SheetColumns, { known, unknown }: Candidate): boolean {
  const named = new Set(known.map((one) => one.column))
  const enough = named.size >= Math.min(2, columns.length)
  return enough && unknown.length === 0 && columns.every((column, no) => !mustStand(column) || named.has(no))
}

/** Whether a sheet must have the column. */
export const mustStand = (column: SheetColumn) => column.required === true || column.expected === true

/** The head made of the row that did best, or why it is none: merged, a column twice, a column missing. */
export function judgeHead(
  columns: SheetColumns,
  sheet: string,
  { row, known, unknown }: Candidate,
  merged: readonly Merged[],
): { head: SheetHead } | { refused: Refusal } {
  const across = merged.find((one) => row >= one.fromRow && row <= one.toRow)
  if (across) return { refused: refusal('sheet-merged-head', { range: across.range }) }
  for (const { column } of known) {
    const same = known.filter((other) => other.column === column)
    const cells = same.map(({ at }) => cellName(at, row)).join(', ')
    const head = columns[column]?.head ?? ''
    if (same.length > 1) return { refused: refusal('sheet-duplicated-head', { head, cells }) }
  }
  const missing = columns.filter((column, no) => mustStand(column) && !known.some((one) => one.column === no))
  if (missing.length > 0) {
    const quoted = (heads: readonly string[]) => heads.map((head) => `“${head.slice(0, 80)}”`).join(', ')
    const strange = unknown.slice(0, 10).map((one) => `${one.head.slice(0, 80)} (${cellName(one.at, row)})`)
    const problem = [
      `thiếu cột ${quoted(missing.map((column) => column.head))}`,
      strange.length > 0 ? `không rõ cột ${quoted(strange)}` : '',
    ]
    return { refused: refusal('sheet-wrong-head', { sheet, row, problem: problem.filter(Boolean).join('; ') }) }
  }
  return {
    head: {
      sheet,
      row,
      columns: known.map(({ column, at, head }) => ({ key: columns[column]?.key ?? '', column: at, head })),
      unknown: unknown.map(({ at, head }) => ({ cell: cellName(at, row), head })),
    },
  }
}
