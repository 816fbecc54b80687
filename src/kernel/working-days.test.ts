import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type PlainDate, plainDate } from './plain-date.ts'
import {
  addWorkingDays,
  firstWorkingDayOnOrAfter,
  isWorkingDay,
  lastWorkingDayOnOrBefore,
  type SpecialDays,
  subtractWorkingDays,
  workingDaysBetween,
} from './working-days.ts'

const NONE: SpecialDays = new Map()
const day = plainDate
/** Tết Giáp Thìn 2024 as announced: 8 to 14 February off. */
const TET_2024: SpecialDays = new Map(
  ['2024-02-08', '2024-02-09', '2024-02-12', '2024-02-13', '2024-02-14'].map((one) => [day(one), 'off'] as const),
)

describe('working days', () => {
  it('pass over weekends and the days off of Tết, and count a compensating Saturday', () => {
    expect(addWorkingDays(day('2024-02-07'), 1, TET_2024)).toBe('2024-02-15')
    expect(subtractWorkingDays(day('2024-02-15'), 1, TET_2024)).toBe('2024-02-07')
    expect(addWorkingDays(day('2022-07-15'), 1, new Map([[day('2022-07-16'), 'working']]))).toBe('2022-07-16')
  })

  it('are counted after the first day up to and with the last', () => {
    expect(workingDaysBetween(day('2022-07-11'), day('2022-07-15'), NONE)).toBe(4)
    expect(workingDaysBetween(day('2022-07-15'), day('2022-07-17'), NONE)).toBe(0)
    expect(workingDaysBetween(day('2022-07-15'), day('2022-07-11'), NONE)).toBe(0)
  })

  it('next to a day off are the Friday before it and the Monday after it', () => {
    expect(lastWorkingDayOnOrBefore(day('2022-07-17'), NONE)).toBe('2022-07-15')
    expect(firstWorkingDayOnOrAfter(day('2022-07-16'), NONE)).toBe('2022-07-18')
    expect(firstWorkingDayOnOrAfter(day('2022-07-18'), NONE)).toBe('2022-07-18')
  })

  it('are the same forwards and backwards, whatever days are off', () => {
    const start = day('2022-01-01')
    const special = fc
      .array(fc.tuple(fc.nat(400), fc.constantFrom('off' as const, 'working' as const)), { maxLength: 40 })
      .map((days): SpecialDays => new Map(days.map(([no, kind]) => [addDays(start, no), kind] as const)))
    fc.assert(
      fc.property(special, fc.nat(300), fc.nat(40), (days, from, count) => {
        const begin: PlainDate = firstWorkingDayOnOrAfter(addDays(start, from), days)
        const end = addWorkingDays(begin, count, days)
        expect(isWorkingDay(end, days)).toBe(true)
        expect(workingDaysBetween(begin, end, days)).toBe(count)
        expect(subtractWorkingDays(end, count, days)).toBe(begin)
      }),
    )
  })
})
