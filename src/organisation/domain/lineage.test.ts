import { expect, test } from 'vitest'
import { plainDate } from '../../kernel/plain-date.ts'
import { predecessors, successors } from './lineage.ts'

const from = (before: string, after: string, on: string) => ({ before, after, on: plainDate(on) })

test('a merged unit comes from those before it, and from those before them', () => {
  const known = [from('a', 'c', '2020-01-01'), from('b', 'c', '2020-01-01'), from('c', 'd', '2025-07-01')]
  expect(predecessors('d', known).map((one) => one.before)).toEqual(['c', 'a', 'b'])
  expect(successors('a', known).map((one) => one.after)).toEqual(['c', 'd'])
  expect(predecessors('a', known)).toEqual([])
})

test('a unit that was taken out of another and later taken back in is not its own predecessor', () => {
  const known = [from('a', 'b', '2015-01-01'), from('b', 'a', '2020-01-01')]
  expect(predecessors('a', known).map((one) => one.before)).toEqual(['b'])
  expect(predecessors('b', known).map((one) => one.before)).toEqual(['a'])
})

test('what was taken out before something came in does not come from it', () => {
  // c left a in 2015; only in 2020 did b come into a.
  const known = [from('a', 'c', '2015-01-01'), from('b', 'a', '2020-01-01')]
  expect(predecessors('c', known).map((one) => one.before)).toEqual(['a'])
})
