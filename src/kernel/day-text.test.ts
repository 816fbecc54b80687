import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayOfSerial, readDayNumber, readDayText, readPartialDayText, serialOfDay } from './day-text.ts'
import { addDays, plainDate } from './plain-date.ts'

const refused = (result: { ok: boolean; refusal?: { code: string } }) => (result.ok ? 'ok' : result.refusal?.code)

describe('a day written as text', () => {
  test.each([
    '15/07/1990',
    '15-7-1990',
    '1990-07-15',
    '15.7.1990',
    'ngày 15 tháng 7 năm 1990',
    'Ngày 15 tháng 07 năm 1990',
    'nga\u0300y 15 tha\u0301ng 7 na\u0306m 1990',
    '15 tháng 7, năm 1990',
    ' 15 / 7 / 1990 ',
    '15/07/1990 00:00',
    '1990-07-15T00:00:00.000Z',
    '1990/7/15',
  ])('«%s» is 15 July 1990', (text) => {
    expect(readDayText(text)).toEqual({ ok: true, value: '1990-07-15' })
  })

  test('the day always comes before the month', () => {
    expect(readDayText('03/04/2025')).toEqual({ ok: true, value: '2025-04-03' })
    expect(refused(readDayText('04/13/2025'))).toBe('cell-no-such-day')
  })

  test.each([
    ['15/07/90', 'cell-two-digit-year'],
    ['ngày 15 tháng 7 năm 90', 'cell-two-digit-year'],
    ['15/7/199', 'cell-two-digit-year'],
    ['31/02/1990', 'cell-no-such-day'],
    ['29/02/2023', 'cell-no-such-day'],
    ['0/1/1990', 'cell-no-such-day'],
    ['1990-13-01', 'cell-no-such-day'],
    ['1/1/0000', 'cell-no-such-day'],
    ['1990', 'cell-day-incomplete'],
    ['7/1990', 'cell-day-incomplete'],
    ['rằm tháng bảy', 'cell-not-a-day'],
    ['15071990', 'cell-not-a-day'],
    ['', 'cell-not-a-day'],
  ])('«%s» is refused: %s', (text, code) => {
    expect(refused(readDayText(text))).toBe(code)
  })

  test('a year or a month alone will do where the column says so', () => {
    expect(readPartialDayText('1990')).toEqual({ ok: true, value: '1990' })
    expect(readPartialDayText('năm 1990')).toEqual({ ok: true, value: '1990' })
    expect(readPartialDayText('7/1990')).toEqual({ ok: true, value: '1990-07' })
    expect(readPartialDayText('tháng 7 năm 1990')).toEqual({ ok: true, value: '1990-07' })
    expect(readPartialDayText('1990-07')).toEqual({ ok: true, value: '1990-07' })
    expect(refused(readPartialDayText('13/1990'))).toBe('cell-no-such-day')
  })

  test('no text makes it throw', () => {
    fc.assert(fc.property(fc.string(), (text) => typeof readPartialDayText(text).ok === 'boolean'))
  })
})

describe('a day as a number of Excel', () => {
  test('the count of days, with the 29 February 1900 that never was', () => {
    expect(dayOfSerial(1)).toBe('1900-01-01')
    expect(dayOfSerial(59)).toBe('1900-02-28')
    expect(dayOfSerial(60)).toBeUndefined()
    expect(dayOfSerial(61)).toBe('1900-03-01')
    expect(dayOfSerial(33_069)).toBe('1990-07-15')
    expect(dayOfSerial(33_069.99)).toBe('1990-07-15')
    expect(dayOfSerial(2_958_465)).toBe('9999-12-31')
    for (const none of [0, -1, 2_958_466, Number.NaN, Number.POSITIVE_INFINITY])
      expect(dayOfSerial(none)).toBeUndefined()
  })

  test('every day from March 1900 comes back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_958_000 }), (days) => {
        const day = addDays(plainDate('1900-03-01'), days)
        if (day > '9999-12-31' || day.length !== 10) return
        expect(dayOfSerial(serialOfDay(day) ?? Number.NaN)).toBe(day)
      }),
    )
    expect(serialOfDay(plainDate('1900-02-28'))).toBeUndefined()
  })

  test('without a format a number of our time is a day, a small one a year, any other nothing', () => {
    expect(readDayNumber(33_069, undefined)).toEqual({ ok: true, value: '1990-07-15' })
    expect(readDayNumber(1990, undefined)).toEqual({ ok: true, value: '1990' })
    expect(refused(readDayNumber(12, undefined))).toBe('cell-not-a-day')
    expect(refused(readDayNumber(15_071_990, undefined))).toBe('cell-not-a-day')
  })

  test('a format that shows only month or year gives just that', () => {
    expect(readDayNumber(33_055, 'month')).toEqual({ ok: true, value: '1990-07' })
    expect(readDayNumber(33_055, 'year')).toEqual({ ok: true, value: '1990' })
    expect(refused(readDayNumber(0.5, 'time'))).toBe('cell-not-a-day')
    expect(refused(readDayNumber(60, 'day'))).toBe('cell-no-such-day')
  })
})
