import type { SheetHead } from '../src/intake/xlsx/head.ts'
import { readInPlace } from '../src/intake/xlsx/read-in-place.ts'
import { type ReadRow, readSheet, rowsUnder, type SheetToRead } from '../src/intake/xlsx/read-sheet.ts'
import { Refused } from '../src/intake/xlsx/refused.ts'
import type { SheetColumns } from '../src/kernel/sheet-columns.ts'
import { zipStream } from '../src/typeset/xlsx/zip-stream.ts'

/** The bytes of a stream or of any pieces. */
export async function bytesOf(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = []
  for await (const piece of pieces) all.push(piece)
  return Buffer.concat(all)
}

/** A zip of these parts. */
export function zipOf(parts: Readonly<Record<string, string | Iterable<Buffer>>>): Promise<Buffer> {
  const listed = Object.entries(parts).map(([name, content]) => ({
    name,
    content: typeof content === 'string' ? [Buffer.from(content)] : content,
  }))
  return bytesOf(zipStream(listed))
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const link = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`

export type SheetPart = { name: string; xml: string | Iterable<Buffer>; state?: string }

/** A workbook written by hand, part by part, as a program of others might. `xml` is what stands inside `<worksheet>`. */
export function workbookOf(
  sheets: readonly SheetPart[],
  more: { strings?: string; styles?: string; properties?: string } = {},
): Promise<Buffer> {
  const listed = sheets.map(
    ({ name, state = 'visible' }, no) =>
      `<sheet name="${name}" sheetId="${no + 1}" state="${state}" r:id="rId${no + 1}"/>`,
  )
  const links = sheets.map((_, no) => link(`rId${no + 1}`, 'worksheet', `worksheets/sheet${no + 1}.xml`))
  return zipOf({
    '_rels/.rels': `<Relationships>${link('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `<workbook>${more.properties ?? ''}<sheets>${listed.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${links.join('')}${link('rIdS', 'sharedStrings', 'sharedStrings.xml')}${link('rIdT', 'styles', 'styles.xml')}</Relationships>`,
    ...(more.strings === undefined ? {} : { 'xl/sharedStrings.xml': `<sst>${more.strings}</sst>` }),
    ...(more.styles === undefined ? {} : { 'xl/styles.xml': `<styleSheet>${more.styles}</styleSheet>` }),
    ...Object.fromEntries(
      sheets.map(({ xml }, no) => [
        `xl/worksheets/sheet${no + 1}.xml`,
        typeof xml === 'string' ? `<worksheet>${xml}</worksheet>` : xml,
      ]),
    ),
  })
}

/** A row of texts as XML, from column A; `undefined` leaves a cell out. */
export function textRow(no: number, texts: readonly (string | undefined)[]): string {
  const cells = texts.map((text, column) =>
    text === undefined
      ? ''
      : `<c r="${String.fromCharCode(65 + column)}${no}" t="inlineStr"><is><t>${text}</t></is></c>`,
  )
  return `<row r="${no}">${cells.join('')}</row>`
}

type Source = { path: string } | { bytes: Uint8Array }
type Limits = { readonly rows?: number; readonly unpackedBytes?: number }
const LIMITS = { rows: 200_000, columns: 200, unpackedBytes: 1_000_000_000 }

/**
 * Reads a whole sheet into memory: what was refused, or the head with all rows. Without a thread of its own, which takes
 * a third of a second to begin; `readAllInThread` is how the product does it.
 */
export async function readAll<const Columns extends SheetColumns>(
  source: Source,
  columns: Columns,
  limits: Limits = {},
) {
  const rows: ReadRow<Columns>[] = []
  let head: SheetHead | undefined
  try {
    await readInPlace({
      source,
      columns,
      limits: { ...LIMITS, ...limits },
      onHead: async (found) => {
        head = found
      },
      onRows: async (some) => {
        if (head) rows.push(...rowsUnder<Columns>(head, some))
      },
    })
  } catch (fault) {
    if (!(fault instanceof Refused)) throw fault
    return { head: undefined, rows, refused: fault.refusal.code, words: fault.refusal.values }
  }
  return { head, rows, refused: undefined, words: {} }
}

/** The same as the product does it. */
export async function readAllInThread<const Columns extends SheetColumns>(
  source: SheetToRead<Columns>['source'],
  columns: Columns,
  limits: SheetToRead<Columns>['limits'] = {},
) {
  const rows: ReadRow<Columns>[] = []
  const read = await readSheet({
    source,
    columns,
    limits,
    onRows: (some) => {
      rows.push(...some)
    },
  })
  return read.ok
    ? { head: read.value.head, rows, refused: undefined }
    : { head: undefined, rows, refused: read.refusal.code }
}
