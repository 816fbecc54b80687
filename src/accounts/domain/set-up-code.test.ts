import { describe, expect, it } from 'vitest'
import { makeSetUpCode, recentTries, tidySetUpCode, tooManyTries } from './set-up-code.ts'

describe('the one-time code', () => {
  it('is two groups of four signs that are not taken for one another', () => {
    for (let at = 0; at < 30; at += 1) {
      expect(makeSetUpCode((below) => at % below)).toMatch(/^[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}$/)
    }
  })

  it('is the same however it is typed', () => {
    expect(tidySetUpCode(' 7kq4 m2tn')).toBe(tidySetUpCode('7KQ4-M2TN'))
  })

  it('may be tried wrongly ten times in ten minutes', () => {
    const tries = Array.from({ length: 10 }, (_, minute) => minute * 60_000)
    expect(tooManyTries(tries.slice(1), 9 * 60_000)).toBe(false)
    expect(tooManyTries(tries, 9 * 60_000)).toBe(true)
    expect(tooManyTries(tries, 10 * 60_000)).toBe(false)
    expect(recentTries(tries, 15 * 60_000)).toEqual(tries.slice(6))
  })
})
