import { formatMoment } from '../../kernel/plain-date.ts'
import { ok, type Refusal, type Result, refusal, refuse } from '../../kernel/result.ts'
import { record } from '../../mechanisms/record/server/index.ts'
import { decidesCorrections, seesSensitive } from '../../organisation/index.ts'
import { applyPersonChanges, findPerson, lockOrganisation, wholeDetails } from '../../organisation/server/index.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { BY_HAND, CORRECTION_WORDS, type CorrectionField, STATE_WORDS } from '../domain/corrections.ts'
import { attachToFile } from './attach-to-file.ts'
import {
  type CorrectionRow,
  type CorrectionShape,
  correctionShape,
  correctionsOf,
  findCorrection,
  WANTED,
} from './correction-rows.ts'
import { changesOf, readWanted } from './correction-value.ts'

export type Asked = { id: string; field: CorrectionField; wanted: string; reason: string; fileIds: string[] }
type One = { correction: CorrectionShape }

/** Somebody asks to have his own file corrected: for another to decide. The same again gives the request that is there. */
export async function askCorrection(tx: Tx, input: Asked): Promise<Result<One>> {
  const { actor } = tx
  if (actor.kind !== 'person') return refuse('not-signed-in')
  const person = await findPerson(tx, actor.personId)
  if (!person) throw new Error(`nobody is ${actor.personId}`)
  const there = await findCorrection(tx, input.id)
  // Of somebody else it is answered as any id that is taken is: what he asks for opens by the recorded press alone.
  if (there && there.person.id !== person.id) return refuse('id-taken')
  if (there) return ok({ correction: await correctionShape(tx, there.row, person, true) })

  const wanted = input.wanted.trim()
  const read = readWanted(tx, input.field, { before: wholeDetails(tx, person), wanted })
  if (!read.ok) return read
  const attached = await attachToFile(tx, input.fileIds, person.id)
  if (attached) return { ok: false, refusal: attached }
  const { was } = read.value
  const row = await tx.db
    .insertInto('correction_request')
    .values({
      id: input.id,
      person_id: person.id,
      field: input.field,
      wanted_sealed: tx.keys.seal(WANTED, wanted),
      before_sealed: was === undefined ? null : tx.keys.seal(WANTED, was),
      reason: input.reason,
      file_ids: input.fileIds,
      state: 'open',
      made_at: tx.now,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  await tell(tx, 'correction.asked', { row, person })
  return ok({ correction: await correctionShape(tx, row, person, true) })
}

/** Taken back by the one who asked, while nobody has decided. */
export async function withdrawCorrection(tx: Tx, input: { id: string }): Promise<Result<One>> {
  const found = await findCorrection(tx, input.id, { lock: true })
  if (!found || tx.actor.kind !== 'person') return refuse('not-found')
  const { row, person } = found
  if (tx.actor.personId !== person.id) return refuse('not-yours-to-do', { who: 'người đề nghị' })
  const late = whyDecided(row)
  if (late) return { ok: false, refusal: late }
  const withdrawn = await settle(tx, row, { state: 'withdrawn', answer: null })
  await tell(tx, 'correction.withdrawn', found)
  return ok({ correction: await correctionShape(tx, withdrawn, person, true) })
}

/** Shows what is asked for, where it is sensitive: recorded, as every look at the file is. */
export async function openCorrection(tx: Tx, input: { id: string }): Promise<Result<One>> {
  const found = await findCorrection(tx, input.id)
  if (!found) return refuse('not-found')
  const { row, person } = found
  if (tx.actor.kind === 'person' && tx.actor.personId !== person.id) {
    const thing = { kind: 'person', id: person.id, name: person.name } as const
    const detail = { fields: `đề nghị sửa ${CORRECTION_WORDS[row.field]}` }
    await record(tx, 'person.sensitive-seen', thing, { unitId: person.mainUnitId, detail })
  }
  return ok({ correction: await correctionShape(tx, row, person, true) })
}

export type Decision = { id: string; accept: boolean; answer: string | null; doubtsSeen: boolean }

/**
 * Accepts, and the file is changed in the same act with its record; or refuses, with the reason. What is put right by hand asks the one
 * who accepts to say how. Never by the one who asked. Of two who decide at once the second is told what was decided.
 */
export async function decideCorrection(tx: Tx, input: Decision): Promise<Result<One>> {
  await lockOrganisation(tx)
  const found = await findCorrection(tx, input.id, { lock: true })
  if (!found || tx.actor.kind !== 'person') return refuse('not-found')
  const { row, person } = found
  const who = 'quản trị viên, công chức phụ trách'
  if (tx.actor.personId === person.id) return refuse('correction-own', { who })
  if (!decidesCorrections(tx.actor, person.place)) return refuse('not-yours-to-do', { who })
  const late = whyDecided(row)
  if (late) return { ok: false, refusal: late }
  const answer = input.answer?.trim() || null
  if (!input.accept) {
    if (answer === null) return refuse('reason-required', {}, { field: 'answer' })
    const refused = await settle(tx, row, { state: 'refused', answer })
    await tell(tx, 'correction.refused', found, answer)
    return ok({ correction: await correctionShape(tx, refused, person, true) })
  }
  if (BY_HAND.has(row.field) && answer === null) {
    return refuse('wrong-correction', { problem: 'ghi đã sửa những gì' }, { field: 'answer' })
  }
  const locked = await findPerson(tx, person.id, { lock: true })
  if (!locked) return refuse('not-found')
  const changes = changesOf(row.field, tx.keys.open(WANTED, row.wanted_sealed))
  const applied = await applyPersonChanges(tx, locked, { changes, doubtsSeen: input.doubtsSeen })
  if (!applied.ok) return { ok: false, refusal: withoutField(applied.refusal) }
  const accepted = await settle(tx, row, { state: 'accepted', answer })
  await tell(tx, 'correction.accepted', found)
  return ok({ correction: await correctionShape(tx, accepted, person, true) })
}

/** What a person asked to have corrected, for himself and for those who keep his file. */
export async function listCorrections(
  tx: Tx,
  input: { personId: string },
): Promise<Result<{ corrections: CorrectionShape[] }>> {
  const person = await findPerson(tx, input.personId)
  if (!person) return refuse('not-found')
  if (!seesSensitive(tx.actor, person.place)) return refuse('not-yours-to-see', { who: 'người giữ hồ sơ của đơn vị' })
  return ok({ corrections: await correctionsOf(tx, person) })
}

function whyDecided(row: CorrectionRow): Refusal | undefined {
  if (row.state === 'open' || row.decided_at === null) return undefined
  return refusal('correction-decided', { state: STATE_WORDS[row.state], at: formatMoment(row.decided_at) })
}

/** The person's fields are not the fields of the form in which one decides. */
function withoutField({ code, values, data }: Refusal): Refusal {
  return { code, values, ...(data === undefined ? {} : { data }) }
}

async function settle(
  tx: Tx,
  row: CorrectionRow,
  { state, answer }: { state: 'accepted' | 'refused' | 'withdrawn'; answer: string | null },
): Promise<CorrectionRow> {
  const { actor } = tx
  return tx.db
    .updateTable('correction_request')
    .set({
      state,
      answer,
      decided_at: tx.now,
      decided_by: actor.kind === 'person' ? actor.accountId : null,
      decided_by_name: actor.kind === 'person' ? actor.name : null,
    })
    .where('id', '=', row.id)
    .returningAll()
    .executeTakeFirstOrThrow()
}

async function tell(
  tx: Tx,
  action: 'correction.asked' | 'correction.withdrawn' | 'correction.accepted' | 'correction.refused',
  { row, person }: { row: CorrectionRow; person: { id: string; name: string; mainUnitId: string } },
  reason?: string,
): Promise<void> {
  const thing = { kind: 'person', id: person.id, name: person.name } as const
  const detail = { field: CORRECTION_WORDS[row.field], ...(reason === undefined ? {} : { reason }) }
  await record(tx, action, thing, { unitId: person.mainUnitId, detail })
}
