import { expect, test } from 'vitest'
import { returnAddress } from './return-address.ts'

test('signing in ends where one was going, search and all', () => {
  expect(returnAddress('/phong-trao?q=ha&page=2')).toBe('/phong-trao?q=ha&page=2')
})

test.each([
  [null],
  [''],
  ['https://example.com/'],
  ['//example.com/phong-trao'],
  ['/\\example.com'],
  ['javascript:alert(1)'],
  ['/dang-nhap?ve=/nguoi'],
])('an address that is not a page of ours (%s) leads home', (asked) => {
  expect(returnAddress(asked)).toBe('/')
})
