import { formatDate } from '../../kernel/plain-date.ts'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import { changesBetween } from '../../mechanisms/record/domain/changes.ts'
import { actorName, record } from '../../mechanisms/record/server/index.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { hasEnded, unitPath } from '../../platform/database/unit-tree.ts'
import type { AwardShape } from '../contract.ts'
import { whyMayNotKeep } from '../domain/permissions.ts'
import { recipientKey } from '../domain/recipients.ts'
import { awardShape, findAwardRow } from './award-rows.ts'
import { keepingCapacity, lockRecipient, openAward, recordedAward } from './keeping.ts'
import { type AwardContent, birthColumns, prepareAward } from './save-award.ts'

/** Enters one award that was given. The same id again gives the entry that is there; one like it is told of before it is entered twice. */
export async function enterAward(
  tx: Tx,
  input: AwardContent & { id: string; keeperUnitId: string },
): Promise<Result<{ award: AwardShape }>> {
  const unit = await tx.db
    .selectFrom('unit')
    .select(['id', 'unit_no', 'name', 'valid_to'])
    .where('id', '=', input.keeperUnitId)
    .executeTakeFirst()
  if (!unit) return refuse('not-found')
  const keeper = await unitPath(tx, unit.id)
  const refused = whyMayNotKeep(tx.actor, keeper)
  if (refused) return { ok: false, refusal: refused }
  if (hasEnded(unit.valid_to, tx.today)) {
    return refuse('unit-ended', { unit: unit.name, day: formatDate(unit.valid_to ?? '') })
  }
  await lockRecipient(tx, recipientKey(input.recipient.kind, input.recipient))
  const there = await findAwardRow(tx, input.id)
  if (there) {
    const same = there.keeper_unit_id === unit.id && there.award_code === input.awardCode
    return same ? ok({ award: await awardShape(tx, there.id) }) : refuse('id-taken')
  }
  const prepared = await prepareAward(tx, input, null)
  if (!prepared.ok) return prepared
  const { recipientKey: key, birth, ...columns } = prepared.value
  const row = await tx.db
    .insertInto('award')
    .values({
      ...columns,
      id: input.id,
      source: 'typed',
      keeper_unit_id: unit.id,
      keeper_unit_no: unit.unit_no,
      entered_by: tx.actor.kind === 'person' ? tx.actor.accountId : null,
      entered_by_name: actorName(tx.actor),
      entered_at: tx.now,
    })
    .returning(['id', 'recipient_name', 'award_name'])
    .executeTakeFirstOrThrow()
  await tx.db
    .insertInto('award_recipient')
    .values({ award_id: input.id, keeper_unit_no: unit.unit_no, recipient_key: key, ...birthColumns(birth) })
    .execute()
  await record(tx, 'award.entered', recordedAward(row), {
    capacity: keepingCapacity(tx, keeper),
    unitId: unit.id,
    detail: { award: row.award_name },
  })
  return ok({ award: await awardShape(tx, input.id) })
}

/** Corrects an entry. Whom it is about is found anew when the name, birth or unit is written otherwise. */
export async function changeAward(
  tx: Tx,
  input: AwardContent & { id: string; version: number },
): Promise<Result<{ award: AwardShape }>> {
  const opened = await openAward(tx, input.id)
  if (!opened.ok) return opened
  const { row, keeper } = opened.value
  const before = await tx.db
    .selectFrom('award_recipient')
    .select(['recipient_key'])
    .where('award_id', '=', row.id)
    .executeTakeFirstOrThrow()
  const sameRecipient = before.recipient_key === recipientKey(input.recipient.kind, input.recipient)
  const kept = sameRecipient ? (row.person_id ?? row.recipient_unit_id) : null
  await lockRecipient(tx, recipientKey(input.recipient.kind, input.recipient))
  const prepared = await prepareAward(
    tx,
    { ...input, recipient: { ...input.recipient, id: input.recipient.id ?? kept } },
    row.id,
  )
  if (!prepared.ok) return prepared
  const { recipientKey: key, birth, ...columns } = prepared.value
  const changes = changesBetween(shownOf(row), shownOf(columns))
  if (Object.keys(changes).length === 0 && key === before.recipient_key && columns.file_id === row.file_id) {
    return ok({ award: await awardShape(tx, row.id) })
  }
  if (row.version !== input.version) return refuse('changed-meanwhile')
  await tx.db
    .updateTable('award')
    .set({ ...columns, version: row.version + 1 })
    .where('id', '=', row.id)
    .execute()
  await tx.db
    .updateTable('award_recipient')
    .set({ recipient_key: key, ...birthColumns(birth) })
    .where('award_id', '=', row.id)
    .execute()
  await record(tx, 'award.changed', recordedAward(row), {
    capacity: keepingCapacity(tx, keeper),
    unitId: row.keeper_unit_id,
    detail: { award: row.award_name },
    changes,
  })
  return ok({ award: await awardShape(tx, row.id) })
}

/** An entry that was a mistake leaves the registry, with a reason; its page says so. Done twice it is done once. */
export async function voidAward(
  tx: Tx,
  input: { id: string; version: number; reason: string },
): Promise<Result<{ award: AwardShape }>> {
  const opened = await openAward(tx, input.id, { alsoVoided: true })
  if (!opened.ok) return opened
  const { row, keeper } = opened.value
  if (row.voided_at !== null) return ok({ award: await awardShape(tx, row.id) })
  if (row.version !== input.version) return refuse('changed-meanwhile')
  await tx.db
    .updateTable('award')
    .set({ voided_at: tx.now, void_reason: input.reason, version: row.version + 1 })
    .where('id', '=', row.id)
    .execute()
  await record(tx, 'award.voided', recordedAward(row), {
    capacity: keepingCapacity(tx, keeper),
    unitId: row.keeper_unit_id,
    detail: { award: row.award_name, reason: input.reason },
  })
  return ok({ award: await awardShape(tx, row.id) })
}

/** What of an entry the record keeps before and after: public values alone. */
function shownOf(row: {
  recipient_name: string
  recipient_unit_name: string
  award_name: string
  award_code: string
  method: string | null
  period_id: string | null
  achieved_from: string | null
  achieved_to: string | null
  achievement: string
  decision_number: string | null
  decision_on: string | null
  decision_year: number | null
  issuer: string | null
  signer: string | null
  person_id: string | null
  recipient_unit_id: string | null
}) {
  return {
    recipient: row.recipient_name,
    recipientUnit: row.recipient_unit_name,
    award: row.award_name,
    awardCode: row.award_code,
    method: row.method,
    awardPeriod: row.period_id,
    achievedFrom: row.achieved_from,
    achievedTo: row.achieved_to,
    achievement: row.achievement,
    decisionNumber: row.decision_number,
    decisionOn: row.decision_on,
    year: row.decision_year,
    issuer: row.issuer,
    signer: row.signer,
    matchedTo: row.person_id ?? row.recipient_unit_id,
  }
}
