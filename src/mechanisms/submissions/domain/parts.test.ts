import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EMPTY_DISSEMINATION } from './dissemination.ts'
import { changesBetweenSendings, partsOf } from './parts.ts'

const files = [{ id: 'f1' }]
const dissemination = { content: { ...EMPTY_DISSEMINATION, attended: 3 }, files }
const line = (count: number | null, fileIds: string[] = []) => ({ value: { kind: 'count', count, note: '' }, fileIds })
const report = (lines: Record<string, unknown>) => ({
  content: { kind: 'report' as const, formVersion: 1, lines },
  files,
})

describe('what changed between two sendings', () => {
  it('of a dissemination is told by its fields, and by its papers together', () => {
    const after = { content: { ...dissemination.content, attended: 2 }, files: [] }
    expect(changesBetweenSendings(dissemination, after)).toEqual([
      { key: 'attended', change: 'changed' },
      { key: 'fileIds', change: 'changed' },
    ])
  })

  it('of a report is told by its lines, each with its own papers', () => {
    const before = report({ a: line(1), b: line(2, ['f1']), c: line(null) })
    const after = report({ a: line(1), b: line(2, ['f2']), d: line(0) })
    expect(changesBetweenSendings(before, after)).toEqual([
      { key: 'b', change: 'changed' },
      { key: 'd', change: 'added' },
      { key: 'c', change: 'removed' },
    ])
  })

  it('is nothing where the same is written in another order', () => {
    const turned = { ...dissemination, content: Object.fromEntries(Object.entries(dissemination.content).reverse()) }
    expect(changesBetweenSendings(dissemination, turned as typeof dissemination)).toEqual([])
  })
})

it('turning the two round turns added into removed, and what stayed the same is named by neither', () => {
  const lines = fc.dictionary(fc.string({ minLength: 1 }), fc.integer({ min: 0, max: 3 }))
  fc.assert(
    fc.property(lines, lines, (was, is) => {
      const forth = changesBetweenSendings(report(was), report(is))
      const back = changesBetweenSendings(report(is), report(was))
      const of = (changes: typeof forth, change: string) =>
        changes.filter((one) => one.change === change).map((one) => one.key)
      expect(of(forth, 'added').sort()).toEqual(of(back, 'removed').sort())
      expect(of(forth, 'changed').sort()).toEqual(of(back, 'changed').sort())
      const same = [...partsOf(report(is)).keys()].filter((key) => Object.hasOwn(was, key) && was[key] === is[key])
      expect(forth.filter((one) => same.includes(one.key))).toEqual([])
    }),
  )
})
