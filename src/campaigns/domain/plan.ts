import { deadlineWords } from '../../kernel/deadline.ts'
import { formatDate, type PlainDate, parsePlainDate } from '../../kernel/plain-date.ts'
import { calmTitle } from '../../mechanisms/documents/domain/document-kinds.ts'
import { capitalised } from './title.ts'

/** A fact as the contract carries it; this reads the members that the plan's page shows. */
export type PlanFact = {
  readonly id: string
  readonly kind: string
  readonly parentId: string | null
  readonly state: string
  readonly value: Readonly<Record<string, string | number | null>>
}

/** A day the plan honours. `day` is missing when the plan gives no full date. */
export type PlanMark = { id: string; name: string; day: PlainDate | null }

export type PlanPeriod = {
  id: string
  name: string
  from: PlainDate | null
  to: PlainDate | null
  /** The plan's own precision: «01/2022 đến 30/06/2022». */
  span: string
  /** «Tổng kết trước ngày 15/07/2022 (hết ngày 14/07)»; nothing when the plan sets no day for it. */
  review: string | null
  marks: PlanMark[]
}

export type PlanTarget = {
  id: string
  subject: 'collective' | 'individual' | 'unit'
  /** «100%», «2 đến 3»: set large; nothing when the plan's words have no number («có cá nhân được …»). */
  figure: string | null
  /** The plan's words, without the figure when they begin with it. */
  words: string
  text: string
}

export type PlanTask = { id: string; assignee: string | null; text: string; deadline: string | null }

export type Plan = {
  periods: PlanPeriod[]
  /** Days that belong to no period. */
  otherMarks: PlanMark[]
  targets: PlanTarget[]
  tasks: PlanTask[]
  movements: string[]
  deadlines: { id: string; what: string; when: string | null; recipient: string | null }[]
}

/** The plan as its pages show it, from the facts as they stand; removed ones are passed over. */
export function planOf(facts: readonly PlanFact[]): Plan {
  const standing = facts.filter((fact) => fact.state !== 'removed')
  const ofKind = (kind: string) => standing.filter((fact) => fact.kind === kind)
  const periods = ofKind('period').map((fact) => periodOf(fact, ofKind('commemoration')))
  const inPeriod = new Set(periods.flatMap((period) => period.marks.map((mark) => mark.id)))
  return {
    periods,
    otherMarks: ofKind('commemoration')
      .filter((fact) => !inPeriod.has(fact.id))
      .map((fact) => markOf(fact, null)),
    targets: ofKind('target').map(targetOf),
    tasks: ofKind('task').map((fact) => ({
      id: fact.id,
      assignee: text(fact, 'assignee'),
      text: text(fact, 'text') ?? '',
      deadline: when(fact, 'deadline'),
    })),
    movements: ofKind('movement').flatMap((fact) => text(fact, 'name') ?? []),
    deadlines: ofKind('deadline').map((fact) => ({
      id: fact.id,
      what: text(fact, 'what') ?? '',
      when: when(fact, 'date'),
      recipient: text(fact, 'recipient'),
    })),
  }
}

/** Is the day before, in or after the period? A period with an open end runs on. */
export function periodState(period: Pick<PlanPeriod, 'from' | 'to'>, day: PlainDate): 'over' | 'running' | 'coming' {
  if (period.to !== null && period.to < day) return 'over'
  return period.from === null || period.from <= day ? 'running' : 'coming'
}

function periodOf(fact: PlanFact, commemorations: readonly PlanFact[]): PlanPeriod {
  const from = edgeDay(text(fact, 'start'), 'first')
  const to = edgeDay(text(fact, 'end'), 'last')
  const review = when(fact, 'reviewDeadline')
  return {
    id: fact.id,
    name: calmTitle(text(fact, 'name') ?? 'Đợt thi đua'),
    from,
    to,
    span: spanWords(text(fact, 'start'), text(fact, 'end')),
    review: review === null ? null : `Tổng kết ${review}`,
    marks: commemorations
      .filter((one) => one.parentId === fact.id)
      .map((one) => markOf(one, from))
      .sort((a, b) => ((a.day ?? '9999') < (b.day ?? '9999') ? -1 : 1)),
  }
}

function spanWords(start: string | null, end: string | null): string {
  if (start === null && end === null) return 'chưa rõ thời gian'
  if (start === null) return `đến ${formatDate(end ?? '')}`
  return end === null ? `từ ${formatDate(start)}` : `${formatDate(start)} đến ${formatDate(end)}`
}

function markOf(fact: PlanFact, periodFrom: PlainDate | null): PlanMark {
  const years = fact.value.years
  const name = text(fact, 'name') ?? ''
  const date = text(fact, 'date')
  // a yearly day falls in the year of its period
  const full = date?.startsWith('--') ? `${(periodFrom ?? '').slice(0, 4)}-${date.slice(2)}` : date
  return {
    id: fact.id,
    name: typeof years === 'number' ? `${years} năm ${name}` : capitalised(name),
    day: full === null || full === undefined ? null : (parsePlainDate(full) ?? null),
  }
}

function targetOf(fact: PlanFact): PlanTarget {
  const whole = text(fact, 'text') ?? ''
  const subject = fact.value.subject
  return {
    id: fact.id,
    subject: subject === 'individual' || subject === 'unit' ? subject : 'collective',
    figure: says(whole, fact.value.value) ? figureOf(fact.value) : null,
    words: withoutFigure(whole, fact.value.value),
    text: whole,
  }
}

const BOUNDS: Readonly<Record<string, string>> = { '>': 'trên ', '<': 'dưới ', '<=': 'không quá ' }

function figureOf({ value, max, unit, comparator }: PlanFact['value']): string | null {
  if (typeof value !== 'number') return null
  if (comparator === 'rank<=') return `hạng ${written(value)} trở lên`
  const sign = unit === '%' ? '%' : ''
  const other = typeof unit === 'string' && !['%', 'count', 'rank', ''].includes(unit) ? ` ${unit}` : ''
  if (typeof max === 'number') return `${written(value)}${sign} đến ${written(max)}${sign}${other}`
  const bound = typeof comparator === 'string' ? (BOUNDS[comparator] ?? '') : ''
  return `${bound}${written(value)}${sign}${other}`
}

function written(value: number): string {
  return value.toLocaleString('vi-VN', { maximumFractionDigits: 2 })
}

/** A number the reader understood («có» is one) is not set large unless the paper writes it. */
function says(whole: string, value: string | number | null | undefined): boolean {
  return typeof value === 'number' && (whole.match(/\d+(?:[.,]\d+)*/g) ?? []).some((one) => readNumber(one) === value)
}

function readNumber(text: string): number {
  return Number(text.replace(/\.(?=\d{3})/g, '').replace(',', '.'))
}

const LEADING =
  /^(?:phấn đấu\s+)?(?:(?:trên|từ|ít nhất|tối thiểu|dưới|không quá)\s+)?(\d+(?:[.,]\d+)*)\s*%?(?:\s*(?:-|–|đến)\s*\d+(?:[.,]\d+)*\s*%?)?\s+/iu

/** «100% phòng, ban đạt …» → «phòng, ban đạt …», when the number at its head is the target's own. */
function withoutFigure(whole: string, value: string | number | null | undefined): string {
  const match = LEADING.exec(whole)
  if (!match || typeof value !== 'number') return whole
  const leading = readNumber(match[1] ?? '')
  const rest = whole.slice(match[0].length)
  return leading === value && rest.length > 3 ? rest : whole
}

function text(fact: PlanFact, name: string): string | null {
  const value = fact.value[name]
  return typeof value === 'string' && value.trim() !== '' ? value : null
}

/** «trước ngày 15/07/2022 (hết ngày 14/07)», «đến 31/12/2022», «đến 20/11 hằng năm». */
function when(fact: PlanFact, name: string): string | null {
  const date = text(fact, name)
  if (date === null) return null
  const day = parsePlainDate(date)
  if (fact.value.relation === 'before' && day !== undefined) {
    return deadlineWords({ day, relation: 'before' }).replace(/^T/, 't')
  }
  const words = date.startsWith('--') ? `${formatDate(date.slice(2))} hằng năm` : formatDate(date)
  return fact.value.relation === 'before' ? `trước ngày ${words}` : `đến ${words}`
}

/** Dates that the plan gives by year or month alone count from their first to their last day. */
function edgeDay(date: string | null, edge: 'first' | 'last'): PlainDate | null {
  if (date === null || date.startsWith('--')) return null
  if (date.length === 10) return parsePlainDate(date) ?? null
  const [year = '', month] = date.split('-')
  if (edge === 'first') return parsePlainDate(`${year}-${month ?? '01'}-01`) ?? null
  const last = new Date(Date.UTC(Number(year), Number(month ?? '12'), 0)).getUTCDate()
  return parsePlainDate(`${year}-${month ?? '12'}-${String(last).padStart(2, '0')}`) ?? null
}
