import { type Selectable, sql } from 'kysely'
import { plainDate } from '../../kernel/plain-date.ts'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import { changesBetween } from '../../mechanisms/record/domain/changes.ts'
import { record } from '../../mechanisms/record/server/index.ts'
import { awaitMerge } from '../../organisation/server/index.ts'
import type { DisciplineTable } from '../../platform/database/tables.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { whyBeforeBirth, whyNotThoseDisciplineDays } from '../domain/checks.ts'
import type { DisciplineKind, DisciplineSide } from '../domain/kinds.ts'
import { type FactThing, mayReadNotes, whyMayNotKeep } from '../domain/permissions.ts'
import { type DisciplineShape, disciplineShapeOf } from './fact-shapes.ts'
import { enteredBy, keepingCapacity, recordedSubject, voidEntry, whyMayNotEnter } from './keeping.ts'
import { atUnit, findPersonSubject, type Subject } from './subject.ts'

type Content = {
  kind: DisciplineKind
  side: DisciplineSide
  startsOn: string
  endsOn: string | null
  decisionNumber: string
  decisionOn: string
  issuer: string
}
type Row = Selectable<DisciplineTable>
type Loaded = { row: Row; subject: Subject; thing: FactThing }

/** Enters a discipline as its decision says. The same id with the same content again gives the entry that is there. */
export async function enterDiscipline(
  tx: Tx,
  input: Content & { id: string; personId: string; reason: string },
): Promise<Result<{ discipline: DisciplineShape }>> {
  await awaitMerge(tx, input.personId)
  const subject = await findPersonSubject(tx, input.personId)
  if (!subject) return refuse('not-found')
  const refused = await whyMayNotEnter(tx, subject)
  if (refused) return { ok: false, refusal: refused }
  const wrong = whyNotThatContent(tx, input, subject)
  if (wrong) return wrong
  const there = await tx.db.selectFrom('discipline').selectAll().where('id', '=', input.id).executeTakeFirst()
  if (there) {
    const same =
      there.person_id === input.personId &&
      Object.keys(changesBetween(contentOf(there), columnsShown(input))).length === 0 &&
      there.reason === input.reason
    return same ? shown(tx, there.id, subject.thing) : refuse('id-taken')
  }
  await tx.db
    .insertInto('discipline')
    .values({
      ...columns(input),
      id: input.id,
      person_id: subject.id,
      unit_id: subject.unit.id,
      unit_no: subject.unit.no,
      reason: input.reason,
      ...enteredBy(tx),
    })
    .execute()
  await record(tx, 'discipline.entered', recordedSubject(subject), {
    capacity: keepingCapacity(tx, subject.unit.path),
    unitId: subject.unit.id,
    detail: { entry: input.id },
  })
  return shown(tx, input.id, subject.thing)
}

/** A day moved, a discipline lifted early, a slip mended. The reason is changed only when one is given. */
export async function changeDiscipline(
  tx: Tx,
  input: Content & { id: string; version: number; reason?: string | undefined },
): Promise<Result<{ discipline: DisciplineShape }>> {
  const opened = await openDiscipline(tx, input.id)
  if (!opened.ok) return opened
  const { row, subject, thing } = opened.value
  const wrong = whyNotThatContent(tx, input, subject)
  if (wrong) return wrong
  const reason = input.reason ?? row.reason
  const changes = changesBetween(
    { ...contentOf(row), disciplineReason: row.reason },
    { ...columnsShown(input), disciplineReason: reason },
  )
  if (Object.keys(changes).length === 0) return shown(tx, row.id, thing)
  if (row.version !== input.version) return refuse('changed-meanwhile')
  await tx.db
    .updateTable('discipline')
    .set({ ...columns(input), reason, version: row.version + 1 })
    .where('id', '=', row.id)
    .execute()
  await record(tx, 'discipline.changed', recordedSubject(subject), {
    capacity: keepingCapacity(tx, subject.unit.path),
    unitId: row.unit_id,
    // Which fields, for whoever looks into it with the right to; their values would tell what only some may know.
    detail: { entry: row.id, fields: Object.keys(changes).join(', ') },
  })
  return shown(tx, row.id, thing)
}

export async function voidDiscipline(
  tx: Tx,
  input: { id: string; version: number; reason: string },
): Promise<Result<{ discipline: DisciplineShape }>> {
  const opened = await openDiscipline(tx, input.id, { alsoVoided: true })
  if (!opened.ok) return opened
  const refused = await voidEntry(tx, { table: 'discipline', action: 'discipline.voided' }, opened.value, input)
  return refused ? { ok: false, refusal: refused } : shown(tx, input.id, opened.value.thing)
}

/** The reason, shown to who keeps or reads the facts of the unit and to the person himself; each time anybody else looks is recorded. */
export async function readDisciplineReason(tx: Tx, input: { id: string }): Promise<Result<{ reason: string }>> {
  const loaded = await findDiscipline(tx, input.id)
  if (!loaded) return refuse('not-found')
  const { row, subject, thing } = loaded
  if (mayReadNotes(tx.actor, thing)) {
    await record(tx, 'discipline.reason-seen', recordedSubject(subject), {
      unitId: row.unit_id,
      detail: { entry: row.id },
    })
  }
  return ok({ reason: row.reason })
}

async function findDiscipline(tx: Tx, id: string): Promise<Loaded | undefined> {
  const row = await tx.db.selectFrom('discipline').selectAll().where('id', '=', id).executeTakeFirst()
  const subject = row && (await findPersonSubject(tx, row.person_id))
  return row && subject ? { row, subject, thing: await atUnit(tx, subject, row.unit_id) } : undefined
}

async function openDiscipline(tx: Tx, id: string, { alsoVoided = false } = {}): Promise<Result<Loaded>> {
  await sql`select 1 from app.discipline where id = ${id}::uuid for update`.execute(tx.db)
  const loaded = await findDiscipline(tx, id)
  if (!loaded) return refuse('not-found')
  const refused = whyMayNotKeep(tx.actor, loaded.thing)
  if (refused) return { ok: false, refusal: refused }
  return loaded.row.voided_at !== null && !alsoVoided ? refuse('entry-voided') : ok(loaded)
}

function whyNotThatContent(tx: Tx, input: Content, { name, birth }: Subject) {
  const days = {
    startsOn: plainDate(input.startsOn),
    endsOn: input.endsOn === null ? null : plainDate(input.endsOn),
    decisionOn: plainDate(input.decisionOn),
  }
  const wrong = whyNotThoseDisciplineDays(days, tx.today)
  if (wrong) return refuse('wrong-discipline', { problem: wrong.problem }, { field: wrong.field })
  const unborn = whyBeforeBirth(name, birth, days.startsOn, 'startsOn')
  return unborn && { ok: false as const, refusal: unborn }
}

async function shown(tx: Tx, id: string, thing: FactThing): Promise<Result<{ discipline: DisciplineShape }>> {
  const row = await tx.db.selectFrom('discipline').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  return ok({ discipline: disciplineShapeOf(tx.actor, row, thing) })
}

function columns(input: Content) {
  return {
    kind: input.kind,
    side: input.side,
    starts_on: plainDate(input.startsOn),
    ends_on: input.endsOn === null ? null : plainDate(input.endsOn),
    decision_number: input.decisionNumber,
    decision_on: plainDate(input.decisionOn),
    issuer: input.issuer,
  }
}

function columnsShown({ kind, side, startsOn, endsOn, decisionNumber, decisionOn, issuer }: Content) {
  return { kind, side, startsOn, endsOn, decisionNumber, decisionOn, issuer }
}

function contentOf(row: Row): Content & Record<string, string | null> {
  return {
    kind: row.kind,
    side: row.side,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    decisionNumber: row.decision_number,
    decisionOn: row.decision_on,
    issuer: row.issuer,
  }
}
