import { describe, expect, it } from 'vitest'
import {
  actingWords,
  capacitiesOf,
  capacityFor,
  grantFor,
  holds,
  onBehalfOf,
  type PersonActor,
  seesAs,
} from './actor.ts'

const ROOT = 'so'
const A = 'phong-a'
const B = 'phong-b'

/** Began in Phòng B as staff, then came to Phòng A, and is the organisation's standing office from there. */
const lan: PersonActor = {
  kind: 'person',
  accountId: 'a',
  personId: 'p',
  name: 'Lan',
  posts: [
    { id: '1', title: 'Chuyên viên', unitId: B, unitNo: 3, unitName: 'Phòng B' },
    { id: '2', title: 'Thường trực', unitId: A, unitNo: 2, unitName: 'Phòng A' },
  ],
  grants: [
    { postId: '1', role: 'staff', unitId: B },
    { postId: '2', role: 'standing-office', unitId: ROOT },
  ],
}

describe('the capacity one acts in', () => {
  it('is the post that bears the role', () => {
    expect(capacityFor(lan, ['standing-office'], [ROOT])).toBe('Thường trực, Phòng A')
    expect(capacityFor(lan, ['staff'], [B, ROOT])).toBe('Chuyên viên, Phòng B')
  })

  it('is the post in the unit for whoever was named to act there without a role', () => {
    expect(capacityFor(lan, ['head', 'officer'], [A, ROOT])).toBe('Thường trực, Phòng A')
  })

  it('is nothing without a post', () => {
    expect(capacityFor({ ...lan, posts: [], grants: [] }, ['head'], [A])).toBe('')
  })
})

/** Deputy director and head of the office by posts of his own; stands in for the director and, from the office, for another unit's head. */
const deputy: PersonActor = {
  kind: 'person',
  accountId: 'd',
  personId: 'd',
  name: 'Dũng',
  posts: [
    { id: 'pho', title: 'Phó Giám đốc', unitId: ROOT, unitNo: 1, unitName: 'Sở Nội vụ' },
    { id: 'cvp', title: 'Chánh Văn phòng', unitId: A, unitNo: 2, unitName: 'Văn phòng Sở' },
  ],
  grants: [
    { postId: 'cvp', role: 'head', unitId: A },
    {
      postId: 'pho',
      role: 'authority',
      unitId: ROOT,
      delegation: {
        id: 'uy-quyen-1',
        signsAs: 'KT.',
        ofName: 'Phúc',
        ofTitle: 'Giám đốc',
        ofUnitId: ROOT,
        ofUnitName: 'Sở Nội vụ',
        until: '2022-07-20',
      },
    },
    {
      postId: 'cvp',
      role: 'head',
      unitId: B,
      delegation: {
        id: 'uy-quyen-2',
        signsAs: 'TUQ.',
        ofName: 'Bình',
        ofTitle: 'Trưởng phòng',
        ofUnitId: B,
        ofUnitName: 'Phòng B',
        until: '2022-07-15',
      },
    },
  ],
}

describe('somebody who stands in for others', () => {
  it('acts in the letters of the law before the other one’s title, then in his own', () => {
    expect(capacityFor(deputy, ['authority'], [ROOT])).toBe('KT. Giám đốc, Phó Giám đốc, Sở Nội vụ')
    expect(capacityFor(deputy, ['head'], [B, ROOT])).toBe('TUQ. Trưởng phòng Phòng B, Chánh Văn phòng, Văn phòng Sở')
    expect(capacityFor(deputy, ['head'], [A, ROOT])).toBe('Chánh Văn phòng, Văn phòng Sở')
    expect(onBehalfOf(deputy, 'KT. Giám đốc, Phó Giám đốc, Sở Nội vụ')).toBe('Phúc')
    expect(onBehalfOf(deputy, 'Phó Giám đốc, Sở Nội vụ')).toBeUndefined()
  })

  it('acts for himself where he holds the role both ways', () => {
    const both = { ...deputy, grants: [{ postId: 'pho', role: 'authority' as const, unitId: ROOT }, ...deputy.grants] }
    expect(grantFor(both, ['authority'], [ROOT])?.delegation).toBeUndefined()
    expect(capacityFor(both, ['authority'], [ROOT])).toBe('Phó Giám đốc, Sở Nội vụ')
  })

  it('may choose among his posts and what was delegated to him', () => {
    expect(capacitiesOf(deputy).map(({ id, words, onBehalfOf: of }) => [id, words, of])).toEqual([
      ['pho', 'Phó Giám đốc, Sở Nội vụ', null],
      ['cvp', 'Chánh Văn phòng, Văn phòng Sở', null],
      ['uy-quyen-1', 'KT. Giám đốc, Phó Giám đốc, Sở Nội vụ', 'Phúc'],
      ['uy-quyen-2', 'TUQ. Trưởng phòng Phòng B, Chánh Văn phòng, Văn phòng Sở', 'Bình'],
    ])
  })

  it('acts in the chosen capacity alone, and goes on seeing by all of them', () => {
    const asDeputyHimself = { ...deputy, actingIn: 'pho' }
    expect(holds(asDeputyHimself, 'authority', [ROOT])).toBe(false)
    expect(seesAs(asDeputyHimself, ['authority'], [ROOT])).toBe(true)
    const standingIn = { ...deputy, actingIn: 'uy-quyen-1' }
    expect(holds(standingIn, 'authority', [A, ROOT])).toBe(true)
    expect(holds(standingIn, 'head', [A, ROOT])).toBe(false)
    expect(actingWords(standingIn)).toBe('KT. Giám đốc, Phó Giám đốc, Sở Nội vụ')
    expect(actingWords(deputy)).toBe('Phó Giám đốc, Sở Nội vụ')
  })
})
