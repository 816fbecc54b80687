import { describe, expect, it } from 'vitest'
import { addDays, plainDate, startOfDay } from '../../kernel/plain-date.ts'
import { backupsToRemove } from './backups-to-remove.ts'

/** One backup at two in the morning of each of the days before (and on) 2026-11-25, a Wednesday. */
function nightly(nights: number) {
  const last = plainDate('2026-11-25')
  return Array.from({ length: nights }, (_, before) => {
    const day = addDays(last, -before)
    return { id: day, startedAt: new Date(startOfDay(day).getTime() + 2 * 3_600_000) }
  })
}

const kept = (backups: { id: string; startedAt: Date }[], keep: { days: number; weeks: number; months: number }) => {
  const gone = new Set(backupsToRemove(backups, keep).map(({ id }) => id))
  return backups.filter(({ id }) => !gone.has(id)).map(({ id }) => id)
}

describe('of a year of nightly backups', () => {
  it('the last seven days, the last of four weeks and of twelve months stay', () => {
    const stays = kept(nightly(365), { days: 7, weeks: 4, months: 12 })
    expect(stays.slice(0, 7)).toEqual(nightly(7).map(({ id }) => id))
    expect(stays).toContain('2026-11-22')
    expect(stays).toContain('2026-11-15')
    expect(stays).toContain('2026-11-08')
    expect(stays.slice(-3)).toEqual(['2026-02-28', '2026-01-31', '2025-12-31'])
    expect(stays).toHaveLength(7 + 2 + 11)
  })

  it('nothing older than asked stays', () => {
    expect(kept(nightly(30), { days: 2, weeks: 0, months: 0 })).toEqual(['2026-11-25', '2026-11-24'])
  })
})

it('the newest stays whatever is asked, and of one day the later', () => {
  const [first] = nightly(1)
  if (!first) throw new Error('none')
  const later = { id: 'later', startedAt: new Date(first.startedAt.getTime() + 3_600_000) }
  expect(kept([first, later], { days: 1, weeks: 1, months: 1 })).toEqual(['later'])
  expect(kept([first], { days: 0, weeks: 0, months: 0 })).toEqual([first.id])
})

it('after a long pause the old ones are still there', () => {
  const old = nightly(40).slice(33)
  expect(kept(old, { days: 7, weeks: 0, months: 0 })).toEqual(old.map(({ id }) => id))
})
