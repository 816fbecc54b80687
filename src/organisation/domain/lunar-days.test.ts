import { describe, expect, it } from 'vitest'
import lunar from '../../../law/working-days/lunar-days.json' with { type: 'json' }
import { addDays, type PlainDate, plainDate } from '../../kernel/plain-date.ts'

/**
 * The table of lunar days is computed anew from the sky: mean new moons with their periodic terms and the sun's longitude, after Jean Meeus
 * as Ho Ngoc Duc published it for the Vietnamese calendar, which reads them at UTC+7.
 */
const DAY_ZERO = plainDate('1970-01-01')
const JULIAN_OF_DAY_ZERO = 2440588
const SYNODIC = 29.530588853
const EPOCH = 2415021.076998695
const rad = Math.PI / 180
const sin = (degrees: number) => Math.sin(degrees * rad)

function newMoonDay(k: number): number {
  const t = k / 1236.85
  const [m, moon, f] = [
    359.2242 + 29.10535608 * k - 0.0000333 * t ** 2 - 0.00000347 * t ** 3,
    306.0253 + 385.81691806 * k + 0.0107306 * t ** 2 + 0.00001236 * t ** 3,
    21.2964 + 390.67050646 * k - 0.0016528 * t ** 2 - 0.00000239 * t ** 3,
  ]
  const mean =
    2415020.75933 +
    29.53058868 * k +
    0.0001178 * t ** 2 -
    0.000000155 * t ** 3 +
    0.00033 * sin(166.56 + 132.87 * t - 0.009173 * t ** 2)
  const terms =
    (0.1734 - 0.000393 * t) * sin(m) +
    0.0021 * sin(2 * m) -
    0.4068 * sin(moon) +
    0.0161 * sin(2 * moon) -
    0.0004 * sin(3 * moon) +
    0.0104 * sin(2 * f) -
    0.0051 * sin(m + moon) -
    0.0074 * sin(m - moon) +
    0.0004 * sin(2 * f + m) -
    0.0004 * sin(2 * f - m) -
    0.0006 * sin(2 * f + moon) +
    0.001 * sin(2 * f - moon) +
    0.0005 * sin(2 * moon + m)
  const drift = -0.000278 + 0.000265 * t + 0.000262 * t ** 2
  return Math.floor(mean + terms - drift + 0.5 + 7 / 24)
}

/** The twelfth of the year in which the sun stands when that day begins in Việt Nam. */
function sunTwelfth(julianDay: number): number {
  const t = (julianDay - 0.5 - 7 / 24 - 2451545) / 36525
  const m = 357.5291 + 35999.0503 * t - 0.0001559 * t ** 2 - 0.00000048 * t ** 3
  const centre =
    (1.9146 - 0.004817 * t - 0.000014 * t ** 2) * sin(m) + (0.019993 - 0.000101 * t) * sin(2 * m) + 0.00029 * sin(3 * m)
  const longitude = 280.46645 + 36000.76983 * t + 0.0003032 * t ** 2 + centre
  return Math.floor((((longitude % 360) + 360) % 360) / 30)
}

/** The new moon of the eleventh lunar month of a year: the month with the winter solstice. */
function eleventhMonth(year: number): number {
  const last = julianOf(plainDate(`${year}-12-31`))
  const k = Math.floor((last - 2415021) / SYNODIC)
  return sunTwelfth(newMoonDay(k)) >= 9 ? newMoonDay(k - 1) : newMoonDay(k)
}

function dayOfLunar(dayNo: number, month: number, year: number): PlainDate {
  const [before, after] = [eleventhMonth(year - 1), eleventhMonth(year)]
  const k = Math.floor(0.5 + (before - EPOCH) / SYNODIC)
  let months = month + 1
  if (after - before > 365 && months >= leapMonth(k)) months += 1
  return addDays(DAY_ZERO, newMoonDay(k + months) + dayNo - 1 - JULIAN_OF_DAY_ZERO)
}

/** In a year of thirteen months: which has no change of the sun's twelfth. */
function leapMonth(k: number): number {
  for (let no = 1; no < 14; no += 1)
    if (sunTwelfth(newMoonDay(k + no)) === sunTwelfth(newMoonDay(k + no + 1))) return no
  throw new Error('a long year without a leap month')
}

function julianOf(day: PlainDate): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000) + JULIAN_OF_DAY_ZERO
}

describe('the table of lunar days', () => {
  it('has every year from 2014 to 2035', () => {
    expect(lunar.values.map((one) => one.year)).toEqual(Array.from({ length: 22 }, (_, no) => 2014 + no))
  })

  it.each(lunar.values)('is what the sky says in $year', ({ year, tet, gioTo }) => {
    expect(dayOfLunar(1, 1, year)).toBe(tet)
    expect(dayOfLunar(10, 3, year)).toBe(gioTo)
  })

  it('is what was announced for the years that have been', () => {
    const announced = [
      ['2014-01-31', '2014-04-09'],
      ['2018-02-16', '2018-04-25'],
      ['2020-01-25', '2020-04-02'],
      ['2022-02-01', '2022-04-10'],
      ['2023-01-22', '2023-04-29'],
      ['2024-02-10', '2024-04-18'],
      ['2025-01-29', '2025-04-07'],
    ]
    for (const [tet, gioTo] of announced)
      expect(lunar.values).toContainEqual({ year: Number(tet?.slice(0, 4)), tet, gioTo })
  })

  it('follows Việt Nam’s hour, not China’s, in 2030', () => {
    expect(lunar.values.find((one) => one.year === 2030)?.tet).toBe('2030-02-02')
  })
})
