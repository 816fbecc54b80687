import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changeWords, isMissing, isSent, namesWords, placeOf, REPORT_PLACES, totalWords } from './assembly.ts'

describe('what a figure of many reports comes to, in words', () => {
  it('is told in its own measure; where no report gives one nothing is told, never a zero', () => {
    expect(totalWords({ kind: 'count', unit: 'người' }, { reports: 2, amount: 1240, base: null })).toBe('1.240 người')
    expect(totalWords({ kind: 'amount', unit: '' }, { reports: 1, amount: 2e7, base: null })).toBe('20.000.000 đồng')
    expect(totalWords({ kind: 'yes-no', unit: '' }, { reports: 5, amount: 3, base: null })).toBe('3 trong 5 đơn vị')
    expect(totalWords({ kind: 'count', unit: 'người' }, { reports: 0, amount: 0, base: null })).toBeNull()
    expect(totalWords({ kind: 'count', unit: 'người' }, { reports: 1, amount: 0, base: null })).toBe('0 người')
  })

  it('of a share is that of all numerators and all denominators; of nothing there is no share', () => {
    const line = { kind: 'share', unit: 'nhiệm vụ' } as const
    expect(totalWords(line, { reports: 2, amount: 16, base: 18 })).toBe('16/18 nhiệm vụ, 88,9%')
    expect(totalWords(line, { reports: 1, amount: 0, base: 0 })).toBe('0/0 nhiệm vụ')
  })
})

describe('beside an earlier period', () => {
  it('a share compares as a share, a count as a count', () => {
    const share = { kind: 'share' } as const
    const before = { reports: 1, amount: 8, base: 10 }
    expect(changeWords(share, { reports: 3, amount: 90, base: 100 }, before)).toBe('tăng 10 điểm phần trăm')
    expect(changeWords(share, { reports: 3, amount: 80, base: 100 }, before)).toBe('không đổi')
    const count = { kind: 'count' } as const
    expect(changeWords(count, { reports: 1, amount: 7, base: null }, { reports: 9, amount: 1007, base: null })).toBe(
      'giảm 1.000',
    )
  })

  it('is not told where one of the two is not there', () => {
    expect(changeWords({ kind: 'count' }, null, { reports: 1, amount: 1, base: null })).toBeNull()
    expect(
      changeWords({ kind: 'share' }, { reports: 1, amount: 0, base: 0 }, { reports: 1, amount: 1, base: 1 }),
    ).toBeNull()
  })
})

describe('where a report stands', () => {
  it('is one of sent, missing and waived, whatever its obligation and its sending say', () => {
    const obligations = fc.constantFrom('open', 'done', 'exempt')
    const submissions = fc.constantFrom(null, 'draft', 'for-signature', 'submitted', 'returned', 'accepted')
    fc.assert(
      fc.property(obligations, submissions, (obligation, submission) => {
        const place = placeOf(obligation, submission)
        expect(REPORT_PLACES).toContain(place)
        expect([isSent(place), isMissing(place), place === 'exempt'].filter(Boolean)).toHaveLength(1)
      }),
    )
  })

  it('paper without its figures is not counted as sent', () => {
    expect(placeOf('done', null)).toBe('on-paper')
    expect(isMissing('on-paper')).toBe(true)
  })
})

it('names the first, and says how many more there are', () => {
  expect(namesWords(['Phòng A', 'Phòng B'], 2)).toBe('Phòng A, Phòng B')
  expect(namesWords(['A', 'B', 'C', 'D', 'E'], 8)).toBe('A, B, C, D, E và 3 đơn vị khác')
})
