import { addDays, type PlainDate } from '../../kernel/plain-date.ts'
import type { UnitValues } from './unit-description.ts'
import { nameTaken } from './units.ts'

/** What a unit was from one day to another; `to` is the last of them. */
export type UnitVersion = {
  readonly unitId: string
  readonly from: PlainDate
  readonly to: PlainDate | null
  readonly values: UnitValues
}

/** What an event does to one unit: gives it values from its day on, or ends it the day before (`null`). */
export type UnitStep = { readonly unitId: string; readonly values: UnitValues | null }

/** Why an event cannot be. The units are named by id; who asks knows their names. */
export type StepProblem =
  | { readonly why: 'ended'; readonly unitId: string; readonly lastDay: PlainDate }
  | { readonly why: 'later-event'; readonly unitId: string; readonly day: PlainDate }
  | { readonly why: 'unknown'; readonly unitId: string }
  | { readonly why: 'root'; readonly unitId: string }
  | { readonly why: 'cycle'; readonly unitId: string; readonly parentId: string }
  | { readonly why: 'parent-not-yet'; readonly unitId: string; readonly parentId: string; readonly from: PlainDate }
  | { readonly why: 'parent-ended'; readonly unitId: string; readonly parentId: string; readonly lastDay: PlainDate }
  | { readonly why: 'children-left'; readonly unitId: string; readonly children: readonly string[] }
  | { readonly why: 'name-taken'; readonly unitId: string; readonly name: string }

export type Stepped =
  | { readonly ok: true; readonly versions: UnitVersion[] }
  | { readonly ok: false; readonly problem: StepProblem }

/** The versions that hold on a day: the tree of that day. */
export function versionsOn<One extends Pick<UnitVersion, 'from' | 'to'>>(
  versions: readonly One[],
  day: PlainDate,
): One[] {
  return versions.filter((one) => one.from <= day && (one.to === null || one.to >= day))
}

/**
 * Takes every version of every unit and what one event does from its day on; gives the versions after it, or the first reason why it
 * cannot be: a unit that has ended or has an event on that day or later, two units at the top, a cycle on that day or any later one, a
 * unit above that is not there, units left below one that ends, a name borne by a neighbour.
 */
export function takeSteps(versions: readonly UnitVersion[], steps: readonly UnitStep[], on: PlainDate): Stepped {
  const last = new Map<string, UnitVersion>()
  for (const one of versions) if ((last.get(one.unitId)?.from ?? '') < one.from) last.set(one.unitId, one)
  const touched = new Map(steps.map((step) => [step.unitId, step]))
  const after = new Map<string, UnitVersion>()
  const begun: UnitVersion[] = []
  for (const { unitId, values } of steps) {
    const before = last.get(unitId)
    if (before === undefined) {
      if (values === null) return wrong({ why: 'unknown', unitId })
      if (values.parentId === null && versions.length > 0) return wrong({ why: 'root', unitId })
    } else {
      if (before.to !== null) return wrong({ why: 'ended', unitId, lastDay: before.to })
      if (before.from >= on) return wrong({ why: 'later-event', unitId, day: before.from })
      if ((before.values.parentId === null) !== (values !== null && values.parentId === null)) {
        return wrong({ why: 'root', unitId })
      }
      after.set(unitId, { ...before, to: addDays(on, -1) })
    }
    if (values !== null) begun.push({ unitId, from: on, to: null, values })
  }
  const all = [...versions.map((one) => (last.get(one.unitId) === one && after.get(one.unitId)) || one), ...begun]
  const problem = whyTreeBreaks(all, new Set(touched.keys()), on) ?? whyNameTaken(all, begun)
  return problem ? wrong(problem) : { ok: true, versions: all }
}

/**
 * The event changes the tree of its day, and of every later day on which something was entered already: on each of them the units it
 * touches must stand under units that are there, and under themselves on none.
 */
function whyTreeBreaks(
  all: readonly UnitVersion[],
  touched: ReadonlySet<string>,
  on: PlainDate,
): StepProblem | undefined {
  const days = new Set<PlainDate>([on])
  for (const { from, to } of all) {
    if (from > on) days.add(from)
    if (to !== null && to >= on) days.add(addDays(to, 1))
  }
  const history = Map.groupBy(all, (one) => one.unitId)
  for (const day of [...days].sort()) {
    const tree = new Map(versionsOn(all, day).map((one) => [one.unitId, one]))
    for (const version of tree.values()) {
      const { parentId } = version.values
      if (parentId === null) continue
      if (!tree.has(parentId)) {
        if (touched.has(parentId) || touched.has(version.unitId)) {
          return whyParentAbsent(version, parentId, history.get(parentId) ?? [], tree, touched, day)
        }
      } else if (touched.has(version.unitId)) {
        if (standsUnderItself(version.unitId, tree)) return { why: 'cycle', unitId: version.unitId, parentId }
      }
    }
  }
  return undefined
}

function whyParentAbsent(
  version: UnitVersion,
  parentId: string,
  parents: readonly UnitVersion[],
  tree: ReadonlyMap<string, UnitVersion>,
  touched: ReadonlySet<string>,
  day: PlainDate,
): StepProblem {
  const { unitId } = version
  const ended = parents.findLast((one) => one.to !== null && one.to < day)
  if (ended === undefined) {
    const first = parents[0]
    return first === undefined
      ? { why: 'unknown', unitId: parentId }
      : { why: 'parent-not-yet', unitId, parentId, from: first.from }
  }
  if (touched.has(parentId) && !touched.has(unitId)) {
    const left = [...tree.values()].filter((one) => one.values.parentId === parentId)
    return { why: 'children-left', unitId: parentId, children: left.map((one) => one.unitId) }
  }
  return { why: 'parent-ended', unitId, parentId, lastDay: ended.to ?? day }
}

function standsUnderItself(unitId: string, tree: ReadonlyMap<string, UnitVersion>): boolean {
  const seen = new Set<string>()
  let above = tree.get(unitId)?.values.parentId ?? null
  while (above !== null && !seen.has(above)) {
    if (above === unitId) return true
    seen.add(above)
    above = tree.get(above)?.values.parentId ?? null
  }
  return false
}

function whyNameTaken(all: readonly UnitVersion[], begun: readonly UnitVersion[]): StepProblem | undefined {
  for (const one of begun) {
    const beside = all.filter((other) => other.unitId !== one.unitId && other.values.parentId === one.values.parentId)
    const spans = beside.map(({ values, from, to }) => ({ name: values.name, from, to }))
    if (one.values.parentId !== null && nameTaken(one.values.name, one, spans)) {
      return { why: 'name-taken', unitId: one.unitId, name: one.values.name }
    }
  }
  return undefined
}

function wrong(problem: StepProblem): Stepped {
  return { ok: false, problem }
}
