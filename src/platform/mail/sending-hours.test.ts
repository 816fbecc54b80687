import { describe, expect, it } from 'vitest'
import type { SpecialDays } from '../../kernel/working-days.ts'
import { notBefore } from './sending-hours.ts'

const NONE: SpecialDays = new Map()

describe('a mail that can wait', () => {
  const at = (moment: string) => {
    const now = new Date(moment)
    const then = notBefore(now, NONE)
    return then.getTime() === now.getTime() ? 'now' : then.toISOString()
  }
  it('goes at once in working hours, else on the next working morning at half past seven', () => {
    expect(at('2022-07-12T08:00:00+07:00')).toBe('now')
    expect(at('2022-07-12T06:00:00+07:00')).toBe('2022-07-12T00:30:00.000Z')
    expect(at('2022-07-12T17:30:00+07:00')).toBe('2022-07-13T00:30:00.000Z')
    expect(at('2022-07-15T18:00:00+07:00')).toBe('2022-07-18T00:30:00.000Z')
    expect(at('2022-07-16T10:00:00+07:00')).toBe('2022-07-18T00:30:00.000Z')
  })
})
