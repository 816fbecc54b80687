import { describe, expect, it } from 'vitest'
import type { FactShape } from '../contract.ts'
import { marksOf } from './fact-marks.ts'

let made = 0
function fact(start: number, end: number, more: Partial<FactShape> = {}): FactShape {
  made += 1
  return {
    id: `f${made}`,
    kind: 'movement',
    parentId: null,
    value: { name: 'x' },
    readValue: null,
    source: { start, end },
    confidence: 'sure',
    state: 'read',
    version: 1,
    changedBy: null,
    changedAt: null,
    ...more,
  }
}

describe('numbering the places of the facts', () => {
  it('goes by the stored offsets, so that the same words twice are two places', () => {
    const text = 'trước 15/7/2022 … trước 15/7/2022'
    const second = fact(text.lastIndexOf('15/7'), text.length)
    const first = fact(6, 15)
    const { placeOf, marks } = marksOf([second, first], text.length)
    expect([placeOf.get(first.id)?.number, placeOf.get(second.id)?.number]).toEqual([1, 2])
    expect(marks.map((mark) => text.slice(mark.start, mark.end))).toEqual(['15/7/2022', '15/7/2022'])
    expect(marks.map((mark) => mark.start)).toEqual([6, text.lastIndexOf('15/7')])
  })

  it('gives facts read from the same words one place, doubtful when one of them is', () => {
    const [a, b] = [fact(4, 9), fact(4, 9, { confidence: 'look' })]
    const { marks, placeOf, factsAt } = marksOf([a, b], 20)
    expect(marks).toHaveLength(1)
    expect(marks[0]?.doubtful).toBe(true)
    expect(placeOf.get(a.id)).toEqual(placeOf.get(b.id))
    expect(factsAt.get(marks[0]?.id ?? '')).toEqual([a.id, b.id])
  })

  it('puts the longer of two that begin together first, and lets marks overlap', () => {
    const [inner, outer, across] = [fact(4, 9), fact(4, 19), fact(7, 25)]
    const { placeOf } = marksOf([inner, outer, across], 30)
    expect([outer, inner, across].map((one) => placeOf.get(one.id)?.number)).toEqual([1, 2, 3])
  })

  it('keeps the number of a removed fact and marks its words no longer', () => {
    const [gone, stays] = [fact(1, 2, { state: 'removed' }), fact(5, 6)]
    const { marks, placeOf } = marksOf([gone, stays], 10)
    expect(marks.map((mark) => mark.number)).toEqual([2])
    expect(placeOf.get(gone.id)?.number).toBe(1)
  })

  it('passes over facts without a place, or with one outside the text', () => {
    expect(marksOf([fact(0, 5, { source: null }), fact(8, 12)], 10).marks).toEqual([])
  })

  it('is quick enough for a document of 200 pages', () => {
    const many = Array.from({ length: 2000 }, (_, index) => fact(index * 50, index * 50 + 60))
    expect(marksOf(many, 400_000).marks).toHaveLength(2000)
  })
})
