import { expect, test } from 'vitest'
import { plainDate } from '../../kernel/plain-date.ts'
import { changeMembers, inYear } from './cluster.ts'

const day = plainDate
const members = [
  { id: '1', unitId: 'a', from: day('2024-01-01'), to: null },
  { id: '2', unitId: 'b', from: day('2024-01-01'), to: day('2024-12-31') },
  { id: '3', unitId: 'c', from: day('2025-03-01'), to: null },
]

test('who is not wanted leaves the day before, who is new begins on the day, who stays is untouched', () => {
  expect(changeMembers(members, ['a', 'd'], day('2025-07-01'))).toEqual({
    ok: true,
    ended: [{ id: '3', unitId: 'c', to: '2025-06-30' }],
    begun: ['d'],
  })
})

test('whoever left before may come again', () => {
  expect(changeMembers(members, ['a', 'b', 'c'], day('2025-07-01'))).toMatchObject({ begun: ['b'], ended: [] })
})

test('nobody leaves before he came', () => {
  expect(changeMembers(members, ['a'], day('2025-03-01'))).toEqual({ ok: false, unitId: 'c', start: '2025-03-02' })
})

test('a unit leads in a year in which it was there', () => {
  expect([inYear(members, 'b', 2024), inYear(members, 'b', 2025), inYear(members, 'c', 2024)]).toEqual([
    true,
    false,
    false,
  ])
})
