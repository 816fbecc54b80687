import { ok, type Result, refuse } from '../../kernel/result.ts'
import { carriedPaths } from '../../organisation/server/index.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import type { NotRated, RatingLevel } from '../domain/levels.ts'
import type { AwardPeriod } from '../domain/periods.ts'
import { type FactThing, mayReadFacts, whyMayNotKeep } from '../domain/permissions.ts'
import { type DisciplineShape, disciplineShapeOf, type ReviewShape, reviewShapeOf } from './fact-shapes.ts'
import { findPersonSubject, findUnitSubject, type Subject } from './subject.ts'

type Act = { whyNot: string | null }
type RatingShape = {
  id: string
  period: AwardPeriod
  level: RatingLevel | null
  notRated: NotRated | null
  note: string
  unitName: string
  unitId: string
  postTitle: string
  source: 'list' | 'import'
  sourceWords: string | null
  recordedAt: string
  recordedByName: string
  replaced: { at: string; reason: string } | null
}
type OfPerson = {
  person: { id: string; name: string }
  facts: { ratings: RatingShape[]; disciplines: DisciplineShape[]; reviews: ReviewShape[] } | null
  actions: { 'enter-discipline'?: Act; 'enter-review'?: Act }
}
type OfUnit = {
  unit: { id: string; name: string }
  facts: { ratings: RatingShape[]; reviews: ReviewShape[] } | null
  actions: { 'enter-review'?: Act }
}

/** What is known of a person year by year. Whoever sees the person but not these is told so by `facts: null`, not by how much there is. */
export async function readFactsOfPerson(tx: Tx, { personId }: { personId: string }): Promise<Result<OfPerson>> {
  const subject = await findPersonSubject(tx, personId)
  if (!subject) return refuse('not-found')
  const person = { id: subject.id, name: subject.name }
  if (!mayReadFacts(tx.actor, subject.thing)) return ok({ person, facts: null, actions: {} })
  const act = { whyNot: null }
  const keeps = whyMayNotKeep(tx.actor, subject.thing) === undefined
  return ok({
    person,
    facts: {
      ratings: await ratingsOf(tx, subject),
      disciplines: await disciplinesOf(tx, subject),
      reviews: await reviewsOf(tx, subject),
    },
    actions: keeps ? { 'enter-discipline': act, 'enter-review': act } : {},
  })
}

export async function readFactsOfUnit(tx: Tx, { unitId }: { unitId: string }): Promise<Result<OfUnit>> {
  const subject = await findUnitSubject(tx, unitId)
  if (!subject) return refuse('not-found')
  const unit = { id: subject.id, name: subject.name }
  if (!mayReadFacts(tx.actor, subject.thing)) return ok({ unit, facts: null, actions: {} })
  const keeps = whyMayNotKeep(tx.actor, subject.thing) === undefined
  return ok({
    unit,
    facts: { ratings: await ratingsOf(tx, subject), reviews: await reviewsOf(tx, subject) },
    actions: keeps ? { 'enter-review': { whyNot: null } } : {},
  })
}

/** The latest period first; of one period what holds before what was corrected since. */
async function ratingsOf(tx: Tx, { kind, id }: Subject): Promise<RatingShape[]> {
  const rows = await tx.db
    .selectFrom('rating')
    .innerJoin('award_period', 'award_period.id', 'rating.period_id')
    .innerJoin('unit', 'unit.id', 'rating.unit_id')
    .selectAll('rating')
    .select(['award_period.code', 'award_period.kind', 'award_period.starts_on', 'award_period.ends_on'])
    .select('unit.name as unit_name')
    .where(kind === 'person' ? 'rating.person_id' : 'rating.rated_unit_id', '=', id)
    .orderBy('award_period.ends_on', 'desc')
    .orderBy((eb) => eb('rating.replaced_at', 'is not', null))
    .orderBy('rating.recorded_at', 'desc')
    .orderBy('rating.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    period: { id: row.period_id, code: row.code, kind: row.kind, from: row.starts_on, to: row.ends_on },
    level: row.level,
    notRated: row.not_rated,
    note: row.note,
    unitName: row.unit_name,
    unitId: row.unit_id,
    postTitle: row.post_title,
    source: row.source,
    sourceWords: row.source_words,
    recordedAt: row.recorded_at.toISOString(),
    recordedByName: row.recorded_by_name,
    replaced: row.replaced_at === null ? null : { at: row.replaced_at.toISOString(), reason: row.replace_reason ?? '' },
  }))
}

async function disciplinesOf(tx: Tx, subject: Subject): Promise<DisciplineShape[]> {
  const rows = await tx.db
    .selectFrom('discipline')
    .selectAll()
    .where('person_id', '=', subject.id)
    .orderBy((eb) => eb('voided_at', 'is not', null))
    .orderBy('starts_on', 'desc')
    .orderBy('id')
    .execute()
  const things = await thingsAt(tx, subject, rows)
  return rows.map((row, index) => disciplineShapeOf(tx.actor, row, things[index] ?? subject.thing))
}

async function reviewsOf(tx: Tx, subject: Subject): Promise<ReviewShape[]> {
  const rows = await tx.db
    .selectFrom('pending_review')
    .selectAll()
    .where(subject.kind === 'person' ? 'person_id' : 'reviewed_unit_id', '=', subject.id)
    .orderBy((eb) => eb('voided_at', 'is not', null))
    .orderBy((eb) => eb('cleared_on', 'is not', null))
    .orderBy('starts_on', 'desc')
    .orderBy('id')
    .execute()
  const things = await thingsAt(tx, subject, rows)
  return rows.map((row, index) => reviewShapeOf(tx.actor, row, things[index] ?? subject.thing))
}

async function thingsAt(tx: Tx, subject: Subject, rows: readonly { unit_id: string }[]): Promise<FactThing[]> {
  const paths = await carriedPaths(
    tx,
    rows.map((row) => row.unit_id),
  )
  return rows.map((row) => ({ ...subject.thing, units: [paths.get(row.unit_id) ?? [], ...subject.thing.units] }))
}
