import { type Selectable, sql } from 'kysely'
import { formatDate, plainDate } from '../../kernel/plain-date.ts'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import { record } from '../../mechanisms/record/server/index.ts'
import { awaitMerge } from '../../organisation/server/index.ts'
import type { PendingReviewTable } from '../../platform/database/tables.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { whyBeforeBirth, whyNotThoseReviewDays } from '../domain/checks.ts'
import type { ReviewKind } from '../domain/kinds.ts'
import { type FactThing, whyMayNotKeep } from '../domain/permissions.ts'
import { type ReviewShape, reviewShapeOf } from './fact-shapes.ts'
import { enteredBy, keepingCapacity, recordedSubject, voidEntry, whyMayNotEnter } from './keeping.ts'
import { atUnit, findPersonSubject, findUnitSubject, type Subject } from './subject.ts'

type About = { kind: 'person'; personId: string } | { kind: 'unit'; unitId: string }
type Paper = { documentNumber: string | null; documentOn: string | null; issuer: string | null }
type NewReview = Paper & { id: string; about: About; kind: ReviewKind; startsOn: string; note: string }
type Row = Selectable<PendingReviewTable>
type Loaded = { row: Row; subject: Subject; thing: FactThing }

/** Says that something about a person or a unit is under way which an award waits for. */
export async function enterReview(tx: Tx, input: NewReview): Promise<Result<{ review: ReviewShape }>> {
  const { about } = input
  if (about.kind === 'person') await awaitMerge(tx, about.personId)
  const subject =
    about.kind === 'person' ? await findPersonSubject(tx, about.personId) : await findUnitSubject(tx, about.unitId)
  if (!subject) return refuse('not-found')
  const refused = await whyMayNotEnter(tx, subject)
  if (refused) return { ok: false, refusal: refused }
  const startsOn = plainDate(input.startsOn)
  const wrong = whyNotThoseReviewDays({ startsOn, clearedOn: null }, tx.today)
  if (wrong) return refuse('wrong-review', { problem: wrong.problem }, { field: wrong.field })
  const unborn = whyBeforeBirth(subject.name, subject.birth, startsOn, 'startsOn')
  if (unborn) return { ok: false, refusal: unborn }

  const there = await tx.db.selectFrom('pending_review').selectAll().where('id', '=', input.id).executeTakeFirst()
  if (there) {
    const same =
      (there.person_id ?? there.reviewed_unit_id) === subject.id &&
      there.kind === input.kind &&
      there.starts_on === startsOn &&
      there.note === input.note
    return same ? shown(tx, there.id, subject.thing) : refuse('id-taken')
  }
  await tx.db
    .insertInto('pending_review')
    .values({
      id: input.id,
      person_id: subject.kind === 'person' ? subject.id : null,
      reviewed_unit_id: subject.kind === 'unit' ? subject.id : null,
      unit_id: subject.unit.id,
      unit_no: subject.unit.no,
      kind: input.kind,
      starts_on: startsOn,
      document_number: input.documentNumber,
      document_on: dayOrNull(input.documentOn),
      issuer: input.issuer,
      note: input.note,
      ...enteredBy(tx),
    })
    .execute()
  await record(tx, 'pending-review.entered', recordedSubject(subject), {
    capacity: keepingCapacity(tx, subject.unit.path),
    unitId: subject.unit.id,
    detail: { entry: input.id },
  })
  return shown(tx, input.id, subject.thing)
}

type Clearing = Paper & { id: string; version: number; clearedOn: string; outcome: string }

/** It came to an end: on which day, with what outcome, by which paper. Ended twice it is told so. */
export async function clearReview(tx: Tx, input: Clearing): Promise<Result<{ review: ReviewShape }>> {
  const opened = await openReview(tx, input.id)
  if (!opened.ok) return opened
  const { row, subject, thing } = opened.value
  if (row.voided_at !== null) return refuse('entry-voided')
  const clearedOn = plainDate(input.clearedOn)
  if (row.cleared_on !== null) {
    return row.cleared_on === clearedOn && row.outcome === input.outcome
      ? shown(tx, row.id, thing)
      : refuse('already-done', { day: formatDate(row.cleared_on) })
  }
  if (row.version !== input.version) return refuse('changed-meanwhile')
  const wrong = whyNotThoseReviewDays({ startsOn: row.starts_on, clearedOn }, tx.today)
  if (wrong) return refuse('wrong-review', { problem: wrong.problem }, { field: wrong.field })
  await tx.db
    .updateTable('pending_review')
    .set({
      cleared_on: clearedOn,
      outcome: input.outcome,
      cleared_number: input.documentNumber,
      cleared_document_on: dayOrNull(input.documentOn),
      cleared_issuer: input.issuer,
      version: row.version + 1,
    })
    .where('id', '=', row.id)
    .execute()
  await record(tx, 'pending-review.cleared', recordedSubject(subject), {
    capacity: keepingCapacity(tx, subject.unit.path),
    unitId: row.unit_id,
    detail: { entry: row.id },
  })
  return shown(tx, row.id, thing)
}

export async function voidReview(
  tx: Tx,
  input: { id: string; version: number; reason: string },
): Promise<Result<{ review: ReviewShape }>> {
  const opened = await openReview(tx, input.id)
  if (!opened.ok) return opened
  const refused = await voidEntry(tx, { table: 'pending_review', action: 'pending-review.voided' }, opened.value, input)
  return refused ? { ok: false, refusal: refused } : shown(tx, input.id, opened.value.thing)
}

async function openReview(tx: Tx, id: string): Promise<Result<Loaded>> {
  await sql`select 1 from app.pending_review where id = ${id}::uuid for update`.execute(tx.db)
  const row = await tx.db.selectFrom('pending_review').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) return refuse('not-found')
  const subject = await subjectOf(tx, row)
  if (!subject) return refuse('not-found')
  const thing = await atUnit(tx, subject, row.unit_id)
  const refused = whyMayNotKeep(tx.actor, thing)
  return refused ? { ok: false, refusal: refused } : ok({ row, subject, thing })
}

function subjectOf(tx: Tx, row: Row): Promise<Subject | undefined> {
  if (row.person_id !== null) return findPersonSubject(tx, row.person_id)
  return findUnitSubject(tx, row.reviewed_unit_id ?? '')
}

async function shown(tx: Tx, id: string, thing: FactThing): Promise<Result<{ review: ReviewShape }>> {
  const row = await tx.db.selectFrom('pending_review').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  return ok({ review: reviewShapeOf(tx.actor, row, thing) })
}

function dayOrNull(day: string | null) {
  return day === null ? null : plainDate(day)
}
