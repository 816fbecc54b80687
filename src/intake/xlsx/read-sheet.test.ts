import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import fc from 'fast-check'
import { writeXlsx, writeXlsxStream } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { bytesOf, readAll, readAllInThread, textRow, workbookOf, zipOf } from '../../../test/sheets.ts'
import { ok, refuse } from '../../kernel/result.ts'
import { sheetColumns } from '../../kernel/sheet-columns.ts'
import { readSheet } from './index.ts'

const columns = sheetColumns([
  { key: 'name', head: 'Họ và tên', kind: 'text', required: true },
  { key: 'born', head: 'Ngày sinh', kind: 'day', expected: true, aliases: ['Sinh ngày', 'NS'] },
  { key: 'code', head: 'Mã cán bộ', kind: 'text' },
])
const HEAD = textRow(1, ['Họ và tên', 'Ngày sinh', 'Mã cán bộ'])
const LAN = textRow(2, ['Đỗ Bích Lan', '15/07/1990', '007'])

const sheetOf = (rows: string, after = '') =>
  workbookOf([{ name: 'Trang 1', xml: `<sheetData>${rows}</sheetData>${after}` }])
const read = async (rows: string, after = '') => readAll({ bytes: await sheetOf(rows, after) }, columns)

describe('a sheet is read', () => {
  test('from bytes, a path, or a stream', async () => {
    const bytes = await sheetOf(HEAD + LAN)
    const folder = await mkdtemp(join(tmpdir(), 'sheet-test-'))
    const path = join(folder, 'a.xlsx')
    await writeFile(path, bytes)
    for (const source of [
      { bytes },
      { path },
      { stream: Readable.from([bytes.subarray(0, 100), bytes.subarray(100)]) },
    ]) {
      const { rows, head } = await readAllInThread(source, columns)
      expect(head).toMatchObject({ sheet: 'Trang 1', row: 1, unknown: [] })
      expect(rows).toEqual([{ no: 2, values: { name: 'Đỗ Bích Lan', born: '1990-07-15', code: '007' }, problems: [] }])
    }
    await rm(folder, { recursive: true })
  })

  test('heads in any case and spelling, in any order, under other names, below a title', async () => {
    const rows =
      textRow(1, ['SỞ NỘI VỤ']) +
      textRow(2, ['DANH SÁCH CÁN BỘ NĂM 2026']) +
      textRow(4, ['Ghi chú', 'sinh ngày', '  HO VA   TEN * ']) +
      textRow(5, ['x', '1.2.1980', 'Nguye\u0302\u0303n Va\u0306n A'])
    const result = await read(rows)
    expect(result.head).toMatchObject({ row: 4, unknown: [{ cell: 'A4', head: 'Ghi chú' }] })
    // A column that is not there is not said to be empty.
    expect(result.rows).toEqual([{ no: 5, values: { name: 'Nguyễn Văn A', born: '1980-02-01' }, problems: [] }])
    expect(await read(textRow(1, ['Ho\u0323 va\u0300 te\u0302n', 'NS']) + textRow(2, ['A', '1/2/2000']))).toMatchObject(
      {
        rows: [{ values: { name: 'A', born: '2000-02-01' } }],
      },
    )
  })

  test('what cannot be read is said of its cell, and the rest of the row stands', async () => {
    const { rows } = await read(HEAD + textRow(2, [undefined, '15/07/90', 'x']) + textRow(3, ['B', '31/02/2000']))
    expect(rows[0]).toMatchObject({
      no: 2,
      values: { name: null, born: null, code: 'x' },
      problems: [
        { cell: 'A2', key: 'name', refusal: { code: 'cell-required', values: { column: 'Họ và tên' } } },
        { cell: 'B2', key: 'born', refusal: { code: 'cell-two-digit-year', values: { found: '15/07/90' } } },
      ],
    })
    expect(rows[1]?.problems).toMatchObject([{ cell: 'B3', refusal: { code: 'cell-no-such-day' } }])
  })

  test('formulas give what Excel last made of them; an error is a problem of its cell', async () => {
    const row = `<row r="2"><c r="A2" t="str"><f>B1&amp;"x"</f><v>Lan x</v></c><c r="B2" t="e"><f>#REF!+1</f><v>#REF!</v></c></row>`
    const { rows } = await read(HEAD + row)
    expect(rows).toMatchObject([
      { values: { name: 'Lan x', born: null }, problems: [{ cell: 'B2', refusal: { values: { error: '#REF!' } } }] },
    ])
  })

  test('days by the format of the cell, in both calendars of Excel', async () => {
    const styles = `<numFmts><numFmt numFmtId="170" formatCode="[$-42A]dd\\/mm\\/yyyy;@"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/></cellXfs>`
    const day = (style: number, serial: number) =>
      `${HEAD}<row r="2"><c r="A2" t="inlineStr"><is><t>A</t></is></c><c r="B2" s="${style}"><v>${serial}</v></c></row>`
    for (const [style, serial, properties] of [
      [1, 33_069, ''],
      [2, 33_069.5, ''],
      [0, 33_069, ''],
      [1, 33_069 - 1462, '<workbookPr date1904="1"/>'],
    ] as const) {
      const bytes = await workbookOf([{ name: 'a', xml: `<sheetData>${day(style, serial)}</sheetData>` }], {
        styles,
        properties,
      })
      expect((await readAll({ bytes }, columns)).rows[0]?.values.born).toBe('1990-07-15')
    }
  })

  test('shared texts, in runs and with their sound beside them; prefixes before every name; cells without address', async () => {
    const strings = `<si><t>Họ và tên</t></si><si><r><t>Ngày </t></r><r><t xml:space="preserve">sinh</t></r><rPh><t>x</t></rPh></si><si><t>Lan &amp; Mai_x000D_</t></si>`
    const cell = (no: number) => `<x:c t="s"><x:v>${no}</x:v></x:c>`
    const xml = `<x:sheetData><x:row>${cell(0)}${cell(1)}</x:row><!-- <x:row/> --><x:row>${cell(2)}<x:c t="str"><x:v><![CDATA[1/2/2000]]></x:v></x:c></x:row></x:sheetData>`
    const { rows } = await readAll({ bytes: await workbookOf([{ name: 'a', xml }], { strings }) }, columns)
    expect(rows).toMatchObject([{ no: 2, values: { name: 'Lan & Mai', born: '2000-02-01' } }])
  })

  test('what another program wrote', async () => {
    const rows = [
      ['Họ và tên', 'Ngày sinh', 'Mã cán bộ'],
      ['Đỗ Bích Lan', new Date(Date.UTC(1990, 6, 15)), 7],
    ]
    for (const stringMode of ['shared', 'inline'] as const) {
      const bytes = await writeXlsx({ sheets: [{ name: 'a', rows }], stringMode })
      expect((await readAll({ bytes }, columns)).rows).toMatchObject([
        { values: { name: 'Đỗ Bích Lan', born: '1990-07-15', code: '7' } },
      ])
    }
  })

  test('what a program streamed, with the long form of sizes', async () => {
    const rows = [
      ['Họ và tên', 'Ngày sinh'],
      ['Đỗ Bích Lan', '15/07/1990'],
    ]
    const bytes = await bytesOf(Readable.fromWeb(writeXlsxStream(rows, { name: 'a', zip64: true }) as ReadableStream))
    expect((await readAll({ bytes }, columns)).rows).toMatchObject([{ no: 2, values: { name: 'Đỗ Bích Lan' } }])
  })

  test('the first sheet people see that fits: hidden ones are passed over', async () => {
    const other = `<sheetData>${HEAD}${textRow(2, ['Ẩn', '1/1/2000'])}</sheetData>`
    const bytes = await workbookOf([
      { name: 'Cũ', xml: other, state: 'hidden' },
      { name: 'Ẩn kỹ', xml: other, state: 'veryHidden' },
      { name: 'Bìa', xml: `<sheetData>${textRow(1, ['Báo cáo'])}</sheetData>` },
      { name: 'Người', xml: `<sheetData>${HEAD}${LAN}</sheetData>` },
    ])
    expect(await readAll({ bytes }, columns)).toMatchObject({
      head: { sheet: 'Người' },
      rows: [{ values: { code: '007' } }],
    })
  })

  test('whoever reads may stop it at the head, and what he throws comes back to him', async () => {
    const bytes = await sheetOf(HEAD + LAN)
    const stopped = await readSheet({ source: { bytes }, columns, onHead: () => refuse('not-found'), onRows: () => {} })
    expect(stopped).toMatchObject({ ok: false, refusal: { code: 'not-found' } })
    const onRows = () => Promise.reject(new Error('the table is full'))
    await expect(readSheet({ source: { bytes }, columns, onHead: () => ok(1), onRows })).rejects.toThrow(
      'table is full',
    )
  })
})

describe('a sheet is refused in words', () => {
  test.each<[string, () => Buffer | Promise<Buffer>, string]>([
    ['nothing', () => Buffer.alloc(0), 'file-empty'],
    ['text', () => Buffer.from('Họ và tên,Ngày sinh'), 'sheet-not-xlsx'],
    ['a web page called .xls', () => Buffer.from('<html><table></table></html>'), 'sheet-not-xlsx'],
    ['a Word file', () => zipOf({ 'word/document.xml': '<w:document/>' }), 'sheet-not-xlsx'],
    ['half a zip', async () => (await sheetOf(HEAD + LAN)).subarray(0, 700), 'sheet-broken'],
    ['only the mark of a zip', () => Buffer.from('PK\x03\x04'), 'sheet-broken'],
    ['an .xls of old', () => compound('Workbook'), 'sheet-old-excel'],
    ['a workbook under a password', () => compound('EncryptedPackage'), 'file-encrypted'],
    ['another file of that kind', () => compound('WordDocument'), 'sheet-not-xlsx'],
    ['no sheet at all', () => workbookOf([]), 'sheet-empty'],
    ['an empty sheet', () => sheetOf(''), 'sheet-empty'],
    ['a head alone', () => sheetOf(HEAD), 'sheet-empty'],
    ['no head', () => sheetOf(textRow(1, ['1', '2']) + textRow(2, ['3', '4'])), 'sheet-without-head'],
    ['a text that is not there', () => sheetOf(`${HEAD}<row r="2"><c r="A2" t="s"><v>9</v></c></row>`), 'sheet-broken'],
    ['a row beyond the last', () => sheetOf(`${HEAD}<row r="9999999"><c r="A1"><v>1</v></c></row>`), 'sheet-broken'],
    ['a cell nowhere', () => sheetOf(`${HEAD}<row r="2"><c r="7"><v>1</v></c></row>`), 'sheet-broken'],
    ['a tag without end', () => sheetOf(`${HEAD}<row r="2" ${'x'.repeat(1_200_000)}`), 'sheet-too-heavy'],
  ])('%s', async (_, bytes, code) => {
    expect((await readAll({ bytes: await bytes() }, columns)).refused).toBe(code)
  })

  test('in its thread too, which is ended when it takes too much or is silent too long', async () => {
    const bytes = await sheetOf(HEAD + LAN)
    expect((await readAllInThread({ bytes: bytes.subarray(0, 700) }, columns)).refused).toBe('sheet-broken')
    expect((await readAllInThread({ bytes }, columns, { silenceMs: 1 })).refused).toBe('sheet-too-heavy')
    expect((await readAllInThread({ bytes }, columns, { megabytes: 4 })).refused).toBe('sheet-too-heavy')
  })

  test('a wrong head: what is missing and what nobody knows', async () => {
    const result = await read(textRow(3, ['Họ và tên', 'Năm sinh']) + textRow(4, ['A', '1990']))
    expect(result).toMatchObject({
      refused: 'sheet-wrong-head',
      words: { row: '3', sheet: 'Trang 1', problem: 'thiếu cột “Ngày sinh”; không rõ cột “Năm sinh (B3)”' },
    })
  })

  test('a column twice, also by another name', async () => {
    expect(await read(textRow(1, ['Họ và tên', 'Ngày sinh', 'NS']) + LAN)).toMatchObject({
      refused: 'sheet-duplicated-head',
      words: { head: 'Ngày sinh', cells: 'B1, C1' },
    })
  })

  test('merged cells: in the head the sheet, below it the cell', async () => {
    const merged = (range: string) => `<mergeCells count="1"><mergeCell ref="${range}"/></mergeCells>`
    expect(await read(HEAD + LAN, merged('A1:B1'))).toMatchObject({
      refused: 'sheet-merged-head',
      words: { range: 'A1:B1' },
    })
    expect((await read(HEAD + LAN, merged('A1:A2'))).refused).toBe('sheet-merged-head')
    const title = textRow(1, ['Danh sách']) + textRow(2, ['Họ và tên', 'Ngày sinh', 'Mã cán bộ'])
    const { rows, refused } = await read(
      title + textRow(3, ['A', '1/1/2000', 'x']) + textRow(4, ['B', '1/1/2000']),
      merged('A1:C1') + merged('C3:C4'),
    )
    expect(refused).toBeUndefined()
    expect(rows[0]?.problems).toEqual([])
    expect(rows[1]?.problems).toMatchObject([
      { cell: 'C4', refusal: { code: 'cell-merged', values: { range: 'C3:C4' } } },
    ])
  })

  test('more rows than allowed, as soon as they come', async () => {
    const rows = (count: number) =>
      Array.from({ length: count }, (_, no) => textRow(no + 2, [`Người ${no}`, '1/1/2000']))
    const bytes = await sheetOf(HEAD + rows(300).join(''))
    expect((await readAll({ bytes }, columns, { rows: 300 })).rows).toHaveLength(300)
    expect(await readAll({ bytes }, columns, { rows: 299 })).toMatchObject({
      refused: 'sheet-too-many-rows',
      words: { limit: '299' },
    })
  })

  test('content far to the right; formatted cells there do not matter', async () => {
    const far = (inside: string) => `${HEAD}<row r="2"><c r="A2" t="inlineStr"><is><t>A</t></is></c>${inside}</row>`
    expect(await read(far('<c r="XFD2"><v>1</v></c>'))).toMatchObject({
      refused: 'sheet-too-many-columns',
      words: { cell: 'XFD2' },
    })
    expect((await read(far('<c r="XFD2" s="1"/>'))).rows).toHaveLength(1)
  })
})

describe('a sheet made to harm costs little', () => {
  /** XML of a million rows, piece by piece. */
  function* pieces(before: string, count: number, row: (no: number) => string, after: string): Generator<Buffer> {
    yield Buffer.from(before)
    for (let from = 2; from < count + 2; from += 4096) {
      const to = Math.min(from + 4096, count + 2)
      yield Buffer.from(Array.from({ length: to - from }, (_, no) => row(from + no)).join(''))
    }
    yield Buffer.from(after)
  }

  test('1,048,576 formatted rows with one person among them', async () => {
    const xml = pieces(
      `<worksheet><sheetData>${HEAD}`,
      1_048_575,
      (no) =>
        no === 900_000
          ? textRow(no, ['Đỗ Bích Lan', '15/07/1990'])
          : `<row r="${no}" s="1" customFormat="1"><c r="A${no}" s="1"/><c r="B${no}" s="1"/></row>`,
      '</sheetData></worksheet>',
    )
    const bytes = await workbookOf([{ name: 'a', xml }])
    const { rows, refused } = await readAll({ bytes }, columns)
    expect(refused).toBeUndefined()
    expect(rows).toMatchObject([{ no: 900_000, values: { name: 'Đỗ Bích Lan' } }])
  })

  test('what unpacks to more than allowed, whether it says so or lies', async () => {
    const blank = Buffer.alloc(1_000_000, ' ')
    const bomb = function* () {
      yield Buffer.from(`<worksheet><sheetData>${HEAD}`)
      for (let no = 0; no < 40; no += 1) yield blank
    }
    const bytes = await workbookOf([{ name: 'a', xml: bomb() }])
    expect((await readAll({ bytes }, columns, { unpackedBytes: 30_000_000 })).refused).toBe('file-unpacks-too-large')
    const lie = Buffer.from(bytes)
    const at = lie.lastIndexOf('xl/worksheets/sheet1.xml') - 46
    lie.writeUInt32LE(1000, at + 24)
    expect((await readAll({ bytes: lie }, columns)).refused).toBe('file-unpacks-too-large')
  })

  test('merged cells over each other, a hundred thousand times', async () => {
    const merged = '<mergeCell ref="C2:C9999"/>'.repeat(100_000)
    expect((await read(HEAD + LAN, `<mergeCells>${merged}</mergeCells>`)).refused).toBe('sheet-broken')
  })

  test('a cell of a hundred thousand letters is a problem of that cell', async () => {
    const { rows } = await read(HEAD + textRow(2, ['A', '1/1/2000', 'x'.repeat(100_000)]))
    expect(rows[0]?.problems).toMatchObject([{ cell: 'C2', refusal: { code: 'cell-too-long' } }])
  })

  test('any bytes are answered, whole files with a byte changed too', async () => {
    const good = await sheetOf(HEAD + LAN)
    const changed = fc
      .record({ at: fc.nat(good.length - 1), to: fc.nat(255) })
      .map(({ at, to }) => Buffer.from(good).fill(to, at, at + 1))
    const bytes = fc.oneof(
      changed,
      fc.uint8Array({ maxLength: 400 }).map((some) => Buffer.from(some)),
      fc.nat(good.length).map((length) => good.subarray(0, length)),
    )
    await fc.assert(
      fc.asyncProperty(bytes, async (some) => {
        const { rows, refused } = await readAll({ bytes: some }, columns)
        expect(refused !== undefined || rows.length === 1).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
})

function compound(name: string): Buffer {
  return Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(2048),
    Buffer.from(name, 'utf16le'),
    Buffer.alloc(512),
  ])
}
