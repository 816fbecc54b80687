import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, plainDate } from '../../kernel/plain-date.ts'
import { isWorkingDay, type SpecialDays } from '../../kernel/working-days.ts'
import { DEFAULT_LADDER, dayOfStep, dueSteps, ladderFault, stepKey } from './ladder.ts'

const NONE: SpecialDays = new Map()
const day = plainDate
const steps = DEFAULT_LADDER.report
const due = (lastDay: string, asOf: string, anchor = lastDay) =>
  dueSteps(steps, { lastDay: day(lastDay), anchor: day(anchor), asOf: day(asOf) }, NONE).map(
    (one) => `${stepKey(one.step)} ${one.day}`,
  )
/** What the highest rung has. */
const newest = (lastDay: string, asOf: string, anchor = lastDay) => {
  return due(lastDay, asOf, anchor).at(-1)
}

describe('the ladder', () => {
  it('climbs from a week before the last day to the letter, in working days', () => {
    // Friday 15 July 2022 is the last day.
    expect(newest('2022-07-15', '2022-07-05')).toBeUndefined()
    expect(newest('2022-07-15', '2022-07-06')).toBe('-7 2022-07-06')
    expect(newest('2022-07-15', '2022-07-12')).toBe('-3 2022-07-12')
    expect(newest('2022-07-15', '2022-07-15')).toBe('0 2022-07-15')
    expect(newest('2022-07-15', '2022-07-18')).toBe('+1 2022-07-18')
    expect(newest('2022-07-15', '2022-07-29')).toBe('head+10 2022-07-29')
    expect(newest('2022-07-15', '2022-08-05')).toBe('superior+15 2022-08-05')
    expect(newest('2022-07-15', '2022-12-31')).toBe('letter+20 2022-08-12')
  })

  it('has one step for each rung, the newest whose day has come, lowest rung first', () => {
    expect(due('2022-07-15', '2022-07-13')).toEqual(['-3 2022-07-12'])
    expect(due('2022-07-15', '2022-08-05')).toEqual(['+7 2022-07-26', 'head+10 2022-07-29', 'superior+15 2022-08-05'])
    expect(due('2022-07-15', '2022-12-31')).toHaveLength(4)
  })

  it('on the day is the Friday where the last day is a Sunday', () => {
    expect(newest('2022-07-17', '2022-07-17')).toBe('0 2022-07-15')
  })

  it('counts what is late from when it was given, where that was later than the last day', () => {
    expect(newest('2022-07-15', '2022-08-02', '2022-08-01')).toBe('+1 2022-08-02')
  })

  it('takes every step on a working day, never later for a later step', () => {
    const special = fc
      .array(fc.nat(200), { maxLength: 30 })
      .map((off): SpecialDays => new Map(off.map((no) => [addDays(day('2022-06-01'), no), 'off'] as const)))
    fc.assert(
      fc.property(special, fc.nat(120), (days, no) => {
        const lastDay = addDays(day('2022-06-20'), no)
        const taken = steps.map((step) => dayOfStep(step, lastDay, lastDay, days))
        expect(taken).toEqual([...taken].sort())
        for (const one of taken) expect(isWorkingDay(one, days)).toBe(true)
      }),
    )
  })

  it('of an office holds when nothing stands twice, nothing on the wrong side, and the higher are told later', () => {
    for (const usual of Object.values(DEFAULT_LADDER)) expect(ladderFault(usual)).toBeUndefined()
    expect(ladderFault([])).toBe('empty')
    expect(
      ladderFault([
        { stage: 'unit', days: -3 },
        { stage: 'unit', days: -3 },
      ]),
    ).toBe('twice')
    expect(ladderFault([{ stage: 'unit', days: 3 }])).toBe('wrong-side')
    expect(ladderFault([{ stage: 'head', days: -1 }])).toBe('wrong-side')
    expect(
      ladderFault([
        { stage: 'head', days: 10 },
        { stage: 'superior', days: 5 },
      ]),
    ).toBe('order')
    expect(
      ladderFault([
        { stage: 'superior', days: 5 },
        { stage: 'letter', days: 3 },
      ]),
    ).toBe('order')
  })
})
