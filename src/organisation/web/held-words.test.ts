import { expect, test } from 'vitest'
import { heldOn, heldWords } from './held-words.ts'

test('a post holds on its first and on its last day', () => {
  const post = { from: '2022-01-01', to: '2022-06-30' }
  expect(heldOn(post, '2021-12-31')).toBe('to-come')
  expect(heldOn(post, '2022-01-01')).toBe('holds')
  expect(heldOn(post, '2022-06-30')).toBe('holds')
  expect(heldOn(post, '2022-07-01')).toBe('over')
})

test('an end that is not known is not shown', () => {
  expect(heldWords({ from: '2022-01-01', to: null })).toBe('từ 01/01/2022')
  expect(heldWords({ from: '2022-01-01', to: '2022-06-30' })).toBe('01/01/2022 – 30/06/2022')
})
