import { describe, expect, it } from 'vitest'
import { factWords } from './fact-words.ts'

describe('a fact on one line', () => {
  it('names the kind of a paper in full; an abbreviation nobody knows stays', () => {
    expect(factWords('docType', { text: 'KH' })).toBe('Kế hoạch')
    expect(factWords('docType', { text: 'XYZ' })).toBe('XYZ')
  })

  it('says that there is none rather than nothing', () => {
    expect(factWords('docType', { text: null })).toBe('không có')
    expect(factWords('number', { text: '' })).toBe('không có')
  })
})
