import { describe, expect, it } from 'vitest'
import { lineStarts, trimmed } from './paper-selection.ts'

describe('text chosen in the paper', () => {
  it('knows where lines begin, empty ones too', () => {
    expect(lineStarts('ab\n\ncd\n')).toEqual([0, 3, 4, 7])
    expect(lineStarts('')).toEqual([0])
  })

  it('is taken without the blanks around it, whichever way it was drawn', () => {
    const text = 'Số:  12/KH \n'
    expect(trimmed(text, 3, 12)).toEqual({ start: 5, end: 10, text: '12/KH' })
    expect(trimmed(text, 12, 3)).toEqual({ start: 5, end: 10, text: '12/KH' })
    expect(trimmed(text, 3, 5)).toBeUndefined()
    expect(trimmed(text, 5, 99)?.end).toBe(10)
  })
})
