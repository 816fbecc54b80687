import { describe, expect, test } from 'vitest'
import { changedSearch } from '../link/changed-search.ts'
import { countWords } from './count-words.ts'
import { readListState } from './list-address.ts'
import { pagesShown } from './pages-shown.ts'

describe('a list in the address', () => {
  test('reads search, filters, sort and page', () => {
    const params = new URLSearchParams('q=bich lan&unit=vp&sort=-sent&page=3&size=50')
    expect(readListState(params, { filters: ['unit', 'state'] })).toEqual({
      q: 'bich lan',
      filters: { unit: 'vp', state: '' },
      sort: { by: 'sent', descending: true },
      page: 3,
      pageSize: 50,
    })
  })

  test('falls back from what nobody offered', () => {
    const params = new URLSearchParams('page=-1&size=7000')
    expect(readListState(params, { defaultSort: { by: 'name', descending: false }, pageSize: 50 })).toMatchObject({
      page: 1,
      pageSize: 50,
      sort: { by: 'name', descending: false },
    })
  })

  test('a change leaves the other parameters, and an empty value takes one out', () => {
    const params = new URLSearchParams('q=lan&page=2&x=1')
    expect(changedSearch(params, { q: '', page: undefined, unit: 'vp' })).toBe('?x=1&unit=vp')
    expect(changedSearch(new URLSearchParams('q=lan'), { q: undefined })).toBe('')
  })
})

describe('how many', () => {
  test('are said with the whole when the list is narrowed', () => {
    expect(countWords(38, false, 214, 'hồ sơ', true)).toBe('38 trong 214 hồ sơ, lọc theo')
    expect(countWords(38, false, 214, 'hồ sơ', false)).toBe('38 hồ sơ')
    expect(countWords(10_000, true, undefined, 'hồ sơ', false)).toBe('hơn 10.000 hồ sơ')
  })
})

test('pages in sight are the first, the last and those around the open one', () => {
  expect(pagesShown(1, 1)).toEqual([1])
  expect(pagesShown(1, 20)).toEqual([1, 2, 3, 4, 20])
  expect(pagesShown(10, 20)).toEqual([1, 9, 10, 11, 20])
  expect(pagesShown(20, 20)).toEqual([1, 17, 18, 19, 20])
})
