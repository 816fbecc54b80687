import { describe, expect, it } from 'vitest'
import { capacityFor, type PersonActor } from './actor.ts'

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
