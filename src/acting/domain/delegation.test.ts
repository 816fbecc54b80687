import { describe, expect, it } from 'vitest'
import { plainDate } from '../../kernel/plain-date.ts'
import { type WantedDelegation, whyNotDelegated } from './delegation.ts'

const day = plainDate
const TODAY = day('2022-07-12')

/** Phúc, director, to his deputy Dũng, for ten days. */
const wanted: WantedDelegation = {
  from: { personId: 'phuc', personName: 'Phúc', start: day('2022-01-04'), to: null, unit: ['so'] },
  to: { personId: 'dung', personName: 'Dũng', start: day('2022-01-04'), to: null, unit: ['so'] },
  grants: [{ id: 'g', role: 'authority', from: day('2022-01-04'), to: null }],
  signsAs: 'KT.',
  first: day('2022-07-12'),
  last: day('2022-07-21'),
  document: null,
  onPaper: false,
}
const why = (change: Partial<WantedDelegation>) => whyNotDelegated({ ...wanted, ...change }, TODAY)?.code

describe('a delegation', () => {
  it('goes from a chief to his deputy without a paper of its own, to others of his structure with one', () => {
    expect(why({})).toBeUndefined()
    const below = { ...wanted.to, unit: ['van-phong', 'so'] }
    expect(why({ to: below })).toBe('kt-within-one-unit')
    expect(why({ to: below, signsAs: 'TUQ.' })).toBe('delegation-needs-document')
    expect(why({ to: below, signsAs: 'TUQ.', document: { number: '12/GUQ', day: TODAY } })).toBeUndefined()
    const document = { number: '12/GUQ', day: TODAY }
    const aside = { from: { ...wanted.from, unit: ['phong-a', 'so'] }, to: { ...wanted.to, unit: ['phong-b', 'so'] } }
    expect(why({ ...aside, signsAs: 'TUQ.', document })).toBe('delegate-outside-unit')
    const officer = [{ id: 'g', role: 'officer' as const, from: day('2022-01-04'), to: null }]
    expect(why({ ...aside, signsAs: 'TUQ.', document, grants: officer })).toBeUndefined()
  })

  it('is never to oneself, nor of the running of the system', () => {
    expect(why({ to: { ...wanted.to, personId: 'phuc' } })).toBe('delegate-to-oneself')
    expect(why({ grants: [{ id: 'g', role: 'administrator', from: TODAY, to: null }] })).toBe('grant-not-delegable')
  })

  it('keeps within the days of both posts and of the grant, and begins today at the earliest', () => {
    expect(why({ last: day('2022-07-11') })).toBe('day-before-start')
    expect(why({ first: day('2022-07-11') })).toBe('day-past')
    expect(why({ first: day('2022-07-01'), onPaper: true })).toBeUndefined()
    expect(why({ first: day('2022-07-01'), last: day('2022-07-10'), onPaper: true })).toBe('day-past')
    expect(why({ from: { ...wanted.from, to: day('2022-07-20') } })).toBe('delegation-beyond')
    expect(why({ to: { ...wanted.to, to: day('2022-07-20') } })).toBe('delegation-beyond')
    expect(why({ grants: [{ id: 'g', role: 'authority', from: TODAY, to: day('2022-07-20') }] })).toBe(
      'delegation-beyond',
    )
    expect(why({ to: { ...wanted.to, start: day('2022-07-15') } })).toBe('day-before-start')
  })
})
