import { describe, expect, it } from 'vitest'
import { type Deadline, daysLeft, deadlineWords, lastDayOnTime } from './deadline.ts'
import { plainDate } from './plain-date.ts'
import { addWorkingDays, isWorkingDay } from './working-days.ts'

const before: Deadline = { day: plainDate('2022-07-15'), relation: 'before' }
const by: Deadline = { day: plainDate('2022-07-15'), relation: 'by' }

describe('a deadline', () => {
  it('«trước ngày 15/07» is on time until the end of the 14th, «chậm nhất ngày 15/07» until the end of the 15th', () => {
    expect(lastDayOnTime(before)).toBe('2022-07-14')
    expect(lastDayOnTime(by)).toBe('2022-07-15')
  })

  it('says the plan’s relation and the last day', () => {
    expect(deadlineWords(before)).toBe('Trước ngày 15/07/2022 (hết ngày 14/07)')
    expect(deadlineWords(by)).toBe('Chậm nhất ngày 15/07/2022')
  })

  it('counts to the last day on time: nothing is late on that day', () => {
    expect(daysLeft(before, plainDate('2022-07-14'))).toBe(0)
    expect(daysLeft(before, plainDate('2022-07-15'))).toBe(-1)
    expect(daysLeft(by, plainDate('2022-07-12'))).toBe(3)
  })
})

describe('working days', () => {
  const special = new Map([
    [plainDate('2022-09-01'), 'off'],
    [plainDate('2022-09-02'), 'off'],
    [plainDate('2022-09-10'), 'working'],
  ] as const)

  it('pass over weekends and announced days off, and count a compensating Saturday', () => {
    expect(addWorkingDays(plainDate('2022-07-12'), 5, new Map())).toBe('2022-07-19')
    expect(addWorkingDays(plainDate('2022-08-31'), 1, special)).toBe('2022-09-05')
    expect(addWorkingDays(plainDate('2022-09-09'), 1, special)).toBe('2022-09-10')
    expect(isWorkingDay(plainDate('2022-09-11'), special)).toBe(false)
  })

  it('do not count the day they start from', () => {
    expect(addWorkingDays(plainDate('2022-07-12'), 0, special)).toBe('2022-07-12')
  })
})
