import type { Turn } from '../../campaigns/index.ts'
import { capacityFor } from '../../kernel/actor.ts'
import { formatDate, plainDate } from '../../kernel/plain-date.ts'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import { foldForSearch } from '../../kernel/vietnamese-text.ts'
import { createObligations, type NewObligation } from '../../mechanisms/obligations/server/index.ts'
import { actorName, record } from '../../mechanisms/record/server/index.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { unitPath } from '../../platform/database/unit-tree.ts'
import { getFiles, showFiles } from '../../platform/files/file-rows.ts'
import type { AssignmentShape, Given } from '../contract.ts'
import { GIVERS, whyMayNotGive } from '../domain/permissions.ts'
import { findAssignment, shapeAfter } from './load-assignment.ts'
import { plannedTurns, type ReceivingUnit, receivingUnits } from './plan-duties.ts'

/**
 * Gives work to units outside any campaign, by hand or from a document: each unit owes it once per turn from now on, by the words given.
 * The second click finds it given. Refuses a unit that is not below the giver or has ended, and days that have passed.
 */
export async function give(
  tx: Tx,
  input: Given & { id: string; unitId: string },
): Promise<Result<{ assignment: AssignmentShape }>> {
  const giver = await giverOf(tx, input.unitId)
  if (!giver.ok) return giver
  const there = await findAssignment(tx, input.id)
  if (there)
    return there.row.unit_id === input.unitId ? ok({ assignment: await shapeAfter(tx, input.id) }) : refuse('id-taken')
  const ready = await readyToGive(tx, giver.value, input)
  if (!ready.ok) return ready
  const { units, turns } = ready.value
  await tx.db
    .insertInto('assignment')
    .values({
      id: input.id,
      unit_id: giver.value.id,
      unit_no: giver.value.unitNo,
      ...columnsOf(input),
      made_by: tx.actor.kind === 'person' ? tx.actor.accountId : null,
      made_by_name: actorName(tx.actor),
      made_at: tx.now,
    })
    .execute()
  await createObligations(
    tx,
    units.flatMap((unit) => turns.map((turn) => dutyOf(tx, input, giver.value.id, unit, turn))),
  )
  await showBasis(tx, input, units)
  await record(tx, 'assignment.given', recorded(input), {
    capacity: tx.actor.kind === 'person' ? capacityFor(tx.actor, GIVERS, giver.value.path) : '',
    unitId: giver.value.id,
    detail: { units: units.length, duties: units.length * turns.length, basis: basisWords(input) },
  })
  return ok({ assignment: await shapeAfter(tx, input.id) })
}

type Giver = { id: string; unitNo: number; name: string; path: readonly string[] }

/** The unit in whose name work is given, when the actor may give in it. */
export async function giverOf(tx: Tx, unitId: string): Promise<Result<Giver>> {
  const unit = await tx.db
    .selectFrom('unit')
    .select(['id', 'unit_no as unitNo', 'name'])
    .where('id', '=', unitId)
    .executeTakeFirst()
  if (!unit) return refuse('not-found')
  const path = await unitPath(tx, unitId)
  const refused = whyMayNotGive(tx.actor, path)
  return refused ? { ok: false, refusal: refused } : ok({ ...unit, path })
}

/** Everything that is asked before the work is written: units, turns, the document it rests on. */
export async function readyToGive(
  tx: Tx,
  giver: { id: string; name: string },
  input: Given,
): Promise<Result<{ units: ReceivingUnit[]; turns: Turn[] }>> {
  const units = await receivingUnits(tx, giver, input.unitIds)
  if (!units.ok) return units
  const turns = await plannedTurns(tx, input, tx.today)
  if (!turns.ok) return turns
  if (input.basis && plainDate(input.basis.issuedOn) > tx.today) {
    return refuse('day-in-future', { day: formatDate(input.basis.issuedOn) }, { field: 'basis.issuedOn' })
  }
  const file = await getFiles(tx, input.basis?.fileId ? [input.basis.fileId] : [], 'basis.fileId')
  return file.ok ? ok({ units: units.value, turns: turns.value }) : file
}

/** The document lies with the giver; those it concerns read it. */
export async function showBasis(tx: Tx, { basis }: Given, units: readonly ReceivingUnit[]): Promise<void> {
  if (!basis?.fileId) return
  await showFiles(
    tx,
    [basis.fileId],
    units.map((unit) => unit.unitNo),
  )
}

/** What one unit owes at one turn. The key stays the turn's, so that a change finds the duty again. */
export function dutyOf(
  tx: Tx,
  input: Given & { id: string },
  owedToUnitId: string,
  unit: ReceivingUnit,
  turn: Turn,
): NewObligation {
  return {
    kind: 'task',
    thing: { kind: 'assignment', id: input.id },
    unit,
    owedToUnitId,
    title: input.title,
    words: input.words === '' ? null : input.words,
    deadline: turn.deadline,
    sourceKey: `turn:${turn.no}`,
    ...(turn.occurrence === null ? {} : { occurrence: turn.occurrence }),
    needsProof: input.needsProof,
    givenByName: actorName(tx.actor),
  }
}

export function columnsOf(input: Given) {
  return {
    title: input.title,
    title_search: foldForSearch(`${input.title} ${input.basis?.number ?? ''} ${input.basis?.issuer ?? ''}`),
    words: input.words === '' ? null : input.words,
    basis_kind: input.basis?.kind ?? null,
    basis_number: input.basis?.number ?? null,
    basis_issued_on: input.basis ? plainDate(input.basis.issuedOn) : null,
    basis_issuer: input.basis?.issuer ?? null,
    basis_file_id: input.basis?.fileId ?? null,
    due_day: plainDate(input.due.day),
    due_relation: input.due.relation,
    recurrence: input.recurrence,
    until_day: input.recurrence === 'once' || input.until === null ? null : plainDate(input.until),
    day_rule: input.dayRule,
    needs_proof: input.needsProof,
  }
}

export function recorded({ id, title }: { id: string; title: string }) {
  return { kind: 'assignment' as const, id, name: title }
}

function basisWords({ basis }: Given): string {
  return basis === null ? '' : `, theo văn bản ${basis.number} ngày ${formatDate(basis.issuedOn)} của ${basis.issuer}`
}
