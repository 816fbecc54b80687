import { describe, expect, it } from 'vitest'
import type { MyWork } from './api.ts'
import { mostUrgent, workWords } from './most-urgent.ts'

const owed = (id: string, daysLeft: number) =>
  ({
    id,
    daysLeft,
    actions: { remind: { whyNot: null } },
    reminders: { count: 0, lastOn: null, byHandOn: null, height: 0 },
  }) as MyWork['owed'][number]
const waiting = (id: string) => ({ id }) as MyWork['waiting'][number]
const nothing = { owed: [], waiting: [], lateBelow: [], today: '2022-07-12' }

describe('the one filled button of the day', () => {
  it('stands at what I owe within a week, before what waits for me', () => {
    expect(mostUrgent({ ...nothing, owed: [owed('a', 2)], waiting: [waiting('b')] })).toBe('a')
    expect(mostUrgent({ ...nothing, owed: [owed('a', -1)], waiting: [waiting('b')] })).toBe('a')
  })

  it('stands at what waits for me when what I owe has time', () => {
    expect(mostUrgent({ ...nothing, owed: [owed('a', 20)], waiting: [waiting('b')] })).toBe('b')
    expect(mostUrgent({ ...nothing, owed: [owed('a', 20)] })).toBe('a')
  })

  it('stands at the first late unit not yet reminded today when nothing else is to do', () => {
    const told = {
      ...owed('told', -4),
      reminders: { count: 1, lastOn: '2022-07-12', byHandOn: '2022-07-12', height: 2 as const },
    }
    expect(mostUrgent({ ...nothing, lateBelow: [told, owed('untold', -1)] })).toBe('untold')
    expect(mostUrgent({ ...nothing, lateBelow: [told] })).toBeUndefined()
    expect(mostUrgent(nothing)).toBeUndefined()
  })
})

describe('the day in one sentence', () => {
  it('counts each kind that there is, and says so when there is none', () => {
    expect(workWords({ owed: [owed('a', -1), owed('b', 3)], waiting: [waiting('c')], lateBelow: [] })).toBe(
      '2 việc phải làm, 1 quá hạn; 1 việc chờ xử lý.',
    )
    expect(workWords(nothing)).toBe('Không có việc nào đang chờ.')
  })
})
