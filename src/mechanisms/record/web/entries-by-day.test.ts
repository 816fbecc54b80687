import { expect, test } from 'vitest'
import { entriesByDay } from './entries-by-day.ts'

test('an entry written late in the evening in Greenwich belongs to the next day in Việt Nam', () => {
  const late = { at: '2022-07-12T17:30:00.000Z', id: 'late' }
  const noon = { at: '2022-07-12T05:00:00.000Z', id: 'noon' }
  const morning = { at: '2022-07-12T01:00:00.000Z', id: 'morning' }
  expect(entriesByDay([late, noon, morning])).toEqual([
    { day: '2022-07-13', entries: [late] },
    { day: '2022-07-12', entries: [noon, morning] },
  ])
})

test('no entries make no days', () => {
  expect(entriesByDay([])).toEqual([])
})
