import { addDays, type PlainDate } from '../../kernel/plain-date.ts'
import {
  addWorkingDays,
  lastWorkingDayOnOrBefore,
  type SpecialDays,
  subtractWorkingDays,
} from '../../kernel/working-days.ts'

export type Stage = 'unit' | 'unit-after' | 'head' | 'superior' | 'letter'
export type LadderStep = { stage: Stage; days: number }
export type LadderKind = 'confirm-receipt' | 'disseminate' | 'task' | 'report'

/** The house's own steps, in working days from the last day on time; an office may set others for each kind. */
const USUAL: readonly LadderStep[] = [
  { stage: 'unit', days: -7 },
  { stage: 'unit', days: -3 },
  { stage: 'unit', days: -1 },
  { stage: 'unit', days: 0 },
  { stage: 'unit-after', days: 1 },
  { stage: 'unit-after', days: 3 },
  { stage: 'unit-after', days: 7 },
  { stage: 'head', days: 10 },
  { stage: 'superior', days: 15 },
  { stage: 'letter', days: 20 },
]

export const DEFAULT_LADDER: Readonly<Record<LadderKind, readonly LadderStep[]>> = {
  // A press is all it takes: a week's notice of it is too much.
  'confirm-receipt': USUAL.filter((step) => step.days !== -7),
  disseminate: USUAL,
  task: USUAL,
  report: USUAL,
}

/** What tells a step apart from the others of its ladder; kept with every reminder. */
export function stepKey({ stage, days }: LadderStep): string {
  const signed = days > 0 ? `+${days}` : String(days)
  return stage === 'unit' || stage === 'unit-after' ? signed : `${stage}${signed}`
}

/**
 * The day on which a step is taken. Before the last day: so many working days earlier; on the day: the last working day up to it; after it:
 * so many working days later, counted from when it was given where that was already too late.
 */
export function dayOfStep(
  { days }: LadderStep,
  lastDay: PlainDate,
  anchor: PlainDate,
  special: SpecialDays,
): PlainDate {
  if (days < 0) return subtractWorkingDays(lastDay, -days, special)
  return days === 0 ? lastWorkingDayOnOrBefore(lastDay, special) : addWorkingDays(anchor, days, special)
}

export type DueStep = { step: LadderStep; day: PlainDate }

/** Who is told, from below: the unit, its head, whoever leads above, all of them by a letter. */
const RUNG: Readonly<Record<Stage, number>> = { unit: 0, 'unit-after': 0, head: 1, superior: 2, letter: 3 }

export function rungOf(stage: Stage): number {
  return RUNG[stage]
}

/**
 * On each rung the newest step whose day has come, lowest first: of the steps that were missed the ones before it are not made up for. Which
 * rung is climbed now depends on what was taken already.
 */
export function dueSteps(
  steps: readonly LadderStep[],
  { lastDay, anchor, asOf }: { lastDay: PlainDate; anchor: PlainDate; asOf: PlainDate },
  special: SpecialDays,
): DueStep[] {
  const newest = new Map<number, DueStep>()
  for (const step of inOrder(steps)) {
    const day = dayOfStep(step, lastDay, anchor, special)
    if (day > asOf) continue
    const rung = rungOf(step.stage)
    const known = newest.get(rung)
    if (known === undefined || day >= known.day) newest.set(rung, { step, day })
  }
  return [...newest].sort(([a], [b]) => a - b).map(([, due]) => due)
}

export function inOrder(steps: readonly LadderStep[]): LadderStep[] {
  const rank: readonly Stage[] = ['unit', 'unit-after', 'head', 'superior', 'letter']
  return [...steps].sort((a, b) => a.days - b.days || rank.indexOf(a.stage) - rank.indexOf(b.stage))
}

export type LadderFault = 'empty' | 'twice' | 'wrong-side' | 'order'

/**
 * What is wrong with an office's own steps; nothing when they hold: no two the same, reminders of the unit before the day on its side of it,
 * and whoever is higher is told later.
 */
export function ladderFault(steps: readonly LadderStep[]): LadderFault | undefined {
  if (steps.length === 0) return 'empty'
  if (new Set(steps.map(stepKey)).size !== steps.length) return 'twice'
  if (steps.some(({ stage, days }) => (stage === 'unit' ? days > 0 : days < 1))) return 'wrong-side'
  const first = (stage: Stage) => Math.min(...steps.filter((step) => step.stage === stage).map((step) => step.days))
  const [head, superior, letter] = [first('head'), first('superior'), first('letter')]
  const before = (lower: number, higher: number) =>
    lower === Number.POSITIVE_INFINITY || higher === Number.POSITIVE_INFINITY || lower < higher
  return before(head, superior) && before(head, letter) && before(superior, letter) ? undefined : 'order'
}

/** How early the special days must be known to walk from this last day. */
export function firstDayNeeded(lastDay: PlainDate): PlainDate {
  return addDays(lastDay, -90)
}
