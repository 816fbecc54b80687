import { expect, test } from 'vitest'
import { readNumberText, readYesNoText } from './number-text.ts'

test.each([
  ['1.234,5', 1234.5],
  ['1.234', 1234],
  ['1.234.567', 1_234_567],
  ['1 234 567,25', 1_234_567.25],
  ['1\u00A0234', 1234],
  ['1234,5', 1234.5],
  ['1,234', 1.234],
  ['0,5', 0.5],
  ['-12', -12],
  ['\u221212,5', -12.5],
  ['12.5', 12.5],
  ['12.34', 12.34],
  ['1,234,567.8', 1_234_567.8],
  ['1,234.5', 1234.5],
  [' 42 ', 42],
  ['007', 7],
])('«%s» is %d', (text, number) => {
  expect(readNumberText(text)).toBe(number)
})

test.each(['', 'mười', '1.2.3', '1,2,3', '12 34', '1e5', '0x10', 'Infinity', '5%', '1..2', '--1'])(
  '«%s» is no number',
  (text) => {
    expect(readNumberText(text)).toBeUndefined()
  },
)

test('yes and no as officers write them', () => {
  for (const yes of ['có', 'Có', 'CO\u0301', 'x', 'X', '1', 'true', 'Đúng', '✓', ' có '])
    expect(readYesNoText(yes)).toBe(true)
  for (const no of ['không', 'Khong', '0', 'false', 'SAI']) expect(readYesNoText(no)).toBe(false)
  for (const neither of ['', 'có lẽ', '2', '-']) expect(readYesNoText(neither)).toBeUndefined()
})
