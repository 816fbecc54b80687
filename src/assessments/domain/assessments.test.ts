import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PersonActor, Role } from '../../kernel/actor.ts'
import { type PlainDate, plainDate } from '../../kernel/plain-date.ts'
import { isInForce, whyNotThoseDisciplineDays, whyNotThoseReviewDays } from './checks.ts'
import { isOpen, whyNotRated } from './levels.ts'
import { codeOf, overlapping, whyNotThosePeriodDays } from './periods.ts'
import { FACT_READERS, mayReadFacts, mayReadNotes, whyMayNotKeep, whyMayNotRate } from './permissions.ts'

const UNIT = ['to', 'phong', 'so'] as const
const ROLES: readonly Role[] = ['administrator', 'standing-office', 'authority', 'head', 'officer', 'staff', 'auditor']

function actor(grants: readonly [Role, string][], personId = 'lan'): PersonActor {
  const posts = [{ id: 'p', title: 'Chuyên viên', unitId: 'to', unitNo: 3, unitName: 'Tổ' }]
  return {
    kind: 'person',
    accountId: 'a',
    personId,
    name: 'Lan',
    posts,
    grants: grants.map(([role, unitId]) => ({ postId: 'p', role, unitId })),
  }
}
const day = (text: string): PlainDate => plainDate(text)

describe('award periods', () => {
  it('are called by the years of their days', () => {
    expect(codeOf('calendar-year', day('2025-01-01'), day('2025-12-31'))).toBe('2025')
    expect(codeOf('school-year', day('2024-09-01'), day('2025-05-31'))).toBe('2024-2025')
  })

  it.each([
    ['calendar-year', '2025-01-01', '2025-12-31', true],
    ['calendar-year', '2025-01-01', '2025-12-30', false],
    ['calendar-year', '2025-01-01', '2026-12-31', false],
    ['school-year', '2024-09-01', '2025-08-31', true],
    ['school-year', '2024-09-01', '2024-12-31', false],
    ['school-year', '2024-09-01', '2026-05-31', false],
    ['school-year', '2025-05-31', '2024-09-01', false],
  ] as const)('%s from %s to %s: %s', (kind, from, to, right) => {
    expect(whyNotThosePeriodDays(kind, day(from), day(to)) === undefined).toBe(right)
  })

  it('of one kind never share a day; a year of each kind may', () => {
    const year = {
      id: 'a',
      code: '2025',
      kind: 'calendar-year' as const,
      from: day('2025-01-01'),
      to: day('2025-12-31'),
    }
    expect(overlapping([year], { ...year, id: 'b', kind: 'school-year' })).toBeUndefined()
    expect(overlapping([year], { ...year, id: 'b', from: day('2025-12-31'), to: day('2026-12-30') })).toBe(year)
    expect(overlapping([year], year)).toBeUndefined()
  })
})

describe('a row of a rating list', () => {
  it('has a level or a reason, never both; another reason is said', () => {
    const row = { level: null, notRated: null, note: '' }
    expect(isOpen(row)).toBe(true)
    expect(whyNotRated(row)).toBeUndefined()
    expect(whyNotRated({ ...row, level: 'htnv', notRated: 'training' })).toContain('không chọn cả hai')
    expect(whyNotRated({ ...row, notRated: 'other', note: '  ' })).toBe('ghi rõ lý do chưa xếp loại')
    expect(whyNotRated({ ...row, notRated: 'other', note: 'Biệt phái' })).toBeUndefined()
  })
})

describe('days that cannot be', () => {
  it('are said of discipline and of reviews', () => {
    const today = day('2025-07-01')
    const right = { startsOn: day('2025-01-01'), endsOn: null, decisionOn: day('2024-12-31') }
    expect(whyNotThoseDisciplineDays(right, today)).toBeUndefined()
    expect(whyNotThoseDisciplineDays({ ...right, endsOn: day('2024-12-31') }, today)?.field).toBe('endsOn')
    expect(whyNotThoseDisciplineDays({ ...right, decisionOn: day('2025-07-02') }, today)?.field).toBe('decisionOn')
    expect(whyNotThoseReviewDays({ startsOn: day('2025-07-02'), clearedOn: null }, today)?.field).toBe('startsOn')
    expect(whyNotThoseReviewDays({ startsOn: day('2025-06-02'), clearedOn: day('2025-06-01') }, today)?.field).toBe(
      'clearedOn',
    )
  })

  it('a discipline whose end is not known runs on', () => {
    expect(isInForce({ startsOn: day('2024-01-01'), endsOn: null }, day('2030-01-01'))).toBe(true)
    expect(isInForce({ startsOn: day('2024-01-01'), endsOn: day('2024-12-31') }, day('2025-01-01'))).toBe(false)
  })
})

describe('who sees discipline and ratings', () => {
  const ofMai = { units: [UNIT], personId: 'mai' }

  it('every role over the unit or above it but administrators and staff, and the person herself; nobody beside it', () => {
    const grants = fc.array(fc.tuple(fc.constantFrom(...ROLES), fc.constantFrom('to', 'phong', 'so', 'phong-khac')), {
      maxLength: 4,
    })
    fc.assert(
      fc.property(grants, fc.constantFrom('mai', 'lan'), (held, personId) => {
        // Computed apart from the rule: which roles and which places, listed by hand.
        const reads = held.some(
          ([role, at]) =>
            ['head', 'officer', 'standing-office', 'authority', 'auditor'].includes(role) &&
            ['to', 'phong', 'so'].includes(at),
        )
        const who = actor(held, personId)
        expect(mayReadFacts(who, ofMai)).toBe(reads || personId === 'mai')
        expect(mayReadNotes(who, ofMai)).toBe(reads && personId !== 'mai')
        const keeps = held.some(
          ([role, at]) => ['officer', 'standing-office'].includes(role) && ['to', 'phong', 'so'].includes(at),
        )
        expect(whyMayNotKeep(who, ofMai) === undefined).toBe(keeps && personId !== 'mai')
      }),
    )
  })

  it('jobs and the public read nothing by these rules', () => {
    expect(mayReadFacts({ kind: 'public' }, ofMai)).toBe(false)
    expect(mayReadFacts({ kind: 'job', name: 'x' }, ofMai)).toBe(false)
    expect(FACT_READERS).not.toContain('administrator')
  })
})

describe('a rating list', () => {
  const list = (state: 'draft' | 'proposed' | 'returned' | 'confirmed' | undefined, inCorrection = false) => ({
    state,
    unit: UNIT,
    inCorrection,
  })
  const officer = actor([['officer', 'to']])
  const head = actor([['head', 'to']])
  const code = (who: PersonActor, act: Parameters<typeof whyMayNotRate>[1], thing: ReturnType<typeof list>) =>
    whyMayNotRate(who, act, thing)?.code ?? 'ok'

  it.each([
    ['officer', 'write', undefined, 'ok'],
    ['officer', 'write', 'returned', 'ok'],
    ['officer', 'write', 'proposed', 'rating-list-sent'],
    ['officer', 'write', 'confirmed', 'rating-list-confirmed'],
    ['officer', 'confirm', 'proposed', 'not-yours-to-do'],
    ['officer', 'confirm-from-paper', 'draft', 'ok'],
    ['officer', 'confirm-from-paper', 'confirmed', 'rating-list-confirmed'],
    ['officer', 'reopen', 'confirmed', 'ok'],
    ['officer', 'reopen', 'draft', 'rating-list-not-sent'],
    ['officer', 'take-back', 'draft', 'rating-list-not-sent'],
    ['head', 'confirm', 'proposed', 'ok'],
    ['head', 'confirm', 'draft', 'rating-list-not-sent'],
    ['head', 'take-back', 'proposed', 'ok'],
  ] as const)('%s, %s, %s: %s', (who, act, state, expected) => {
    expect(code(who === 'head' ? head : officer, act, list(state))).toBe(expected)
  })

  it('a correction is given up only where there is one', () => {
    expect(code(officer, 'drop-correction', list('draft'))).toBe('rating-list-not-sent')
    expect(code(officer, 'drop-correction', list('draft', true))).toBe('ok')
    expect(code(officer, 'drop-correction', list('proposed', true))).toBe('rating-list-sent')
  })

  it('is not there for who does not read the unit', () => {
    expect(code(actor([['staff', 'to']]), 'write', list('draft'))).toBe('not-found')
    expect(code(actor([['administrator', 'so']]), 'write', list('draft'))).toBe('not-found')
    expect(code(actor([['auditor', 'so']]), 'write', list('draft'))).toBe('not-yours-to-do')
  })
})
