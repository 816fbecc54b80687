import fc from 'fast-check'
import { readXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { bytesOf, readAll } from '../../../test/sheets.ts'
import { addDays, plainDate } from '../../kernel/plain-date.ts'
import { type SheetRow, sheetColumns } from '../../kernel/sheet-columns.ts'
import { cleanText } from '../../kernel/vietnamese-text.ts'
import { templateFor } from './template-for.ts'
import { writeSheet } from './write-sheet.ts'

const columns = sheetColumns([
  { key: 'id', head: 'Mã', kind: 'id' },
  { key: 'name', head: 'Họ và tên', kind: 'text', required: true, most: 32_767, help: 'Ghi đủ họ, đệm, tên' },
  { key: 'born', head: 'Ngày sinh', kind: 'day' },
  { key: 'since', head: 'Vào ngành', kind: 'partial-day' },
  { key: 'count', head: 'Số', kind: 'whole' },
  { key: 'share', head: 'Tỷ lệ', kind: 'decimal' },
  { key: 'party', head: 'Đảng viên', kind: 'yes-no' },
  { key: 'at', head: 'Lúc', kind: 'moment' },
  {
    key: 'gender',
    head: 'Giới tính',
    kind: 'choice',
    choices: [
      { code: 'nam', word: 'Nam' },
      { code: 'nu', word: 'Nữ' },
    ],
  },
])
type Row = SheetRow<typeof columns>

const written = (rows: Iterable<Row>) => bytesOf(writeSheet({ name: 'Danh sách người', columns, rows }).bytes)

const FULL: Row = {
  id: '01890a5d-ac96-774b-bcce-b302099a8057',
  name: 'Đỗ Bích Lan',
  born: plainDate('1990-07-15'),
  since: '2012-09',
  count: 1_200_000,
  share: 0.1,
  party: true,
  at: '2026-11-25T01:02:03.456Z',
  gender: 'nu',
}

describe('what is written comes back', () => {
  const anyText = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      '=1+1',
      '+84',
      '-5',
      '@x',
      "'=1",
      "''@",
      '_x000D_',
      '_x005F_x0041_',
      '<t>&amp;</t>',
      ']]>',
      'Ðỗ',
      '\uFFFE',
    ),
  )
  // What the product keeps is clean and trimmed; nothing else is promised to come back letter by letter.
  const kept = anyText.map((text) =>
    cleanText(text)
      .replace(/[\uFFFE\uFFFF]/g, '')
      .trim(),
  )
  const anyDay = fc.integer({ min: 0, max: 60_000 }).map((days) => addDays(plainDate('1880-01-01'), days))
  const anyRow = fc.record<Row>({
    id: fc.option(fc.uuid()),
    name: kept.map((text) => text || 'x'),
    born: fc.option(anyDay),
    since: fc.option(
      fc.oneof(
        anyDay,
        anyDay.map((day) => day.slice(0, 7)),
        anyDay.map((day) => day.slice(0, 4)),
      ),
    ),
    count: fc.option(fc.maxSafeInteger()),
    share: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0)),
    party: fc.option(fc.boolean()),
    at: fc.option(
      fc
        .date({ min: new Date('1950-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
        .map((date) => date.toISOString()),
    ),
    gender: fc.option(fc.constantFrom('nam', 'nu')),
  })

  test('whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyRow, { minLength: 1, maxLength: 40 }), async (rows) => {
        const { rows: read, refused } = await readAll({ bytes: await written(rows) }, columns)
        expect(refused).toBeUndefined()
        expect(read.flatMap((row) => row.problems)).toEqual([])
        expect(read.map((row) => row.values)).toEqual(rows)
      }),
      { numRuns: 40 },
    )
  })

  test('and the library sees the same in it: days are days, a formula is text', async () => {
    const book = await readXlsx(await written([FULL, { ...FULL, name: '=HYPERLINK("http://x")' }]))
    const [sheet] = book.sheets
    expect(sheet?.rows[1]?.slice(1, 5)).toEqual(['Đỗ Bích Lan', new Date('1990-07-15T00:00:00Z'), '09/2012', 1_200_000])
    expect(sheet?.rows[2]?.[1]).toBe(`'=HYPERLINK("http://x")`)
    expect([...(sheet?.cells?.values() ?? [])].every((cell) => cell.formula === undefined)).toBe(true)
  })
})

describe('a sheet fit for an office', () => {
  test('frozen head, filter over all rows, A4, heads on every page, lists; the id out of sight', async () => {
    const title = 'Danh sách người & đơn vị'
    const bytes = await bytesOf(writeSheet({ name: 'Người: 2026/2027', title, columns, rows: [FULL, FULL] }).bytes)
    const book = await readXlsx(bytes)
    const [sheet, lists] = book.sheets
    expect(sheet?.name).toBe('Người 2026 2027')
    expect(sheet?.freezePane?.rows).toBe(1)
    expect(sheet?.autoFilter?.range).toBe('A1:I3')
    expect(sheet?.pageSetup).toMatchObject({ paperSize: 'a4', orientation: 'landscape', fitToWidth: 1 })
    expect(sheet?.pageSetup?.printTitlesRow).toContain('$1:$1')
    expect(sheet?.headerFooter?.oddHeader).toContain('Danh sách người && đơn vị')
    expect(sheet?.columns?.[0]?.hidden).toBe(true)
    expect(sheet?.dataValidations?.map((one) => one.type)).toEqual(['list', 'list'])
    expect([lists?.name, lists?.hidden, lists?.rows]).toEqual(['Danh mục', true, [['Giới tính'], ['Nam'], ['Nữ']]])
  })

  test('the empty form tells what to enter, and is read once filled in', async () => {
    const empty = await bytesOf(templateFor('Danh sách người', columns).bytes)
    const [sheet, guidance] = (await readXlsx(empty)).sheets
    expect(sheet?.rows).toEqual([['Mã', 'Họ và tên *', ...columns.slice(2).map((column) => column.head)]])
    expect(guidance?.name).toBe('Hướng dẫn')
    expect(guidance?.rows.find((row) => row[0] === 'Họ và tên')?.slice(1, 3)).toEqual([
      'bắt buộc',
      'Ghi đủ họ, đệm, tên. Chữ, nhiều nhất 32767 ký tự',
    ])
    expect(guidance?.rows.find((row) => row[0] === 'Giới tính')?.[2]).toBe('Chọn một trong: Nam; Nữ')
    expect((await readAll({ bytes: empty }, columns)).refused).toBe('sheet-empty')
    const filled = await bytesOf(writeSheet({ name: 'Danh mục', columns, rows: [FULL], guidance: true }).bytes)
    expect((await readAll({ bytes: filled }, columns)).rows.map((row) => row.values)).toEqual([FULL])
  })

  test('the same rows give the same bytes', async () => {
    const times = await Promise.all([written([FULL]), written([FULL])])
    expect(times[0].equals(times[1])).toBe(true)
  })

  test('what the rows throw comes out of the stream', async () => {
    function* failing(): Generator<Row> {
      yield FULL
      throw new Error('the query broke')
    }
    await expect(written(failing())).rejects.toThrow('the query broke')
  })
})
