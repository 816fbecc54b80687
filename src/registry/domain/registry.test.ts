import { describe, expect, it } from 'vitest'
import { plainDate } from '../../kernel/plain-date.ts'
import { AWARDS, awardNameOn, findAward } from './award-codes.ts'
import { isLikelyDouble, whyNotThatAward, whyNotThoseAwardDays, yearOf } from './checks.ts'
import { likelihood, recipientKey, weigh } from './recipients.ts'

describe('the names of awards', () => {
  it('have one code each, and the name of their day', () => {
    expect(new Set(AWARDS.map((award) => award.code)).size).toBe(AWARDS.length)
    expect(AWARDS.every((award) => /^[a-z0-9-]+$/.test(award.code))).toBe(true)
    expect(awardNameOn('xa-tieu-bieu', plainDate('2025-06-30'))).toBe('Xã, phường, thị trấn tiêu biểu')
    expect(awardNameOn('xa-tieu-bieu', plainDate('2025-07-01'))).toBe('Xã, phường, đặc khu tiêu biểu')
    expect(awardNameOn('khac', null)).toBeUndefined()
    expect(findAward('nghe-nhan-uu-tu')?.word).toBe('Nghệ nhân ưu tú')
  })

  it('a sở gives a giấy khen: no bằng khen of its own stands in the list', () => {
    expect(AWARDS.some((award) => /bằng khen.*sở/i.test(award.word))).toBe(false)
    expect(whyNotThatAward('bang-khen-giam-doc-so', 'x')?.field).toBe('awardCode')
    expect(whyNotThatAward('khac', null)?.field).toBe('awardName')
  })
})

describe('the days of an award', () => {
  const none = { achievedFrom: null, achievedTo: null, decisionOn: null, decisionYear: null }
  const today = plainDate('2026-03-01')

  it('may be unknown; what is known must fit', () => {
    expect(whyNotThoseAwardDays(none, today)).toBeUndefined()
    expect(whyNotThoseAwardDays({ ...none, decisionYear: 2027 }, today)?.field).toBe('decisionYear')
    const day = { ...none, decisionOn: plainDate('2020-02-02') }
    expect(whyNotThoseAwardDays({ ...day, decisionYear: 2021 }, today)?.field).toBe('decisionYear')
    expect(whyNotThoseAwardDays({ ...day, achievedFrom: plainDate('2020-02-03') }, today)?.field).toBe('decisionOn')
  })

  it('give the year it is listed under', () => {
    expect(yearOf({ ...none, decisionOn: plainDate('2020-02-02') }, plainDate('2019-12-31'))).toBe(2020)
    expect(yearOf(none, plainDate('2019-12-31'))).toBe(2019)
    expect(yearOf(none, null)).toBeNull()
  })
})

describe('one award entered twice', () => {
  const entry = { awardCode: 'ldtt', periodId: null, decisionNumber: null, year: 2020 }
  it.each([
    [{}, {}, true],
    [{}, { awardCode: 'giay-khen' }, false],
    [{}, { year: 2021 }, false],
    [{ year: null }, { year: null }, false],
    [{ periodId: 'a' }, { periodId: 'b' }, false],
    [{ periodId: 'a', year: 2020 }, { periodId: 'a', year: 2021 }, true],
    [{ decisionNumber: '5/QĐ' }, { decisionNumber: '5/qđ' }, true],
    [{ decisionNumber: '5/QĐ' }, { decisionNumber: '6/QĐ' }, false],
  ] as const)('%j and %j: %s', (a, b, double) => {
    expect(isLikelyDouble({ ...entry, ...a }, { ...entry, ...b })).toBe(double)
    expect(isLikelyDouble({ ...entry, ...b }, { ...entry, ...a })).toBe(double)
  })
})

describe('who a recipient may be', () => {
  const written = { name: 'Lê Thị Hòa', unitName: 'Chuyên viên, Phòng Nội vụ', birth: '1985-03-02' }
  const ours = { name: 'Lê Thị Hòa', birth: '1985-03-02', unitNames: ['Phòng Nội vụ'] }

  it('is sure by the name as it is spelt and the whole day of birth, by nothing less', () => {
    expect(weigh(written, ours)).toEqual({ birth: 'same', unit: 'same', sure: true })
    expect(weigh(written, { ...ours, name: 'LÊ THỊ HOÀ'.normalize('NFD') })?.sure).toBe(false)
    expect(weigh({ ...written, birth: null }, ours)).toEqual({ birth: 'unknown', unit: 'same', sure: false })
    expect(weigh({ ...written, birth: '1985' }, ours)).toEqual({ birth: 'agrees', unit: 'same', sure: false })
    expect(weigh(written, { ...ours, birth: '1986-03-02' })?.birth).toBe('differs')
    expect(weigh(written, { ...ours, name: 'Lê Thị Hoa Mai' })).toBeUndefined()
  })

  it('compares units by whole words', () => {
    expect(weigh({ ...written, unitName: 'Phòng Nội vụ huyện' }, { ...ours, unitNames: ['Phòng Nội'] })?.unit).toBe(
      'same',
    )
    expect(weigh({ ...written, unitName: 'Phòng Nội vụ' }, { ...ours, unitNames: ['hòng Nội'] })?.unit).toBe('other')
  })

  it('puts the likelier first, one of another birth last', () => {
    const order = [
      weigh(written, ours),
      weigh({ ...written, birth: '1985' }, ours),
      weigh({ ...written, birth: null }, ours),
      weigh({ ...written, birth: '1970' }, ours),
    ].map((evidence) => (evidence ? likelihood(evidence) : -1))
    expect(order).toEqual([...order].sort((a, b) => b - a))
  })

  it('is one and the same question however the blanks and letters are typed, and not of another name', () => {
    expect(recipientKey('person', written)).toBe(
      recipientKey('person', { ...written, name: ' Lê  Thị Hòa'.normalize('NFD') }),
    )
    expect(recipientKey('person', written)).not.toBe(recipientKey('person', { ...written, birth: null }))
    expect(recipientKey('person', written)).not.toBe(recipientKey('person', { ...written, name: 'Lê Thị Hoa' }))
  })
})
