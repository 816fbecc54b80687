import { describe, expect, it } from 'vitest'
import type { SubmissionShape } from '../../../mechanisms/submissions/contract.ts'
import { changedLines, marksOf, progressWords } from './marks.ts'

type Sent = SubmissionShape['sent'][number]
const line = (count: number) => ({ value: { kind: 'count' as const, count, note: '' }, fileIds: [] })
const sent = (counts: Record<string, number>, lines: Sent['lines'] = []) =>
  ({
    content: {
      kind: 'report',
      formVersion: 1,
      lines: Object.fromEntries(Object.entries(counts).map(([key, n]) => [key, line(n)])),
    },
    files: [],
    lines,
  }) as unknown as Sent
const mark = (lineKey: string, outcome: 'accepted' | 'returned') => ({
  lineKey,
  outcome,
  reason: outcome === 'returned' ? 'Sai' : null,
  byName: 'Lê Thị Hoa',
  at: '2022-07-12T01:00:00Z',
})

describe('what the receiver has come to', () => {
  it('is said in lines seen, and in lines sent back when there are any', () => {
    const marks = marksOf({ sent: [sent({}, [mark('a', 'accepted'), mark('b', 'returned')])] })
    expect(progressWords(['a', 'b', 'c'], marks)).toBe('Đã xem 2/3 dòng, trả lại 1 dòng')
    expect(progressWords(['a', 'c'], marks)).toBe('Đã xem 1/2 dòng')
  })

  it('starts from the marks of the newest sending alone', () => {
    const marks = marksOf({ sent: [sent({}), sent({}, [mark('a', 'returned')])] })
    expect(marks.size).toBe(0)
  })
})

it('a report that was accepted whole has every line accepted', () => {
  const accepted = { ...sent({ a: 1, b: 2 }, [mark('a', 'accepted')]), outcome: 'accepted' } as Sent
  expect([...marksOf({ sent: [accepted] }).values()].map((line) => line.outcome)).toEqual(['accepted', 'accepted'])
})

describe('what changed since the last sending', () => {
  it('is nothing in the first, and the lines that say something else in the next', () => {
    expect([...changedLines({ sent: [sent({ a: 1 })] })]).toEqual([])
    expect([...changedLines({ sent: [sent({ a: 2, b: 1, c: 3 }), sent({ a: 1, b: 1 })] })]).toEqual(['a', 'c'])
  })
})
