import { sql } from 'kysely'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import { actorName, record } from '../../mechanisms/record/server/index.ts'
import { awaitMerge } from '../../organisation/server/index.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import type { AwardShape } from '../contract.ts'
import { type AwardRow, awardShape } from './award-rows.ts'
import { keepingCapacity, lockRecipient, type OpenedAward, openAward } from './keeping.ts'
import { nameNow } from './save-award.ts'

type Matched = { award: AwardShape; entries: number }

/**
 * Somebody says who the recipient is, or who he is not. It is remembered for everybody written so: entries the actor keeps that write the
 * same name, birth and unit follow, and so will later ones; a pair told apart is not asked about again.
 */
export async function matchRecipient(
  tx: Tx,
  input: { id: string; candidateId: string; verdict: 'same' | 'different' },
): Promise<Result<Matched>> {
  const opened = await openWithKey(tx, input.id)
  if (!opened.ok) return opened
  const { row, key } = opened.value
  const candidate = await findCandidate(tx, row, input.candidateId)
  if (candidate === undefined) return refuse('not-found')
  const { name, mergedInto } = candidate
  if (mergedInto !== null) return refuse('person-merged', { name: await nameNow(tx, mergedInto) })
  const isPerson = row.recipient_kind === 'person'
  const decision = {
    verdict: input.verdict,
    decided_by_name: actorName(tx.actor),
    decided_at: tx.now,
  }
  if (input.verdict === 'same') await forgetSame(tx, key)
  await tx.db
    .insertInto('recipient_match')
    .values({
      ...decision,
      recipient_key: key,
      person_id: isPerson ? input.candidateId : null,
      recipient_unit_id: isPerson ? null : input.candidateId,
      keeper_unit_no: row.keeper_unit_no,
    })
    .onConflict((conflict) =>
      conflict.columns(['recipient_key', 'candidate_id', 'keeper_unit_no']).doUpdateSet(decision),
    )
    .execute()
  const entries =
    input.verdict === 'same'
      ? await pointTo(tx, opened.value, input.candidateId)
      : await pointAwayFrom(tx, opened.value, input.candidateId)
  const thing = { kind: isPerson ? ('person' as const) : ('unit' as const), id: input.candidateId, name }
  await record(tx, input.verdict === 'same' ? 'award.matched' : 'award.told-apart', thing, {
    capacity: keepingCapacity(tx, opened.value.keeper),
    unitId: row.keeper_unit_id,
    detail: { recipient: writtenWords(row), entries },
  })
  return ok({ award: await awardShape(tx, row.id), entries })
}

/** A match made by mistake is taken back, for every entry that followed it: the pair is told apart until somebody says otherwise. */
export async function unmatchRecipient(tx: Tx, input: { id: string }): Promise<Result<Matched>> {
  const opened = await openWithKey(tx, input.id)
  if (!opened.ok) return opened
  const { row, key } = opened.value
  const matchedTo = row.person_id ?? row.recipient_unit_id
  if (matchedTo === null) return ok({ award: await awardShape(tx, row.id), entries: 0 })
  const name = (await findCandidate(tx, row, matchedTo))?.name ?? row.recipient_name
  await forgetSame(tx, key)
  const entries = await pointTo(tx, opened.value, null)
  const thing = { kind: row.recipient_kind, id: matchedTo, name }
  await record(tx, 'award.unmatched', thing, {
    capacity: keepingCapacity(tx, opened.value.keeper),
    unitId: row.keeper_unit_id,
    detail: { recipient: writtenWords(row) },
  })
  return ok({ award: await awardShape(tx, row.id), entries })
}

type WithKey = OpenedAward & { key: string }

async function openWithKey(tx: Tx, id: string): Promise<Result<WithKey>> {
  const opened = await openAward(tx, id)
  if (!opened.ok) return opened
  const { recipient_key: key } = await tx.db
    .selectFrom('award_recipient')
    .select('recipient_key')
    .where('award_id', '=', id)
    .executeTakeFirstOrThrow()
  await lockRecipient(tx, key)
  return ok({ ...opened.value, key })
}

type Candidate = { name: string; mergedInto: string | null }

/** `mergedInto`: entered twice, and that row is this person now. */
async function findCandidate(tx: Tx, row: AwardRow, id: string): Promise<Candidate | undefined> {
  if (row.recipient_kind === 'unit') {
    const unit = await tx.db.selectFrom('unit').select('name').where('id', '=', id).executeTakeFirst()
    return unit && { name: unit.name, mergedInto: null }
  }
  await awaitMerge(tx, id)
  return tx.db
    .selectFrom('person')
    .select(['full_name as name', 'merged_into as mergedInto'])
    .where('id', '=', id)
    .executeTakeFirst()
}

async function forgetSame(tx: Tx, key: string): Promise<void> {
  await tx.db
    .updateTable('recipient_match')
    .set({ verdict: 'different', decided_by_name: actorName(tx.actor), decided_at: tx.now })
    .where('recipient_key', '=', key)
    .where('verdict', '=', 'same')
    .execute()
}

/** Every entry of the recipient that the actor keeps (the wall lets no other be changed) is this person's or unit's, or nobody's. */
async function pointTo(tx: Tx, { row, key }: WithKey, candidateId: string | null): Promise<number> {
  const column = row.recipient_kind === 'person' ? 'person_id' : 'recipient_unit_id'
  const result = await sql`
    update app.award a set ${sql.ref(column)} = ${candidateId}::uuid, version = a.version + 1
    from app.award_recipient r
    where r.award_id = a.id and r.recipient_key = ${key} and a.${sql.ref(column)} is distinct from ${candidateId}::uuid`.execute(
    tx.db,
  )
  return Number(result.numAffectedRows ?? 0n)
}

async function pointAwayFrom(tx: Tx, { row, key }: WithKey, candidateId: string): Promise<number> {
  const column = row.recipient_kind === 'person' ? 'person_id' : 'recipient_unit_id'
  const result = await sql`
    update app.award a set ${sql.ref(column)} = null, version = a.version + 1
    from app.award_recipient r
    where r.award_id = a.id and r.recipient_key = ${key} and a.${sql.ref(column)} = ${candidateId}::uuid`.execute(tx.db)
  return Number(result.numAffectedRows ?? 0n)
}

function writtenWords(row: AwardRow): string {
  return row.recipient_unit_name === '' ? row.recipient_name : `${row.recipient_name}, ${row.recipient_unit_name}`
}
