import { describe, expect, it } from 'vitest'
import type { Actor, Role } from '../../kernel/actor.ts'
import { plainDate } from '../../kernel/plain-date.ts'
import { lastsAYear, whyNotAbsence } from './absences.ts'
import { citizenIdDoubts, readCitizenId } from './citizen-id.ts'
import { likelySame } from './likely-same.ts'
import { differingFields, mergedDetails, whyNotOnePerson } from './merge.ts'
import {
  latestDay,
  parsePartialDate,
  parseTypedPartialDate,
  partialDateText,
  partialDateWords,
} from './partial-date.ts'
import { doubtsOf, whyNotDays } from './person-checks.ts'
import { type PersonDetails, staffCodeKey } from './person-fields.ts'
import { type HeldStretch, whyPostsClash } from './posts.ts'
import { decidesCorrections, editsFile, seesSensitive } from './sensitive.ts'

const TODAY = plainDate('2022-07-12')
const day = plainDate
function birth(text: string) {
  const read = parsePartialDate(text)
  if (!read) throw new Error(`no date: ${text}`)
  return read
}
const person = (more: Partial<PersonDetails> = {}): PersonDetails => ({
  name: 'Vũ Thị Mai',
  email: null,
  staffCode: null,
  recruitedOn: null,
  birth: null,
  gender: null,
  ethnicity: null,
  partyJoinedOn: null,
  citizenId: null,
  ...more,
})

describe('a day of which only a part is known', () => {
  it('is read and written as precisely as it was told', () => {
    for (const text of ['1990', '1990-07', '1990-07-05']) {
      expect(partialDateText(birth(text))).toBe(text)
    }
    expect(['1990', '1990-07', '1990-07-05'].map((text) => partialDateWords(birth(text)))).toEqual([
      '1990',
      '07/1990',
      '05/07/1990',
    ])
    expect(['1990-13', '1990-02-30', '90', ''].map(parsePartialDate)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ])
    expect(['5/7/1990', '7/1990', ' 1990 ', '31/2/1990'].map((typed) => parseTypedPartialDate(typed)?.on)).toEqual([
      '1990-07-05',
      '1990-07-01',
      '1990-01-01',
      undefined,
    ])
    expect([latestDay(birth('1990')), latestDay(birth('1992-02'))]).toEqual(['1990-12-31', '1992-02-29'])
  })
})

describe('a citizen id', () => {
  it('is twelve digits, or nine of the older card, however it is typed', () => {
    expect(readCitizenId(' 042 090 001 234 ')).toBe('042090001234')
    expect(readCitizenId('183.456.789')).toBe('183456789')
    expect(['04209000123', '0420900012345', 'abc', ''].map(readCitizenId)).toEqual(Array(4).fill(undefined))
  })

  it('is doubted where it tells another year or another sex than what stands beside it', () => {
    const beside = { birth: birth('1990-07-05'), gender: 'male' as const }
    expect(citizenIdDoubts('042090001234', beside)).toEqual([])
    expect(citizenIdDoubts('042191001234', beside)).toEqual([
      'Năm sinh trong số định danh khác năm sinh đã nhập',
      'Giới tính trong số định danh khác giới tính đã nhập',
    ])
    expect(citizenIdDoubts('042304001234', { birth: birth('2004'), gender: 'female' })).toEqual([])
    expect(citizenIdDoubts('183456789', beside)).toEqual([])
  })
})

describe('the days of a person', () => {
  it('are refused where they cannot be', () => {
    const why = (more: Partial<PersonDetails>) => whyNotDays(person(more), TODAY)?.code
    expect(why({ birth: birth('2022-07-13') })).toBe('wrong-birth')
    expect(why({ birth: birth('1899') })).toBe('wrong-birth')
    expect(why({ birth: birth('1990'), partyJoinedOn: day('1989-02-03') })).toBe('before-birth')
    expect(why({ birth: birth('1990-07-05'), recruitedOn: day('1990-07-05') })).toBe('before-birth')
    expect(why({ partyJoinedOn: day('2022-07-13') })).toBe('day-in-future')
    expect(why({ birth: birth('1990'), recruitedOn: day('2022-09-01') })).toBeUndefined()
  })

  it('are doubted where they hardly ever are', () => {
    expect(doubtsOf(person({ birth: birth('1990'), recruitedOn: day('2002-01-01') }), TODAY)).toEqual([
      'Ngày tuyển dụng 01/01/2002 khi chưa đến 15 tuổi',
    ])
    expect(doubtsOf(person({ birth: birth('2010') }), TODAY)).toEqual(['Sinh 2010, nay chưa đến 15 tuổi'])
    expect(doubtsOf(person({ name: 'Mai 2' }), TODAY)).toEqual(['Họ và tên có chữ số'])
    expect(doubtsOf(person({ birth: birth('1990-07-05'), recruitedOn: day('2012-01-01') }), TODAY)).toEqual([])
  })
})

describe('posts of one person', () => {
  const post = (more: Partial<HeldStretch>): HeldStretch => ({
    id: 'a',
    kind: 'regular',
    title: 'Chuyên viên',
    unitId: 'A',
    unitName: 'Phòng A',
    from: day('2020-01-01'),
    to: null,
    ...more,
  })
  const why = (next: Partial<HeldStretch>, others: HeldStretch[] = [post({})]) =>
    whyPostsClash('Mai', post({ id: 'b', unitId: 'B', from: day('2022-01-01'), ...next }), others)?.code

  it('are never two regular ones on one day', () => {
    expect(why({})).toBe('post-overlaps')
    expect(why({}, [post({ to: day('2021-12-31') })])).toBeUndefined()
    expect(why({}, [post({ to: day('2022-01-01') })])).toBe('post-overlaps')
    expect(why({ kind: 'concurrent' })).toBeUndefined()
    expect(why({ id: 'a' })).toBeUndefined()
  })

  it('are never the same one twice', () => {
    expect(why({ kind: 'concurrent', unitId: 'A', title: 'chuyên  viên' })).toBe('post-twice')
    expect(why({ kind: 'concurrent', unitId: 'A', title: 'Phó Trưởng phòng' })).toBeUndefined()
  })

  it('are seconded from a regular one elsewhere', () => {
    expect(why({ kind: 'secondment' })).toBeUndefined()
    expect(why({ kind: 'secondment', unitId: 'A', title: 'Khác' })).toBe('secondment-needs-post')
    expect(why({ kind: 'secondment' }, [])).toBe('secondment-needs-post')
  })
})

describe('an absence', () => {
  const absence = (more = {}) => ({
    id: 'a',
    kind: 'training' as const,
    from: day('2021-09-01'),
    to: day('2022-08-31'),
    ...more,
  })

  it('of a year and more is told from a shorter one by its days', () => {
    expect(lastsAYear(absence(), TODAY)).toBe(true)
    expect(lastsAYear(absence({ to: day('2022-08-30') }), TODAY)).toBe(false)
    expect(lastsAYear(absence({ to: null }), TODAY)).toBe(false)
    expect(lastsAYear(absence({ from: day('2021-07-01'), to: null }), TODAY)).toBe(true)
  })

  it('is not written twice for the same days, and ends after it began', () => {
    expect(whyNotAbsence(absence({ id: 'b', from: day('2022-08-31'), to: null }), [absence()])?.code).toBe(
      'absence-overlaps',
    )
    expect(whyNotAbsence(absence({ id: 'b', kind: 'maternity' }), [absence()])).toBeUndefined()
    expect(whyNotAbsence(absence({ to: day('2021-08-31') }), [])?.code).toBe('day-before-start')
  })
})

describe('two rows that may be one person', () => {
  it('are told apart by days of birth that differ as far as both are known, never by a name alone', () => {
    const others = [
      { id: 'same', birth: birth('1990-07-05') },
      { id: 'other', birth: birth('1991-01-01') },
      { id: 'unknown', birth: null },
      { id: 'year', birth: birth('1990') },
    ]
    expect(likelySame(birth('1990-07-05'), others).map(({ id }) => id)).toEqual(['same', 'unknown', 'year'])
    expect(likelySame(null, others)).toHaveLength(4)
  })

  it('become one with what the kept one has, filled from the other, by the more precise day', () => {
    const kept = person({ birth: birth('1990'), email: 'mai@so.example' })
    const gone = person({ name: 'Vũ Mai', birth: birth('1990-07-05'), staffCode: 'CB 7' })
    expect(mergedDetails(kept, gone)).toEqual(
      person({ birth: birth('1990-07-05'), email: 'mai@so.example', staffCode: 'CB 7' }),
    )
    expect(differingFields(kept, gone)).toEqual(['name'])
  })

  it('are two persons while their numbers differ', () => {
    expect(whyNotOnePerson(person({ citizenId: '1' }), person({ citizenId: '2' }))?.values).toEqual({
      field: 'số định danh',
    })
    expect(whyNotOnePerson(person({ citizenId: '1' }), person())).toBeUndefined()
  })
})

it('staff codes are one whatever their case, marks and signs', () => {
  expect(new Set(['CB-015/Đ', 'cb 015 đ', 'Cb015D'].map(staffCodeKey))).toEqual(new Set(['cb015d']))
})

describe('who sees and changes a file', () => {
  const place = { id: 'mai', units: [['A', 'root']] }
  const actor = (role: Role | undefined, unit = 'A', personId = 'x'): Actor => ({
    kind: 'person',
    accountId: 'account',
    personId,
    name: 'Ai Đó',
    posts: [],
    grants: role ? [{ postId: 'p', role, unitId: unit }] : [],
  })
  const cases: [string, Actor, boolean, boolean, boolean][] = [
    ['she herself', actor(undefined, 'A', 'mai'), true, false, false],
    ['a colleague', actor('staff'), false, false, false],
    ['the officer of her unit', actor('officer'), true, true, true],
    ['its head', actor('head'), true, false, false],
    ['an administrator', actor('administrator', 'root'), true, true, true],
    ['the standing office', actor('standing-office', 'root'), true, false, false],
    ['the auditor', actor('auditor', 'root'), true, false, false],
    ['the authority', actor('authority', 'root'), false, false, false],
    ['an officer of another unit', actor('officer', 'B'), false, false, false],
    ['an officer on his own file', actor('officer', 'A', 'mai'), true, false, false],
    ['an administrator on his own file', actor('administrator', 'A', 'mai'), true, true, false],
  ]
  for (const [who, one, sees, edits, decides] of cases) {
    it(who, () => {
      expect([seesSensitive(one, place), editsFile(one, place), decidesCorrections(one, place)]).toEqual([
        sees,
        edits,
        decides,
      ])
    })
  }
})
