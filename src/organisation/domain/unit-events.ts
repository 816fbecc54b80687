import type { PlainDate } from '../../kernel/plain-date.ts'
import type { UnitValues } from './unit-description.ts'
import { type UnitStep, type UnitVersion, versionsOn } from './unit-versions.ts'

export const UNIT_EVENT_KINDS = ['created', 'renamed', 'moved', 'changed', 'merged', 'split', 'dissolved'] as const
export type UnitEventKind = (typeof UNIT_EVENT_KINDS)[number]

type NewUnit = { readonly id: string } & UnitValues

/** What happened, as it is entered. `into` with an id alone: a unit that is there and goes on. */
export type UnitChange =
  | { readonly kind: 'created'; readonly unit: NewUnit }
  | {
      readonly kind: 'renamed'
      readonly unitId: string
      readonly name: string
      readonly shortName: string | null
      readonly symbol: string | null
    }
  | {
      readonly kind: 'moved'
      readonly unitId: string
      readonly parentId: string
      readonly orderNo: number
      /** Where the same paper gives it another name. */
      readonly name?: string | undefined
    }
  | {
      readonly kind: 'changed'
      readonly unitId: string
      readonly values: Pick<UnitValues, 'kind' | 'level' | 'legalPerson' | 'beside' | 'areaMarks' | 'orderNo'>
    }
  | {
      readonly kind: 'merged'
      readonly unitIds: readonly string[]
      readonly into: { readonly unit: NewUnit } | { readonly unitId: string }
    }
  | {
      readonly kind: 'split'
      readonly unitId: string
      readonly into: readonly NewUnit[]
      /** Tách: the unit goes on beside the new ones; chia: it ends. */
      readonly stays: boolean
    }
  | { readonly kind: 'dissolved'; readonly unitId: string }

export type EventRole = 'subject' | 'before' | 'after' | 'along'
export type EventPart = { readonly unitId: string; readonly role: EventRole }

/** What an event does: to which units, with which part in it, which ends and where those below it go. */
export type Compiled = {
  readonly steps: readonly UnitStep[]
  readonly parts: readonly EventPart[]
  readonly ending: readonly string[]
  /** Who takes over what the ending units owe; the first is meant when nothing else was chosen. */
  readonly successors: readonly string[]
}

export type ChangeProblem =
  | { readonly why: 'own-predecessor'; readonly unitId: string }
  | { readonly why: 'too-few' }
  | { readonly why: 'not-there'; readonly unitId: string }

/** Where each unit below an ending one goes, as chosen. */
export type ChosenParents = ReadonlyMap<string, string>

/**
 * Makes steps of a change, on the tree of the day before it. Units below an ending one go to its successor unless another was chosen;
 * with no successor they stay where they are, and `takeSteps` says so.
 */
export function compileChange(
  versions: readonly UnitVersion[],
  change: UnitChange,
  dayBefore: PlainDate,
  parents: ChosenParents,
): { ok: true; value: Compiled } | { ok: false; problem: ChangeProblem } {
  const there = new Map(versionsOn(versions, dayBefore).map((one) => [one.unitId, one.values]))
  const last = new Map<string, UnitValues>()
  for (const one of versions.toSorted((a, b) => (a.from < b.from ? -1 : 1))) last.set(one.unitId, one.values)
  const valuesOf = (unitId: string) => there.get(unitId) ?? last.get(unitId)
  const renewed = (unitId: string, part: Partial<UnitValues>): Compiled | undefined => {
    const values = valuesOf(unitId)
    if (values === undefined) return undefined
    return { steps: [{ unitId, values: { ...values, ...part } }], parts: [subject(unitId)], ending: [], successors: [] }
  }
  const known = (unitId: string, compiled: Compiled | undefined) =>
    compiled
      ? ({ ok: true, value: compiled } as const)
      : ({ ok: false, problem: { why: 'not-there', unitId } } as const)

  switch (change.kind) {
    case 'created': {
      const { id, ...values } = change.unit
      return { ok: true, value: { steps: [{ unitId: id, values }], parts: [subject(id)], ending: [], successors: [] } }
    }
    case 'renamed': {
      const { name, shortName, symbol } = change
      return known(change.unitId, renewed(change.unitId, { name, shortName, symbol }))
    }
    case 'moved': {
      const { parentId, orderNo, name } = change
      return known(
        change.unitId,
        renewed(change.unitId, { parentId, orderNo, ...(name === undefined ? {} : { name }) }),
      )
    }
    case 'changed':
      return known(change.unitId, renewed(change.unitId, change.values))
    case 'merged':
      return compileMerger(change, there, parents)
    case 'split': {
      const made = change.into.map((unit) => unit.id)
      if (made.includes(change.unitId)) return { ok: false, problem: { why: 'own-predecessor', unitId: change.unitId } }
      if (made.length < (change.stays ? 1 : 2)) return { ok: false, problem: { why: 'too-few' } }
      if (valuesOf(change.unitId) === undefined) return known(change.unitId, undefined)
      const ending = change.stays ? [] : [change.unitId]
      const along = movedAlong(there, ending, made[0], parents, change.stays ? [change.unitId] : [])
      return {
        ok: true,
        value: {
          steps: [
            ...ending.map((unitId) => ({ unitId, values: null })),
            ...change.into.map(({ id, ...values }) => ({ unitId: id, values })),
            ...along,
          ],
          parts: [
            { unitId: change.unitId, role: 'before' },
            ...made.map((unitId) => ({ unitId, role: 'after' as const })),
            ...along.map(({ unitId }) => ({ unitId, role: 'along' as const })),
          ],
          ending,
          successors: made,
        },
      }
    }
    case 'dissolved': {
      const ending = [change.unitId]
      const along = movedAlong(there, ending, undefined, parents)
      return {
        ok: true,
        value: {
          steps: [{ unitId: change.unitId, values: null }, ...along],
          parts: [subject(change.unitId), ...along.map(({ unitId }) => ({ unitId, role: 'along' as const }))],
          ending,
          successors: [],
        },
      }
    }
  }
}

function compileMerger(
  change: Extract<UnitChange, { kind: 'merged' }>,
  there: ReadonlyMap<string, UnitValues>,
  parents: ChosenParents,
): ReturnType<typeof compileChange> {
  const made = 'unit' in change.into ? change.into.unit : undefined
  const target = 'unit' in change.into ? change.into.unit.id : change.into.unitId
  const ending = [...new Set(change.unitIds)]
  if (ending.includes(target)) return { ok: false, problem: { why: 'own-predecessor', unitId: target } }
  if (ending.length < (made ? 2 : 1)) return { ok: false, problem: { why: 'too-few' } }
  const along = movedAlong(there, ending, target, parents)
  const begun = made === undefined ? [] : [{ unitId: made.id, values: without(made) }]
  return {
    ok: true,
    value: {
      steps: [...ending.map((unitId) => ({ unitId, values: null })), ...begun, ...along],
      parts: [
        ...ending.map((unitId) => ({ unitId, role: 'before' as const })),
        { unitId: target, role: 'after' },
        ...along.map(({ unitId }) => ({ unitId, role: 'along' as const })),
      ],
      ending,
      successors: [target],
    },
  }
}

/** Units directly below the ending ones (and, when a unit goes on, those chosen out of it) with the unit above them from now on. */
function movedAlong(
  there: ReadonlyMap<string, UnitValues>,
  ending: readonly string[],
  successor: string | undefined,
  parents: ChosenParents,
  staying: readonly string[] = [],
): UnitStep[] {
  const gone = new Set(ending)
  const steps: UnitStep[] = []
  for (const [unitId, values] of there) {
    if (values.parentId === null || gone.has(unitId)) continue
    const chosen = parents.get(unitId)
    const parentId = gone.has(values.parentId)
      ? (chosen ?? successor)
      : staying.includes(values.parentId)
        ? chosen
        : undefined
    if (parentId !== undefined && parentId !== values.parentId) steps.push({ unitId, values: { ...values, parentId } })
  }
  return steps
}

function without({ id: _, ...values }: NewUnit): UnitValues {
  return values
}

function subject(unitId: string): EventPart {
  return { unitId, role: 'subject' }
}
