import { capital } from '../../kernel/vietnamese-text.ts'
import type { FormDefinition, FormLine } from './form.ts'

/** As much of a fact of the plan as is needed here. */
export type PlanFact = {
  readonly id: string
  readonly kind: string
  readonly state: string
  readonly value: Readonly<Record<string, string | number | null>>
}

const OF_SUBJECT: Readonly<Record<string, string>> = { collective: 'tập thể', individual: 'người', unit: 'đơn vị' }

/**
 * The form a plan suggests: a figure for each target, a text for each task. Nothing is invented: the words are the plan's, a number stands
 * as planned only where the plan writes it as a lower bound, and the measure is left to the designer where the plan does not say it.
 */
export function proposedLines(facts: readonly PlanFact[]): FormDefinition {
  const standing = facts.filter((fact) => fact.state !== 'removed')
  const targets = standing.filter((fact) => fact.kind === 'target').map(targetLine)
  const tasks = standing.filter((fact) => fact.kind === 'task').map(taskLine)
  return {
    sections: [
      ...(targets.length > 0 ? [{ key: 'chi-tieu', title: 'Kết quả theo chỉ tiêu', lines: targets }] : []),
      ...(tasks.length > 0 ? [{ key: 'nhiem-vu', title: 'Kết quả thực hiện nhiệm vụ', lines: tasks }] : []),
    ],
  }
}

function targetLine(fact: PlanFact): FormLine {
  const words = text(fact, 'text')
  const { value, unit, comparator } = fact.value
  const share = unit === '%'
  const floor = comparator === '>=' || comparator === '=' || comparator === null || comparator === undefined
  return {
    ...emptyLine(fact, words),
    kind: share ? 'share' : typeof value === 'number' && comparator !== 'rank<=' ? 'count' : 'yes-no',
    required: true,
    evidence: 'optional',
    unit: share || typeof unit !== 'string' || ['count', 'rank'].includes(unit) ? subject(fact) : unit,
    planned: typeof value === 'number' && floor ? value : null,
    plannedWords: '',
  }
}

function taskLine(fact: PlanFact): FormLine {
  return { ...emptyLine(fact, text(fact, 'text')), kind: 'narrative', required: false, evidence: 'optional' }
}

function emptyLine(fact: PlanFact, words: string): FormLine {
  // What stands in the middle of a sentence of the plan stands alone here.
  const label = capital(words.replace(/[.;,:]+$/, ''))
  return {
    // Of the fact itself: whoever asks twice gets the same line, not a second one.
    key: `ke-hoach-${fact.id}`,
    label: label.length > 300 ? `${label.slice(0, 299).toWellFormed()}…` : label,
    help: label.length > 300 ? words.slice(0, 2000).toWellFormed() : '',
    required: false,
    evidence: 'none',
    kind: 'narrative',
    unit: '',
    planned: null,
    plannedWords: '',
  }
}

function subject(fact: PlanFact): string {
  return OF_SUBJECT[String(fact.value.subject)] ?? ''
}

function text(fact: PlanFact, name: string): string {
  const value = fact.value[name]
  return typeof value === 'string' ? value.trim() : ''
}
