import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type PaperMark, segmentLines } from './mark-segments.ts'

const mark = (id: string, start: number, end: number): PaperMark => ({ id, start, end, number: 1 })
const text = 'Số 45\nTrích yếu dài'

describe('a text with marks', () => {
  test('is cut where a mark begins and ends, and keeps its offsets', () => {
    expect(
      segmentLines(text, [mark('so', 3, 5)])[0]?.map(({ text, start, marks }) => [text, start, marks.length]),
    ).toEqual([
      ['Số ', 0, 0],
      ['45', 3, 1],
    ])
  })

  test('marks the place it was given, not the same words elsewhere', () => {
    const twice = 'năm 2022, năm 2022'
    const [line = []] = segmentLines(twice, [mark('thu-hai', 10, 18)])
    expect(line.map(({ text, marks }) => [text, marks.length])).toEqual([
      ['năm 2022, ', 0],
      ['năm 2022', 1],
    ])
  })

  test('an overlap belongs to both marks, the longer first', () => {
    const [line = []] = segmentLines('abcdef', [mark('trong', 2, 4), mark('ngoai', 0, 6)])
    expect(line.map(({ text, marks }) => [text, marks.map((one) => one.id)])).toEqual([
      ['ab', ['ngoai']],
      ['cd', ['ngoai', 'trong']],
      ['ef', ['ngoai']],
    ])
  })

  test('a mark over two lines is numbered once, where it ends', () => {
    const lines = segmentLines(text, [mark('hai-dong', 3, 11)])
    expect(
      lines
        .flat()
        .filter((segment) => segment.ending.length > 0)
        .map((segment) => segment.text),
    ).toEqual(['Trích'])
    expect(
      lines
        .flat()
        .filter((segment) => segment.beginning.length > 0)
        .map((segment) => segment.text),
    ).toEqual(['45'])
  })

  test('a mark that takes the line break in is numbered on its own line', () => {
    const lines = segmentLines(text, [mark('ca-dong', 0, 6)])
    expect(lines[0]?.map((segment) => segment.ending.length)).toEqual([1])
    expect(lines[1]?.map((segment) => segment.ending.length)).toEqual([0])
  })

  test('a mark that is empty or outside the text is left out', () => {
    expect(
      segmentLines(text, [mark('rong', 3, 3), mark('ngoai', 0, 999)])
        .flat()
        .every((one) => one.marks.length === 0),
    ).toBe(true)
  })

  test('whatever the marks, no letter is lost and each mark begins and ends once', () => {
    const marked = fc
      .string({ minLength: 1, maxLength: 60, unit: fc.constantFrom('a', 'ệ', ' ', '\n') })
      .chain((words) =>
        fc.tuple(
          fc.constant(words),
          fc.array(
            fc.tuple(fc.nat(words.length - 1), fc.nat(words.length)).map(([start, length]) => ({
              start,
              end: Math.min(words.length, start + 1 + length),
            })),
            { maxLength: 8 },
          ),
        ),
      )
    fc.assert(
      fc.property(marked, ([words, places]) => {
        const marks = places.map((place, index) => ({ ...place, id: String(index), number: index + 1 }))
        const lines = segmentLines(words, marks)
        expect(lines.map((line) => line.map((segment) => segment.text).join('')).join('\n')).toBe(words)
        for (const one of marks) {
          // a mark over nothing but line breaks has no letter to stand at
          if (words.slice(one.start, one.end).replaceAll('\n', '') === '') continue
          const ends = lines
            .flat()
            .flatMap((segment) => segment.ending)
            .filter((found) => found.id === one.id)
          expect(ends.length).toBeLessThanOrEqual(1)
        }
      }),
    )
  })
})
