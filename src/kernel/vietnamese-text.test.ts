import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isId, newId } from './ids.ts'
import { cleanText, compareByGivenName, foldForSearch, givenName, sameWords, tidyName } from './vietnamese-text.ts'

describe('Vietnamese text', () => {
  it('is searched without marks, in any case, whatever form it was stored in', () => {
    expect(foldForSearch('Đỗ  Bích-LAN')).toBe('do bich lan')
    expect(foldForSearch('Đỗ Bích Lan'.normalize('NFD'))).toBe('do bich lan')
  })

  it('folds the same a second time', () => {
    fc.assert(fc.property(fc.string(), (text) => foldForSearch(foldForSearch(text)) === foldForSearch(text)))
  })

  it('is the same word wherever the tone mark was typed', () => {
    expect(sameWords('hoà bình', 'Hòa Bình')).toBe(true)
    expect(sameWords('Uỷ ban', 'ủy ban')).toBe(true)
    expect(sameWords('ban', 'bàn')).toBe(false)
  })

  it('is cleaned of old Đ, stray control characters and foreign line ends', () => {
    expect(cleanText('Ðiều 1\r\nmột\u0000hai')).toBe('Điều 1\nmộthai')
    expect(cleanText('ệ')).toBe('ệ')
  })

  it('lists staff by given name', () => {
    const staff = ['Trần Văn Phúc', 'Đỗ Bích Lan', 'Lê Thị Hoa', 'Nguyễn Ánh', 'Bùi Đức An']
    expect([...staff].sort(compareByGivenName).map(givenName)).toEqual(['An', 'Ánh', 'Hoa', 'Lan', 'Phúc'])
  })

  it('tidies a typed name and keeps every letter', () => {
    expect(tidyName('  Nguyễn   Thị\tBích Lan ')).toBe('Nguyễn Thị Bích Lan')
  })
})

describe('an id', () => {
  it('is a UUID of version 7 whose order is the order of time', () => {
    const [early, late] = [newId(1_000_000), newId(1_000_001)]
    expect(isId(early)).toBe(true)
    expect(early < late).toBe(true)
    expect(early[14]).toBe('7')
    expect(new Set(Array.from({ length: 1000 }, () => newId(1))).size).toBe(1000)
  })
})
