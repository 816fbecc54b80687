import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCell, serialOfMoment } from './sheet-cell.ts'
import { type RawCell, type SheetColumn, sheetColumns } from './sheet-columns.ts'
import { withGuard, withoutGuard } from './sheet-text.ts'

const read = (column: Pick<SheetColumn, 'kind'> & Record<string, unknown>, raw: RawCell | undefined) => {
  const result = readCell({ key: 'a', head: 'Cột', ...column } as SheetColumn, raw)
  return result.ok ? result.value : result.refusal.code
}

describe('text that might become a formula', () => {
  test.each(['=1+1', '+84 912 345 678', '-5', '@SUM(A1)', '\t=1', '\r=1', '\n=1', ' =1', "'=1", "''+x", '＝1', '＠x'])(
    '%j gets an apostrophe and loses it again',
    (text) => {
      expect(withGuard(text)).toBe(`'${text}`)
      expect(withoutGuard(withGuard(text))).toBe(text)
    },
  )

  test.each(['Nguyễn Văn A', "'quoted'", '12-34', "O'Neil", '', "'"])('%j is left as it is', (text) => {
    expect(withGuard(text)).toBe(text)
    expect(withoutGuard(text)).toBe(text)
  })

  test('what goes out comes back, whatever it is', () => {
    const nasty = fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', ' ', 'a', '＝') })
    fc.assert(fc.property(fc.oneof(nasty, fc.string()), (text) => withoutGuard(withGuard(text)) === text))
    fc.assert(fc.property(nasty, (text) => !/^(?:\t|\s*[=+\-@＝])/.test(withGuard(text))))
  })
})

describe('a cell under its column', () => {
  test('text keeps what was typed, also when Excel made a number or a day of it', () => {
    expect(read({ kind: 'text' }, '  Đỗ Bích Lan ')).toBe('Đỗ Bích Lan')
    expect(read({ kind: 'text' }, "'=1+1")).toBe('=1+1')
    expect(read({ kind: 'text' }, 79_090_012_345)).toBe('79090012345')
    expect(read({ kind: 'text' }, 123_456_789_012_345_680_000)).toBe('123456789012345683968')
    expect(read({ kind: 'text' }, { serial: 33_069, shape: 'day' })).toBe('15/07/1990')
    expect(read({ kind: 'text', most: 3 }, 'abcd')).toBe('cell-too-long')
  })

  test('empty is null, or refused where a value is required', () => {
    expect(read({ kind: 'text' }, '  ')).toBeNull()
    expect(read({ kind: 'day' }, undefined)).toBeNull()
    expect(read({ kind: 'text', required: true }, undefined)).toBe('cell-required')
  })

  test('numbers', () => {
    expect(read({ kind: 'whole' }, '1.234')).toBe(1234)
    expect(read({ kind: 'whole' }, 12.5)).toBe('cell-not-whole')
    expect(read({ kind: 'decimal' }, '1.234,5')).toBe(1234.5)
    expect(read({ kind: 'decimal' }, "'-5")).toBe(-5)
    expect(read({ kind: 'decimal' }, true)).toBe('cell-not-a-number')
    expect(read({ kind: 'whole', least: 0 }, -1)).toBe('cell-too-small')
    expect(read({ kind: 'whole', greatest: 10 }, 11)).toBe('cell-too-great')
  })

  test('days', () => {
    expect(read({ kind: 'day' }, { serial: 33_069.5, shape: 'day' })).toBe('1990-07-15')
    expect(read({ kind: 'day' }, 33_069)).toBe('1990-07-15')
    expect(read({ kind: 'day' }, 1990)).toBe('cell-day-incomplete')
    expect(read({ kind: 'partial-day' }, 1990)).toBe('1990')
    expect(read({ kind: 'partial-day' }, { serial: 33_055, shape: 'month' })).toBe('1990-07')
    expect(read({ kind: 'day' }, true)).toBe('cell-not-a-day')
  })

  test('moments, to the millisecond', () => {
    const moment = new Date('2026-11-25T01:02:03.456Z')
    expect(read({ kind: 'moment' }, { serial: serialOfMoment(moment), shape: 'day' })).toBe(moment.toISOString())
    expect(read({ kind: 'moment' }, '25/11/2026 08:02')).toBe('2026-11-25T01:02:00.000Z')
    expect(read({ kind: 'moment' }, '25/11/2026')).toBe('2026-11-24T17:00:00.000Z')
    expect(read({ kind: 'moment' }, '25/11/2026 28:02')).toBe('cell-not-a-day')
  })

  test('choices by word, code and other words, in any case and spelling', () => {
    const choices = [
      { code: 'nam', word: 'Nam' },
      { code: 'nu', word: 'Nữ', aliases: ['Gái'] },
    ]
    for (const nu of ['Nữ', 'nu', 'NỮ', 'Nu\u031B\u0303', 'gái'])
      expect(read({ kind: 'choice', choices }, nu)).toBe('nu')
    expect(read({ kind: 'choice', choices }, 'khác')).toBe('cell-not-a-choice')
  })

  test('what is shown of a cell that is wrong is short', () => {
    for (const kind of ['day', 'whole', 'moment', 'choice', 'yes-no', 'id'] as const) {
      const result = readCell({ key: 'a', head: 'Cột', kind, choices: [] } as SheetColumn, 'x'.repeat(5000))
      expect(result.ok ? '' : result.refusal.values.found).toHaveLength(81)
    }
  })

  test('an error of Excel is a problem of the cell, an id that was edited too', () => {
    expect(read({ kind: 'text' }, { error: '#REF!' })).toBe('cell-error')
    expect(read({ kind: 'id' }, 'abc')).toBe('cell-not-an-id')
    expect(read({ kind: 'id' }, '01890A5D-AC96-774B-BCCE-B302099A8057')).toBe('01890a5d-ac96-774b-bcce-b302099a8057')
  })
})

test('two columns of one head are our mistake', () => {
  const column = { key: 'a', head: 'A', kind: 'text' } as const
  expect(() => sheetColumns([column, { ...column, key: 'b' }])).toThrow('same head twice')
})
