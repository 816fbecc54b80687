import type { Deadline } from '../../kernel/deadline.ts'
import { type PlainDate, parsePlainDate } from '../../kernel/plain-date.ts'
import { foldForSearch } from '../../kernel/vietnamese-text.ts'
import type { PlanFact } from './plan.ts'
import { capitalised } from './title.ts'

export const BECOMES = ['task', 'report', 'none'] as const
export const RECURRENCES = ['once', 'per-period', 'monthly', 'quarterly'] as const
export const DAY_RULES = ['as-written', 'next-working-day', 'previous-working-day'] as const

/** What a task of the plan becomes for each of its units. */
export type TaskPlan = {
  becomes: (typeof BECOMES)[number]
  /** Of what recurs: of its first turn; the others follow from it. Nothing: to be set, or of «mỗi đợt» each period's own review day. */
  due: Deadline | null
  recurrence: (typeof RECURRENCES)[number]
  dayRule: (typeof DAY_RULES)[number]
  needsProof: boolean
}

/** Where a proposed due day comes from, so that nobody takes it for the plan's word when it is not. */
export type DueFrom = 'task' | 'deadline' | 'period' | 'campaign-end' | null

export type ProposedTask = TaskPlan & { dueFrom: DueFrom }

/**
 * What is proposed for a task as long as the officer has chosen nothing: its own words and days first, then a deadline of the plan that
 * speaks of the same, then the campaign's last day. Nothing is invented: without any of them the due day is asked for.
 */
export function proposedFor(task: PlanFact, facts: readonly PlanFact[], endsOn: PlainDate | null): ProposedTask {
  const words = text(task, 'text')
  const folded = ` ${foldForSearch(words)} `
  const periods = facts.filter((fact) => fact.kind === 'period' && fact.state !== 'removed')
  const recurrence = recurrenceIn(folded, periods.length > 0)
  const found = dueOf(task, facts, endsOn, recurrence)
  return {
    becomes: REPORTS.test(folded) ? 'report' : 'task',
    due: found.due,
    dueFrom: found.from,
    recurrence,
    dayRule: 'as-written',
    needsProof: PROOF.test(folded),
  }
}

const REPORTS = / bao cao /
const PROOF = / (kiem chung|minh chung|kem theo tai lieu|kem ho so|kem theo ho so) /

function recurrenceIn(folded: string, hasPeriods: boolean): TaskPlan['recurrence'] {
  if (/ (hang|moi) thang /.test(folded)) return 'monthly'
  if (/ (hang|moi) quy /.test(folded)) return 'quarterly'
  return hasPeriods && / (moi|tung) dot /.test(folded) ? 'per-period' : 'once'
}

function dueOf(
  task: PlanFact,
  facts: readonly PlanFact[],
  endsOn: PlainDate | null,
  recurrence: TaskPlan['recurrence'],
): { due: Deadline | null; from: DueFrom } {
  const own = deadlineIn(task, 'deadline')
  if (own) return { due: own, from: 'task' }
  if (recurrence === 'per-period') return { due: null, from: 'period' }
  // The first day of what comes every month or quarter is nobody's but the officer's to set.
  if (recurrence !== 'once') return { due: null, from: null }
  const named = facts.find((fact) => fact.kind === 'deadline' && fact.state !== 'removed' && sameMatter(fact, task))
  const day = named && deadlineIn(named, 'date')
  if (day) return { due: day, from: 'deadline' }
  return endsOn === null ? { due: null, from: null } : { due: { day: endsOn, relation: 'by' }, from: 'campaign-end' }
}

/** A deadline speaks of a task when the words of the one stand in the other: «báo cáo kết quả thực hiện». */
function sameMatter(deadline: PlanFact, task: PlanFact): boolean {
  const [what, words] = [foldForSearch(text(deadline, 'what')), foldForSearch(text(task, 'text'))]
  return what.split(' ').length > 2 && (words.includes(what) || what.includes(words))
}

function deadlineIn(fact: PlanFact, name: string): Deadline | undefined {
  const day = parsePlainDate(text(fact, name))
  return day && { day, relation: fact.value.relation === 'before' ? 'before' : 'by' }
}

export function sameTaskPlan(a: TaskPlan, b: TaskPlan): boolean {
  return (
    a.becomes === b.becomes &&
    a.due?.day === b.due?.day &&
    a.due?.relation === b.due?.relation &&
    a.recurrence === b.recurrence &&
    a.dayRule === b.dayRule &&
    a.needsProof === b.needsProof
  )
}

/** Why the days of a task cannot be counted as they stand; nothing when they can. */
export type PlanProblem = 'no-day' | 'no-end' | 'no-periods' | 'over'

/** `turns`: all of them, `ahead`: those not over today. */
export function problemOf(
  plan: TaskPlan,
  { turns, ahead, endsOn }: { turns: number; ahead: number; endsOn: PlainDate | null },
): PlanProblem | undefined {
  if (plan.becomes === 'none' || ahead > 0) return undefined
  if (turns > 0) return 'over'
  if (plan.recurrence === 'per-period') return 'no-periods'
  if (plan.due === null) return 'no-day'
  return endsOn === null ? 'no-end' : 'over'
}

const TITLE_LENGTH = 90

/** A short name for what a unit owes, cut at a word; the whole stands in `words`. */
export function taskTitle(words: string): string {
  const whole = capitalised(words.replace(/[.;,:]+$/, ''))
  if (whole.length <= TITLE_LENGTH) return whole
  const cut = whole.slice(0, TITLE_LENGTH)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 40))}…`
}

/** The tasks that stand in the plan, in the order of the paper. */
export function tasksOf(facts: readonly PlanFact[]): PlanFact[] {
  return facts.filter((fact) => fact.kind === 'task' && fact.state !== 'removed')
}

export function wordsOf(task: PlanFact): string {
  return text(task, 'text')
}

function text(fact: PlanFact, name: string): string {
  const value = fact.value[name]
  return typeof value === 'string' ? value.trim() : ''
}
