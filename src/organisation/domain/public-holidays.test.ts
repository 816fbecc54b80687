import { describe, expect, it } from 'vitest'
import { weekday } from '../../kernel/plain-date.ts'
import { proposeHolidays, unconfirmedWords } from './public-holidays.ts'

const days = (year: number) => proposeHolidays(year)?.days.map((one) => one.day) ?? []

describe('the proposed holidays of a year', () => {
  it('of 2022 are those announced, each weekend one with the next working day instead', () => {
    expect(days(2022)).toEqual([
      ...['2022-01-01', '2022-01-03', '2022-01-31', '2022-02-01', '2022-02-02', '2022-02-03', '2022-02-04'],
      ...[
        '2022-04-10',
        '2022-04-11',
        '2022-04-30',
        '2022-05-01',
        '2022-05-02',
        '2022-05-03',
        '2022-09-01',
        '2022-09-02',
      ],
    ])
  })

  it('take the day beside Quốc khánh that joins the weekend, and make up for a Saturday', () => {
    expect(days(2023).filter((day) => day > '2023-08-01')).toEqual(['2023-09-01', '2023-09-02', '2023-09-04'])
    expect(days(2024).filter((day) => day > '2024-08-01')).toEqual(['2024-09-02', '2024-09-03'])
    expect(days(2025).filter((day) => day > '2025-08-01')).toEqual(['2025-09-01', '2025-09-02'])
  })

  it('have one day of Quốc khánh before 2021, and say that the older law was not compared', () => {
    expect(days(2014).filter((day) => day > '2014-08-01')).toEqual(['2014-09-02'])
    expect(proposeHolidays(2014)?.notes.join(' ')).toContain('chưa được đối chiếu')
    expect(proposeHolidays(2022)?.notes.join(' ')).not.toContain('chưa được đối chiếu')
  })

  it('are each their own day, none made up for on a weekend', () => {
    for (let year = 2014; year <= 2035; year += 1) {
      const proposed = proposeHolidays(year)?.days ?? []
      expect(new Set(proposed.map((one) => one.day)).size).toBe(proposed.length)
      for (const one of proposed) if (one.compensating) expect(weekday(one.day)).toBeLessThanOrEqual(5)
    }
  })

  it('are not guessed where the lunar days or the law are not known', () => {
    expect(proposeHolidays(2036)).toBeUndefined()
    expect(proposeHolidays(2012)).toBeUndefined()
  })

  it('not confirmed are told of by their year', () => {
    expect(unconfirmedWords([])).toBeUndefined()
    expect(unconfirmedWords([2023, 2024])).toContain('Ngày nghỉ năm 2023, 2024 chưa được')
  })
})
