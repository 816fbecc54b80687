import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { daysBetween, type PlainDate, plainDate } from '../../kernel/plain-date.ts'
import type { SpecialDays } from '../../kernel/working-days.ts'
import type { TaskPlan } from './task-plan.ts'
import { monthsLater, turnsOf, turnWords } from './turns.ts'

const day = (text: string) => plainDate(text)
const plan = (more: Partial<TaskPlan>): TaskPlan => ({
  becomes: 'task',
  due: { day: day('2024-03-25'), relation: 'by' },
  recurrence: 'once',
  dayRule: 'as-written',
  needsProof: false,
  ...more,
})
const none: SpecialDays = new Map()
const calendar = (more: Partial<Parameters<typeof turnsOf>[1]> = {}) => ({
  periods: [],
  endsOn: day('2024-12-31') as PlainDate | null,
  special: none,
  ...more,
})

describe('the turns of a task', () => {
  it('are one when it is due once, and none when it is not given', () => {
    expect(turnsOf(plan({}), calendar())).toMatchObject([{ no: 1, lastDay: '2024-03-25', occurrence: null }])
    expect(turnsOf(plan({ becomes: 'none' }), calendar())).toEqual([])
    expect(turnsOf(plan({ due: null }), calendar())).toEqual([])
  })

  it('come every month until the campaign’s end, on the last day of a month without such a day', () => {
    const turns = turnsOf(plan({ recurrence: 'monthly', due: { day: day('2024-01-31'), relation: 'by' } }), calendar())
    expect(turns).toHaveLength(12)
    expect(turns.slice(0, 4).map((turn) => turn.lastDay)).toEqual([
      '2024-01-31',
      '2024-02-29',
      '2024-03-31',
      '2024-04-30',
    ])
    expect(turns[2]?.occurrence).toEqual({ words: 'Tháng 03/2024', from: '2024-03-01', to: '2024-03-31' })
    expect(turns[2] && turnWords(turns[2])).toBe('Tháng 03/2024: Chậm nhất ngày 31/03/2024')
  })

  it('come every quarter with the quarter’s name', () => {
    const turns = turnsOf(plan({ recurrence: 'quarterly' }), calendar())
    expect(turns.map((turn) => turn.occurrence?.words)).toEqual([
      'Quý I/2024',
      'Quý II/2024',
      'Quý III/2024',
      'Quý IV/2024',
    ])
    expect(turns[3]?.occurrence).toMatchObject({ from: '2024-10-01', to: '2024-12-31' })
    expect(turnsOf(plan({ recurrence: 'quarterly' }), calendar({ endsOn: null }))).toEqual([])
  })

  it('follow each period’s own review day, or lie as far from each period’s end as from the first one’s', () => {
    const periods = [
      {
        name: 'Đợt một',
        from: day('2024-01-01'),
        to: day('2024-06-30'),
        review: { day: day('2024-07-15'), relation: 'before' as const },
      },
      { name: 'Đợt hai', from: day('2024-07-01'), to: day('2024-12-31'), review: null },
    ]
    const own = turnsOf(plan({ recurrence: 'per-period', due: null }), calendar({ periods }))
    expect(own.map((turn) => turn.lastDay)).toEqual(['2024-07-14', '2024-12-31'])
    const set = plan({ recurrence: 'per-period', due: { day: day('2024-06-25'), relation: 'by' } })
    expect(turnsOf(set, calendar({ periods })).map((turn) => turn.lastDay)).toEqual(['2024-06-25', '2024-12-26'])
  })

  it('move by the rule chosen when the last day is no working day: a holiday, a Sunday, but not a compensating Saturday', () => {
    const special: SpecialDays = new Map([
      [day('2024-04-29'), 'off'],
      [day('2024-04-30'), 'off'],
      [day('2024-05-01'), 'off'],
      [day('2024-05-04'), 'working'],
    ])
    const on = (text: string, dayRule: TaskPlan['dayRule']) =>
      turnsOf(plan({ dayRule, due: { day: day(text), relation: 'by' } }), calendar({ special }))[0]?.lastDay
    expect(on('2024-04-30', 'as-written')).toBe('2024-04-30')
    expect(on('2024-04-30', 'next-working-day')).toBe('2024-05-02')
    expect(on('2024-04-30', 'previous-working-day')).toBe('2024-04-26')
    expect(on('2024-05-04', 'next-working-day')).toBe('2024-05-04')
    const before = plan({ dayRule: 'previous-working-day', due: { day: day('2024-05-01'), relation: 'before' } })
    expect(turnsOf(before, calendar({ special }))[0]).toMatchObject({
      lastDay: '2024-04-26',
      deadline: { relation: 'by' },
    })
  })

  it('never run back, never pass the campaign’s end, and keep their number whatever the end', () => {
    const days = fc.integer({ min: 0, max: 1500 }).map((n) => monthsLater(day('2022-01-28'), Math.floor(n / 30)))
    fc.assert(
      fc.property(
        days,
        days,
        fc.constantFrom('monthly' as const, 'quarterly' as const),
        (first, endsOn, recurrence) => {
          const turns = turnsOf(plan({ recurrence, due: { day: first, relation: 'by' } }), calendar({ endsOn }))
          expect(turns.every((turn, index) => turn.no === index + 1 && turn.lastDay <= endsOn)).toBe(true)
          expect(
            turns.every(
              (turn, index) => index === 0 || daysBetween(turns[index - 1]?.lastDay ?? first, turn.lastDay) > 0,
            ),
          ).toBe(true)
          const longer = turnsOf(
            plan({ recurrence, due: { day: first, relation: 'by' } }),
            calendar({ endsOn: monthsLater(endsOn, 5) }),
          )
          expect(longer.slice(0, turns.length)).toEqual(turns)
        },
      ),
    )
  })
})
