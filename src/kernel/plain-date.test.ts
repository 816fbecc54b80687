import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  dayOf,
  daysBetween,
  formatDate,
  formatDateWithWeekday,
  formatMoment,
  parsePlainDate,
  parseVietnameseDate,
  plainDate,
  startOfDay,
  weekday,
} from './plain-date.ts'

const day = fc
  .integer({ min: 0, max: 80_000 })
  .map((days) => plainDate(new Date(days * 86_400_000 - 2_208_988_800_000).toISOString().slice(0, 10)))

describe('a day', () => {
  it.each(['2022-02-31', '2021-02-29', '2022-13-01', '2022-1-1', '22-01-01', '2022-01-01T00:00', ''])(
    'is not «%s»',
    (text) => {
      expect(parsePlainDate(text)).toBeUndefined()
    },
  )

  it('is 29/02 in a leap year', () => {
    expect(parsePlainDate('2024-02-29')).toBe('2024-02-29')
  })

  it.each([
    ['5/7/2022', '2022-07-05'],
    ['05/07/2022', '2022-07-05'],
    [' 5 - 7 - 2022 ', '2022-07-05'],
    ['31.12.2022', '2022-12-31'],
    ['31/02/2022', undefined],
    ['2022-07-05', undefined],
    ['5/7/22', undefined],
  ])('typed as «%s» is %s', (typed, read) => {
    expect(parseVietnameseDate(typed)).toBe(read)
  })

  it('begins at midnight in Việt Nam, seven hours before midnight UTC', () => {
    expect(startOfDay(plainDate('2022-07-15')).toISOString()).toBe('2022-07-14T17:00:00.000Z')
    expect(dayOf(new Date('2022-07-14T17:00:00Z'))).toBe('2022-07-15')
    expect(dayOf(new Date('2022-07-14T16:59:59.999Z'))).toBe('2022-07-14')
  })

  it('counts forward and back to itself', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -20_000, max: 20_000 }), (date, days) => {
        const moved = addDays(date, days)
        expect(daysBetween(date, moved)).toBe(days)
        expect(addDays(moved, -days)).toBe(date)
      }),
    )
  })

  it('is typed back from what is shown', () => {
    fc.assert(fc.property(day, (date) => parseVietnameseDate(formatDate(date)) === date))
  })

  it('knows its weekday', () => {
    expect(weekday(plainDate('2022-07-12'))).toBe(2)
    expect(formatDateWithWeekday(plainDate('2022-07-12'))).toBe('Thứ Ba, 12/07/2022')
    expect(formatDateWithWeekday(plainDate('2022-07-17'))).toBe('Chủ nhật, 17/07/2022')
    expect(weekday(plainDate('1930-02-03'))).toBe(1)
  })

  it('and its time are shown in Việt Nam’s', () => {
    expect(formatMoment(new Date('2022-07-11T18:05:00Z'))).toBe('01:05, 12/07/2022')
  })
})
