import { addDays, formatDate, type PlainDate, plainDate } from '../../kernel/plain-date.ts'
import { ok, type Refusal, type Result, refusal, refuse } from '../../kernel/result.ts'
import { tidyName } from '../../kernel/vietnamese-text.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { unitPaths } from '../../platform/database/unit-tree.ts'
import { whyMayNot } from '../domain/permissions.ts'
import { type Compiled, compileChange, type UnitChange } from '../domain/unit-events.ts'
import { type StepProblem, takeSteps, versionsOn } from '../domain/unit-versions.ts'
import { eventShapes } from './unit-event-words.ts'
import { loadVersions, type StoredVersion } from './unit-versions.ts'

export type EventDocument = { kind: string; number: string; issuedOn: string; issuer: string; title: string | null }
export type EventChoices = {
  posts: { postId: string; toUnitId: string | null; grantIds: string[] }[]
  obligations: { obligationId: string; toUnitIds: string[] }[]
  parents: { unitId: string; parentId: string }[]
}

/** An event as it is entered. */
export type UnitEventInput = {
  id: string
  on: string
  change: UnitChange
  document: EventDocument | null
  note: string | null
  choices: EventChoices
}

export const NO_CHOICES: EventChoices = { posts: [], obligations: [], parents: [] }

/** An event that can be: what it does, on which day, and what every unit touched was called until then. */
export type PlannedEvent = {
  readonly input: UnitEventInput
  readonly on: PlainDate
  readonly compiled: Compiled
  readonly names: ReadonlyMap<string, string>
  /** Every unit there is on its day, after it. */
  readonly there: ReadonlySet<string>
  readonly before: readonly StoredVersion[]
}

/**
 * May the actor, and can it be? Judges an event against the whole history; writes nothing. The caller holds `lockOrganisation` when he
 * is going to write it. Refuses in the order: not there, not his, not possible.
 */
export async function planUnitEvent(tx: Tx, given: UnitEventInput): Promise<Result<PlannedEvent>> {
  const input = { ...given, change: tidied(given.change) }
  // A new unit has nothing below it: its neighbours and the one above them are all it can run against.
  const around = input.change.kind === 'created' ? (input.change.unit.parentId ?? undefined) : undefined
  const versions = await loadVersions(tx, around)
  const on = plainDate(input.on)
  const names = new Map(versions.map((one) => [one.unitId, one.values.name]))
  const asked = unitsAsked(input)
  if (asked.some((unitId) => !names.has(unitId))) return refuse('not-found')
  const paths = await unitPaths(tx, asked)
  for (const unitId of asked) {
    const may = whyMayNot(tx.actor, 'enter-unit-event', { unit: paths.get(unitId) ?? [] })
    if (may) return { ok: false, refusal: may }
  }
  for (const unit of newUnits(input.change)) {
    if (names.has(unit.id)) return refuse('id-taken')
    names.set(unit.id, unit.name)
  }
  const parents = new Map(input.choices.parents.map((one) => [one.unitId, one.parentId]))
  const made = compileChange(versions, input.change, addDays(on, -1), parents)
  if (!made.ok) {
    const { problem } = made
    if (problem.why === 'too-few') return refuse('too-few-units')
    const unit = names.get(problem.unitId) ?? ''
    return problem.why === 'own-predecessor'
      ? refuse('unit-own-predecessor', { unit })
      : refuse('unit-not-there', { unit, day: formatDate(on) })
  }
  const compiled = made.value
  const absent = whyGoingOnAbsent(input.change, versions, on, names)
  if (absent) return { ok: false, refusal: absent }
  const stepped = takeSteps(versions, compiled.steps, on)
  if (!stepped.ok) return { ok: false, refusal: await refusalOf(tx, stepped.problem, input, on, names, versions) }
  const there = new Set(versionsOn(stepped.versions, on).map((one) => one.unitId))
  return ok({ input, on, compiled, names, there, before: versions })
}

/** The units an event names that are there already: whoever enters it must administer them all. */
function unitsAsked({ change, choices }: UnitEventInput): string[] {
  const asked = new Set(choices.parents.flatMap((one) => [one.unitId, one.parentId]))
  for (const post of choices.posts) if (post.toUnitId !== null) asked.add(post.toUnitId)
  const made = new Set(newUnits(change).map((unit) => unit.id))
  for (const unit of newUnits(change)) if (unit.parentId !== null) asked.add(unit.parentId)
  if ('unitId' in change) asked.add(change.unitId)
  if (change.kind === 'moved') asked.add(change.parentId)
  if (change.kind === 'merged') {
    for (const unitId of change.unitIds) asked.add(unitId)
    if ('unitId' in change.into) asked.add(change.into.unitId)
  }
  return [...asked].filter((unitId) => !made.has(unitId))
}

export function newUnits(change: UnitChange) {
  if (change.kind === 'created') return [change.unit]
  if (change.kind === 'split') return change.into
  return change.kind === 'merged' && 'unit' in change.into ? [change.into.unit] : []
}

function tidied(change: UnitChange): UnitChange {
  const tidy = <Unit extends { name: string; shortName: string | null; symbol: string | null }>(unit: Unit): Unit => ({
    ...unit,
    name: tidyName(unit.name),
    shortName: tidyName(unit.shortName ?? '') || null,
    symbol: tidyName(unit.symbol ?? '') || null,
  })
  switch (change.kind) {
    case 'created':
      return { ...change, unit: tidy(change.unit) }
    case 'renamed':
      return tidy(change)
    case 'merged':
      return 'unit' in change.into ? { ...change, into: { unit: tidy(change.into.unit) } } : change
    case 'split':
      return { ...change, into: change.into.map(tidy) }
    case 'moved':
      return change.name === undefined ? change : { ...change, name: tidyName(change.name) }
    case 'changed':
    case 'dissolved':
      return change
  }
}

/** A unit that others come to, or that others are taken out of, has no step of its own: it must be there, and without a known end. */
function whyGoingOnAbsent(
  change: UnitChange,
  versions: readonly StoredVersion[],
  on: PlainDate,
  names: ReadonlyMap<string, string>,
): Refusal | undefined {
  const unitId =
    change.kind === 'merged' && 'unitId' in change.into
      ? change.into.unitId
      : change.kind === 'split' && change.stays
        ? change.unitId
        : undefined
  if (unitId === undefined) return undefined
  const own = versions.filter((one) => one.unitId === unitId)
  const last = own.at(-1)
  const unit = names.get(unitId) ?? ''
  if (last?.to) return refusal('unit-ended', { unit, day: formatDate(last.to) })
  return own.some((one) => one.from < on) ? undefined : refusal('unit-not-there', { unit, day: formatDate(on) })
}

async function refusalOf(
  tx: Tx,
  problem: StepProblem,
  { change }: UnitEventInput,
  on: PlainDate,
  names: ReadonlyMap<string, string>,
  versions: readonly StoredVersion[],
): Promise<Refusal> {
  const unit = names.get(problem.unitId) ?? ''
  switch (problem.why) {
    case 'ended':
      return refusal('unit-ended', { unit, day: formatDate(problem.lastDay) })
    case 'later-event': {
      const own = versions.filter((one) => one.unitId === problem.unitId)
      const later = own.at(-1)
      if (own.length === 1) {
        return refusal('day-before-start', { day: formatDate(on), start: formatDate(problem.day) }, { field: 'on' })
      }
      const [event] = later ? await eventShapes(tx, [later.begunBy], problem.unitId) : []
      const words = (event?.words ?? '').replace(/^./u, (letter) => letter.toLocaleLowerCase('vi'))
      return refusal('unit-has-later-event', { unit, day: formatDate(problem.day), event: words }, { field: 'on' })
    }
    case 'unknown':
      return refusal('not-found')
    case 'root':
      return change.kind === 'dissolved' ? refusal('unit-is-root') : refusal('unit-root-stays')
    case 'cycle':
      return refusal('unit-cycle', { unit, parent: names.get(problem.parentId) ?? '' }, { field: 'parentId' })
    case 'parent-not-yet':
      return refusal('day-before-parent', { day: formatDate(problem.from) }, { field: fieldOfDay(change) })
    case 'parent-ended': {
      const parent = names.get(problem.parentId) ?? ''
      return refusal('unit-ended', { unit: parent, day: formatDate(problem.lastDay) }, { field: 'parentId' })
    }
    case 'children-left': {
      const units = problem.children.map((one) => names.get(one) ?? '').join(', ')
      const values = { unit, count: problem.children.length, units }
      return refusal('unit-has-children', values, { data: { unitIds: problem.children } })
    }
    case 'name-taken':
      return refusal('unit-name-taken', {}, { field: 'name' })
  }
}

function fieldOfDay(change: UnitChange): string {
  return change.kind === 'created' ? 'from' : 'on'
}
