import type { CellStyle, DataValidation, WriteSheet } from 'hucre'
import { writeXlsx } from 'hucre/xlsx'
import { columnName } from '../../kernel/cell-name.ts'
import type { SheetColumn, SheetColumns } from '../../kernel/sheet-columns.ts'
import { withGuard } from '../../kernel/sheet-text.ts'
import { cellStyle, DEFAULT_FONT, headStyle, WHOLE_DAY } from './cell-styles.ts'
import { cellNote, choiceError, GUIDANCE_NOTES, guidanceRows } from './guidance.ts'
import { GUIDANCE_TAB, isHidden, LISTS_TAB, type SheetToWrite, tabName, WIDEST_PORTRAIT, WIDTHS } from './sheet.ts'
import { unpackShell } from './unpack-shell.ts'

/** A finished workbook without its rows: every part as text, the main sheet cut where the rows go. */
export type Shell = {
  readonly parts: ReadonlyMap<string, string>
  /** The main sheet up to and with its head row, and from behind its rows. */
  readonly before: string
  readonly after: string
  /** The number of the style of each column's cells, and of a whole day among partial ones. */
  readonly styles: readonly string[]
  readonly wholeDay: string
}

export const MAIN_SHEET = 'xl/worksheets/sheet1.xml'
export const WORKBOOK = 'xl/workbook.xml'
/** As many rows as are read back; some programs grow slow on lists that reach to the last row of Excel. */
const LAST_CHECKED_ROW = 200_001

type Described = Omit<SheetToWrite<SheetColumns>, 'rows'>

/**
 * Lets the library make the whole workbook with one row in it, so that its styles, lists, page set-up and guidance are
 * the library's care, and takes the row out again. The library's own streams know none of these (nor does it write more
 * than the rows in memory), so the rows are put in by `write-sheet.ts`.
 */
export async function makeShell(sheet: Described): Promise<Shell> {
  const name = tabName(sheet.name)
  const lists = sheet.columns.filter((column) => column.kind === 'choice')
  const bytes = await writeXlsx({
    sheets: [
      mainSheet(sheet, name, lists),
      ...(sheet.guidance ? [guidanceSheet(sheet.columns)] : []),
      ...(lists.length > 0 ? [listsSheet(lists)] : []),
    ],
    namedRanges: [{ name: '_xlnm.Print_Titles', range: `${quoted(name)}!$1:$1`, scope: name }],
    properties: { title: sheet.title ?? sheet.name, creator: 'Thi Đua' },
    defaultFont: DEFAULT_FONT,
  })
  const parts = unpackShell(bytes)
  const xml = parts.get(MAIN_SHEET) ?? ''
  const [, before, model, after] = /^(.*?<\/row>)(<row .*?<\/row>)(<\/sheetData>.*)$/s.exec(xml) ?? []
  if (before === undefined || model === undefined || after === undefined) throw new Error('no rows in the shell')
  const styles = [...model.matchAll(/<c [^>]*?\bs="(\d+)"/g)].map((match) => match[1] ?? '')
  if (styles.length !== sheet.columns.length + 1) throw new Error('not every column has its style')
  return {
    parts,
    // The library writes a height for smaller letters than ours.
    before: before.replace(/<dimension [^>]*\/>/, '').replace('defaultRowHeight="15"', 'defaultRowHeight="15.75"'),
    after,
    styles: styles.slice(0, -1),
    wholeDay: styles.at(-1) ?? '0',
  }
}

const quoted = (name: string) => `'${name.replaceAll("'", "''")}'`

function mainSheet(sheet: Described, name: string, lists: readonly SheetColumn[]): WriteSheet {
  const { columns, title, note } = sheet
  const widths = columns.map((column) => column.width ?? WIDTHS[column.kind])
  const shown = widths.filter((_, no) => !isHidden(at(columns, no))).reduce((sum, width) => sum + width, 0)
  const cells = new Map<string, { style: CellStyle }>()
  for (const [no, column] of columns.entries()) {
    cells.set(`0,${no}`, { style: headStyle(isHidden(column)) })
    cells.set(`1,${no}`, { style: cellStyle(column, isHidden(column)) })
  }
  const day = { key: '', head: '', kind: 'partial-day' } as const
  cells.set(`1,${columns.length}`, { style: cellStyle(day, false, WHOLE_DAY) })
  return {
    name,
    columns: columns.map((column, no) => ({ width: at(widths, no), hidden: isHidden(column) })),
    rows: [columns.map((column) => headWords(column, sheet.guidance === true)), [...columns.map(() => 'x'), 'x']],
    cells,
    dataValidations: columns.flatMap((column, no) => validation(column, no, lists, sheet.guidance === true)),
    autoFilter: { range: filterRange(columns.length, 1) },
    freezePane: { rows: 1 },
    pageSetup: {
      paperSize: 'a4',
      orientation: shown > WIDEST_PORTRAIT ? 'landscape' : 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: { left: 0.6, right: 0.4, top: 0.8, bottom: 0.7, header: 0.35, footer: 0.3 },
    },
    headerFooter: {
      ...(title ? { oddHeader: `&C&"Times New Roman,Bold"&13 ${printed(title)}` } : {}),
      oddFooter: `${note ? `&L&"Times New Roman,Regular"&9 ${printed(note)}` : ''}&R&9 Trang &P/&N`,
    },
  }
}

/** The star says that a value is required; the reader does not mind it. */
const headWords = (column: SheetColumn, starred: boolean) =>
  withGuard(starred && column.required ? `${column.head} *` : column.head)

/** A sign & begins a command there, and all of it may be 255 letters. */
const printed = (text: string) => text.slice(0, 100).toWellFormed().replaceAll('&', '&&')

/** The stretch with the filter's arrows: the head and this many rows. */
export function filterRange(columns: number, rows: number): string {
  return `A1:${columnName(columns - 1)}${rows + 1}`
}

function validation(column: SheetColumn, no: number, lists: readonly SheetColumn[], tell: boolean): DataValidation[] {
  const letters = columnName(no)
  const range = `${letters}2:${letters}${LAST_CHECKED_ROW}`
  const told = tell
    ? { showInputMessage: true, inputTitle: column.head.slice(0, 31), inputMessage: cellNote(column) }
    : {}
  if (column.kind === 'choice') {
    const list = columnName(lists.indexOf(column))
    return [
      {
        type: 'list',
        range,
        formula1: `${quoted(LISTS_TAB)}!$${list}$2:$${list}$${column.choices.length + 1}`,
        allowBlank: true,
        showErrorMessage: true,
        errorStyle: 'stop',
        errorTitle: column.head.slice(0, 31),
        errorMessage: choiceError(column),
        ...told,
      },
    ]
  }
  if (column.kind === 'yes-no') {
    const error = {
      errorStyle: 'stop',
      errorTitle: column.head.slice(0, 31),
      errorMessage: 'Nhập có hoặc không',
    } as const
    return [
      { type: 'list', range, values: ['có', 'không'], allowBlank: true, showErrorMessage: true, ...error, ...told },
    ]
  }
  return tell && !isHidden(column) ? [{ type: 'custom', formula1: 'TRUE', range, allowBlank: true, ...told }] : []
}

function guidanceSheet(columns: SheetColumns): WriteSheet {
  const rows = [...GUIDANCE_NOTES.map((note) => [note]), [''], ...guidanceRows(columns)]
  const first = GUIDANCE_NOTES.length + 1
  const cells = new Map<string, { style: CellStyle }>()
  const plain = cellStyle({ key: '', head: '', kind: 'text', wrap: true }, false)
  for (let row = first; row < rows.length; row += 1) {
    for (let column = 0; column < 4; column += 1) {
      cells.set(`${row},${column}`, { style: row === first ? headStyle(false) : plain })
    }
  }
  return {
    name: GUIDANCE_TAB,
    columns: [{ width: 28 }, { width: 12 }, { width: 70 }, { width: 28 }],
    rows,
    cells,
    pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  }
}

function listsSheet(lists: readonly (SheetColumn & { kind: 'choice' })[]): WriteSheet {
  const longest = Math.max(...lists.map((column) => column.choices.length))
  const rows = Array.from({ length: longest }, (_, no) =>
    lists.map((column) => withGuard(column.choices[no]?.word ?? '')),
  )
  return { name: LISTS_TAB, hidden: true, rows: [lists.map((column) => column.head), ...rows] }
}

function at<T>(list: readonly T[], no: number): T {
  const found = list[no]
  if (found === undefined) throw new Error(`nothing at ${no}`)
  return found
}
