import { plainDate } from '../../kernel/plain-date.ts'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import { record } from '../../mechanisms/record/server/index.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { type Absence, type AbsenceKind, absenceDays, lastsAYear, whyNotAbsence } from '../domain/absences.ts'
import { spanWords } from '../domain/posts.ts'
import { editsFile } from '../domain/sensitive.ts'
import { findPerson, type PersonRow } from './person-row.ts'

export type AbsenceInput = {
  personId: string
  id: string
  kind: AbsenceKind
  from: string
  to: string | null
  basis: string | null
  note: string | null
}
export type AbsenceShape = Absence & {
  basis: string | null
  note: string | null
  version: number
  days: number | null
  /** A year and more: another case for training than a shorter one. */
  aYear: boolean
}

/** A person's absences, newest first, as far as the actor may see them: his own, or of somebody whose file he keeps. */
export async function absencesOf(tx: Tx, personId: string): Promise<AbsenceShape[]> {
  const rows = await tx.db
    .selectFrom('absence')
    .select(['id', 'kind', 'valid_from as from', 'valid_to as to', 'basis', 'note', 'version'])
    .where('person_id', '=', personId)
    .orderBy('valid_from', 'desc')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, days: absenceDays(row) ?? null, aYear: lastsAYear(row, tx.today) }))
}

/** Writes time away from the post. The same id with the same content again changes nothing. */
export async function addAbsence(tx: Tx, input: AbsenceInput): Promise<Result<{ done: true }>> {
  const person = await editedPerson(tx, input.personId)
  if (!person.ok) return person
  const { id, kind, ...row } = rowOf(input)
  const there = (await absencesOf(tx, input.personId)).find((one) => one.id === id)
  if (there) {
    const same = there.kind === kind && there.from === row.valid_from && there.to === row.valid_to
    return same ? ok({ done: true }) : refuse('id-taken')
  }
  const wrong = whyNotAbsence(absenceOf(input), await absencesOf(tx, input.personId))
  if (wrong) return { ok: false, refusal: wrong }
  await tx.db
    .insertInto('absence')
    .values({ id, kind, ...row, person_id: input.personId, created_at: tx.now })
    .execute()
  await tell(tx, 'absence.added', person.value, input)
  return ok({ done: true })
}

/** Corrects one; refused when somebody changed it meanwhile. */
export async function changeAbsence(
  tx: Tx,
  input: AbsenceInput & { version: number },
): Promise<Result<{ done: true }>> {
  const person = await editedPerson(tx, input.personId)
  if (!person.ok) return person
  const all = await absencesOf(tx, input.personId)
  const there = all.find((one) => one.id === input.id)
  if (!there) return refuse('not-found')
  if (there.version !== input.version) return refuse('changed-meanwhile')
  const wrong = whyNotAbsence(absenceOf(input), all)
  if (wrong) return { ok: false, refusal: wrong }
  const { id, ...row } = rowOf(input)
  await tx.db
    .updateTable('absence')
    .set({ ...row, version: input.version + 1 })
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirstOrThrow()
  await tell(tx, 'absence.changed', person.value, input)
  return ok({ done: true })
}

/** Takes out what was written by mistake, with the reason; a second time it is not there. */
export async function removeAbsence(
  tx: Tx,
  input: { personId: string; id: string; reason: string },
): Promise<Result<{ done: true }>> {
  const person = await editedPerson(tx, input.personId)
  if (!person.ok) return person
  const there = (await absencesOf(tx, input.personId)).find((one) => one.id === input.id)
  if (!there) return refuse('not-found')
  await tx.db.deleteFrom('absence').where('id', '=', input.id).returning('id').executeTakeFirstOrThrow()
  await tell(tx, 'absence.removed', person.value, { ...there, reason: input.reason })
  return ok({ done: true })
}

/** The person with his row locked, so that two who write absences at once see each other's. */
async function editedPerson(tx: Tx, personId: string): Promise<Result<PersonRow>> {
  const person = await findPerson(tx, personId, { lock: true })
  if (!person) return refuse('not-found')
  if (!editsFile(tx.actor, person.place))
    return refuse('not-yours-to-do', { who: 'quản trị viên, công chức phụ trách' })
  if (person.mergedInto) return refuse('person-merged', { name: person.mergedInto.name })
  return ok(person)
}

function absenceOf({ id, kind, from, to }: AbsenceInput): Absence {
  return { id, kind, from: plainDate(from), to: to === null ? null : plainDate(to) }
}

function rowOf(input: AbsenceInput) {
  const { id, kind, from, to } = absenceOf(input)
  return {
    id,
    kind,
    valid_from: from,
    valid_to: to,
    basis: input.basis?.trim() || null,
    note: input.note?.trim() || null,
  }
}

/** The record says when, not what kind: it is read by more people than the file. */
async function tell(
  tx: Tx,
  action: 'absence.added' | 'absence.changed' | 'absence.removed',
  person: PersonRow,
  { from, to, reason }: { from: string; to: string | null; reason?: string },
): Promise<void> {
  const thing = { kind: 'person', id: person.id, name: person.name } as const
  const detail = { span: spanWords({ from, to }), ...(reason === undefined ? {} : { reason }) }
  await record(tx, action, thing, { unitId: person.mainUnitId, detail })
}
