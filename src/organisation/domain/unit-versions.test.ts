import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type PlainDate, plainDate } from '../../kernel/plain-date.ts'
import { UNDESCRIBED, type UnitValues } from './unit-description.ts'
import { compileChange, type UnitChange } from './unit-events.ts'
import { takeSteps, type UnitVersion, versionsOn } from './unit-versions.ts'

const day = plainDate
const values = (name: string, parentId: string | null): UnitValues => ({
  ...UNDESCRIBED,
  name,
  shortName: null,
  parentId,
  orderNo: 0,
})
const root: UnitVersion = { unitId: 'root', from: day('2000-01-01'), to: null, values: values('Tỉnh', null) }

/** The history after these changes, each on its day; throws at the first that cannot be. */
function historyOf(...changes: readonly [string, UnitChange, [string, string][]?][]): UnitVersion[] {
  let versions: UnitVersion[] = [root]
  for (const [on, change, parents] of changes) {
    const done = enter(versions, day(on), change, new Map(parents ?? []))
    if (typeof done === 'string') throw new Error(done)
    versions = done
  }
  return versions
}

function enter(versions: UnitVersion[], on: PlainDate, change: UnitChange, parents = new Map<string, string>()) {
  const made = compileChange(versions, change, addDays(on, -1), parents)
  if (!made.ok) return made.problem.why
  const stepped = takeSteps(versions, made.value.steps, on)
  return stepped.ok ? stepped.versions : stepped.problem.why
}

const created = (id: string, parentId = 'root', name = id): UnitChange => ({
  kind: 'created',
  unit: { id, ...values(name, parentId) },
})
const merged = (into: string, ...unitIds: string[]): UnitChange => ({
  kind: 'merged',
  unitIds,
  into: { unit: { id: into, ...values(into, 'root') } },
})
const moved = (unitId: string, parentId: string): UnitChange => ({ kind: 'moved', unitId, parentId, orderNo: 0 })
const tree = (versions: UnitVersion[], on: string) =>
  Object.fromEntries(versionsOn(versions, day(on)).map((one) => [one.unitId, one.values.parentId]))

const district = [
  ['2010-01-01', created('huyen')],
  ['2010-01-01', created('xa-a', 'huyen')],
  ['2010-01-01', created('xa-b', 'huyen')],
] as const

describe('the tree on a day', () => {
  it('has districts on 30/06/2025 and none on 01/07/2025', () => {
    const versions = historyOf(
      ...(district as unknown as [string, UnitChange][]),
      ['2025-07-01', merged('xa-moi', 'xa-a', 'xa-b')],
      ['2025-07-01', { kind: 'dissolved', unitId: 'huyen' }],
    )
    expect(tree(versions, '2025-06-30')).toEqual({ root: null, huyen: 'root', 'xa-a': 'huyen', 'xa-b': 'huyen' })
    expect(tree(versions, '2025-07-01')).toEqual({ root: null, 'xa-moi': 'root' })
  })

  it('keeps the name of each day', () => {
    const versions = historyOf(
      ['2010-01-01', created('a')],
      ['2020-01-01', { kind: 'renamed', unitId: 'a', name: 'Tên mới', shortName: null, symbol: null }],
    )
    const nameOn = (on: string) => versionsOn(versions, day(on)).find((one) => one.unitId === 'a')?.values.name
    expect([nameOn('2019-12-31'), nameOn('2020-01-01')]).toEqual(['a', 'Tên mới'])
  })

  it('takes the units below along to the successor, or to where somebody chose', () => {
    const base = historyOf(...(district as unknown as [string, UnitChange][]), [
      '2011-01-01',
      created('truong', 'xa-a'),
    ])
    const withChild = enter(base, day('2025-07-01'), merged('xa-moi', 'xa-a', 'xa-b'))
    expect(tree(withChild as UnitVersion[], '2025-07-01')).toMatchObject({ truong: 'xa-moi' })
    const chosen = enter(base, day('2025-07-01'), merged('xa-moi', 'xa-a', 'xa-b'), new Map([['truong', 'root']]))
    expect(tree(chosen as UnitVersion[], '2025-07-01')).toMatchObject({ truong: 'root' })
  })
})

describe('what cannot be', () => {
  const base = historyOf(...(district as unknown as [string, UnitChange][]))

  it('a cycle, on the day itself or because of what was entered for a later day', () => {
    expect(enter(base, day('2020-01-01'), moved('huyen', 'xa-a'))).toBe('cycle')
    expect(enter(base, day('2020-01-01'), moved('huyen', 'huyen'))).toBe('cycle')
    const laterUnder = enter(base, day('2024-01-01'), moved('xa-a', 'xa-b')) as UnitVersion[]
    // On 01/01/2020 xã B may stand under xã A; from 2024 they would stand under each other.
    expect(enter(laterUnder, day('2020-01-01'), moved('xa-b', 'xa-a'))).toBe('cycle')
  })

  it('a unit that is its own predecessor', () => {
    expect(enter(base, day('2025-07-01'), { kind: 'merged', unitIds: ['xa-a'], into: { unitId: 'xa-a' } })).toBe(
      'own-predecessor',
    )
    const split: UnitChange = {
      kind: 'split',
      unitId: 'xa-a',
      stays: true,
      into: [{ id: 'xa-a', ...values('x', 'root') }],
    }
    expect(enter(base, day('2025-07-01'), split)).toBe('own-predecessor')
  })

  it('an event before a later one of the same unit, or on its day', () => {
    const renamed: UnitChange = { kind: 'renamed', unitId: 'xa-a', name: 'X', shortName: null, symbol: null }
    const known = enter(base, day('2020-01-01'), renamed) as UnitVersion[]
    expect(enter(known, day('2019-01-01'), moved('xa-a', 'root'))).toBe('later-event')
    expect(enter(known, day('2020-01-01'), moved('xa-a', 'root'))).toBe('later-event')
  })

  it('an end with units below it, a second top, an ended unit, a name taken', () => {
    expect(enter(base, day('2025-07-01'), { kind: 'dissolved', unitId: 'huyen' })).toBe('children-left')
    expect(enter(base, day('2025-07-01'), { kind: 'dissolved', unitId: 'root' })).toBe('root')
    expect(enter(base, day('2025-07-01'), moved('root', 'xa-a'))).toBe('root')
    const gone = enter(base, day('2025-07-01'), { kind: 'dissolved', unitId: 'xa-a' }) as UnitVersion[]
    expect(enter(gone, day('2025-08-01'), moved('xa-a', 'root'))).toBe('ended')
    expect(enter(gone, day('2025-08-01'), moved('xa-b', 'xa-a'))).toBe('parent-ended')
    expect(enter(base, day('2025-07-01'), created('khac', 'huyen', 'XA-A'))).toBe('name-taken')
    expect(enter(base, day('2009-07-01'), created('som', 'huyen'))).toBe('parent-not-yet')
  })
})

describe('whatever is entered in whatever order', () => {
  const someChange = fc.record({
    kind: fc.constantFrom('created', 'moved', 'merged', 'into', 'split', 'off', 'dissolved'),
    first: fc.nat(7),
    second: fc.nat(7),
    day: fc.nat(3000),
  })

  it('keeps one unit at the top, no cycle, and versions one after the other; the tree of a day is what was entered until then', () => {
    fc.assert(
      fc.property(fc.array(someChange, { maxLength: 25 }), (tries) => {
        let versions: UnitVersion[] = [root]
        for (const [index, one] of tries.entries()) {
          const ids = [...new Set(versions.map((version) => version.unitId))]
          const first = ids[one.first % ids.length] ?? 'root'
          const second = ids[one.second % ids.length] ?? 'root'
          const on = addDays(day('2015-01-01'), one.day)
          const done = enter(versions, on, changeOf(one.kind, first, second, `u${index}`))
          if (typeof done === 'string') continue
          // Before its day an event changes nothing.
          const eve = addDays(on, -1)
          expect(treeOf(done, eve)).toEqual(treeOf(versions, eve))
          versions = done
        }
        const days = versions.flatMap((one) => [one.from, addDays(one.from, -1), ...(one.to ? [one.to] : [])])
        for (const on of days) checkTree(versionsOn(versions, on), on)
        for (const own of Map.groupBy(versions, (one) => one.unitId).values()) checkHistory(own)
      }),
      { numRuns: 300 },
    )
  })
})

function treeOf(versions: UnitVersion[], on: PlainDate): Map<string, UnitValues> {
  return new Map(versionsOn(versions, on).map((one) => [one.unitId, one.values]))
}

function changeOf(kind: string, first: string, second: string, id: string): UnitChange {
  const unit = { id, ...values(id, first) }
  switch (kind) {
    case 'moved':
      return moved(first, second)
    case 'merged':
      return merged(id, first, second)
    case 'into':
      return { kind: 'merged', unitIds: [first], into: { unitId: second } }
    case 'split':
      return {
        kind: 'split',
        unitId: first,
        stays: false,
        into: [
          { ...unit, parentId: second },
          { ...unit, id: `${id}b`, name: `${id}b`, parentId: second },
        ],
      }
    case 'off':
      return { kind: 'split', unitId: first, stays: true, into: [{ ...unit, parentId: second }] }
    case 'dissolved':
      return { kind: 'dissolved', unitId: first }
    default:
      return { kind: 'created', unit }
  }
}

function checkTree(shown: UnitVersion[], on: PlainDate): void {
  const parents = new Map(shown.map((one) => [one.unitId, one.values.parentId]))
  expect(parents.size).toBe(shown.length)
  if (on >= root.from) expect([...parents.values()].filter((parent) => parent === null)).toHaveLength(1)
  for (const start of parents.keys()) {
    let [at, steps] = [start as string | null, 0]
    while (at !== null) {
      expect(parents.has(at)).toBe(true)
      expect(steps).toBeLessThanOrEqual(parents.size)
      at = parents.get(at) ?? null
      steps += 1
    }
  }
}

function checkHistory(own: UnitVersion[]): void {
  const sorted = own.toSorted((a, b) => (a.from < b.from ? -1 : 1))
  for (const [index, one] of sorted.entries()) {
    const next = sorted[index + 1]
    if (next) expect(next.from).toBe(one.to === null ? 'no end' : addDays(one.to, 1))
    if (one.to !== null) expect(one.to >= one.from).toBe(true)
  }
}
