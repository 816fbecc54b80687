import type { SheetColumns } from '../../kernel/sheet-columns.ts'
import { type WrittenSheet, writeSheet } from './write-sheet.ts'

/**
 * The empty form for these columns: the head with a star on what is required, lists to choose from, notes beside the
 * cells, and a sheet of guidance with examples. Filled in, `readSheet` takes it with the same columns.
 */
export function templateFor(name: string, columns: SheetColumns): WrittenSheet {
  return writeSheet({ name, title: name, columns, rows: [], guidance: true })
}
