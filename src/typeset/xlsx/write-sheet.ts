import { Readable } from 'node:stream'
import type { SheetColumns, SheetRow } from '../../kernel/sheet-columns.ts'
import { rowWriter } from './row-xml.ts'
import { type SheetToWrite, tabName } from './sheet.ts'
import { filterRange, MAIN_SHEET, makeShell, type Shell, WORKBOOK } from './shell.ts'
import { type ZipPart, zipStream } from './zip-stream.ts'

export const XLSX_MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** What Excel can show below the head. */
export const MOST_SHEET_ROWS = 1_048_575
const CHUNK = 64 * 1024

/** The bytes of an .xlsx as they come to be, and how many rows have gone into it so far. */
export type WrittenSheet = { readonly bytes: Readable; readonly rows: () => number }

/**
 * Writes a sheet while its rows come: none is kept, so that 50 rows and 500,000 take the same memory. Days are days of
 * Excel, text never becomes a formula, choices are lists. Throws (through the stream) what the rows throw, and for more
 * rows than Excel can show.
 */
export function writeSheet<const Columns extends SheetColumns>(sheet: SheetToWrite<Columns>): WrittenSheet {
  let count = 0
  async function* parts(): AsyncGenerator<ZipPart> {
    const shell = await makeShell(sheet)
    for (const [name, text] of shell.parts) {
      if (name !== MAIN_SHEET && name !== WORKBOOK) yield { name, content: [Buffer.from(text)] }
    }
    yield { name: MAIN_SHEET, content: sheetXml(shell, sheet, () => ++count) }
    // Last, for only now it is known how far the rows reach.
    yield { name: WORKBOOK, content: [Buffer.from(workbookXml(shell, sheet, count))] }
  }
  return { bytes: Readable.from(zipStream(parts()), { objectMode: false }), rows: () => count }
}

async function* sheetXml<Columns extends SheetColumns>(
  { before, after, styles, wholeDay }: Shell,
  { columns, rows }: SheetToWrite<Columns>,
  next: () => number,
): AsyncGenerator<Buffer> {
  const write = rowWriter(columns, styles, wholeDay)
  let xml = before
  let last = 0
  for await (const row of rows as AsyncIterable<SheetRow<Columns>>) {
    last = next()
    if (last > MOST_SHEET_ROWS) throw new Error(`a sheet of more than ${MOST_SHEET_ROWS} rows`)
    xml += write(row, last + 1)
    if (xml.length < CHUNK) continue
    yield Buffer.from(xml)
    xml = ''
  }
  yield Buffer.from(xml + after.replace(/(<autoFilter ref=")[^"]*/, `$1${filterRange(columns.length, last)}`))
}

/** The name by which Excel knows the filter's stretch; without it, it offers to repair the file once the list is filtered. */
function workbookXml<Columns extends SheetColumns>(
  { parts }: Shell,
  { name, columns }: SheetToWrite<Columns>,
  count: number,
): string {
  const xml = parts.get(WORKBOOK) ?? ''
  const cells = filterRange(columns.length, count).replace(/([A-Z]+)(\d+)/g, '$$$1$$$2')
  const tab = tabName(name)
    .replaceAll("'", "''")
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
  const filter = `<definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">'${tab}'!${cells}</definedName>`
  return xml.replace('<definedNames>', () => `<definedNames>${filter}`)
}
