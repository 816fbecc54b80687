import { sql } from 'kysely'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import { carriedPath } from '../../organisation/server/index.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { fileShape, findFiles } from '../../platform/files/file-rows.ts'
import type { AwardShape } from '../contract.ts'
import { isLikelyDouble } from '../domain/checks.ts'
import { whyMayNotKeep } from '../domain/permissions.ts'
import { type AwardRow, awardShapesOf, findAwardRow } from './award-rows.ts'
import { birthText, type Candidate, candidatesFor } from './candidates.ts'
import { IN_ORDER } from './list-awards.ts'
import { sameOrNot } from './save-award.ts'

type Act = { whyNot: string | null }
type OneAward = {
  award: AwardShape
  birth: string | null
  file: ReturnType<typeof fileShape> | null
  others: AwardShape[]
  doubles: string[]
  candidates: (Omit<Candidate, 'evidence'> & { evidence: Pick<Candidate['evidence'], 'birth' | 'unit'> })[]
  actions: { change?: Act; void?: Act; match?: Act; unmatch?: Act }
}

/** One entry, what else its recipient was given, and for who keeps it who the recipient may be. */
export async function readAward(tx: Tx, input: { id: string }): Promise<Result<OneAward>> {
  const row = await findAwardRow(tx, input.id)
  if (!row) return refuse('not-found')
  const [award] = await awardShapesOf(tx, [row])
  if (!award) return refuse('not-found')
  const keeps = whyMayNotKeep(tx.actor, await carriedPath(tx, row.keeper_unit_id)) === undefined
  const written = keeps ? await writtenRecipient(tx, row) : undefined
  const others = await sameRecipient(tx, row, written?.key ?? null)
  const [file] = row.file_id === null ? [] : await findFiles(tx, [row.file_id])
  const isMatched = row.person_id !== null || row.recipient_unit_id !== null
  const candidates =
    written && !isMatched && row.voided_at === null ? await candidatesFor(tx, row.recipient_kind, written) : []
  const act: Act = { whyNot: null }
  const open = keeps && row.voided_at === null
  return ok({
    award,
    birth: written?.birth ?? null,
    file: file ? fileShape(file) : null,
    others: await awardShapesOf(tx, others),
    doubles: others.filter((other) => isLikelyDouble(sameOrNot(other), sameOrNot(row))).map((other) => other.id),
    candidates: candidates.map(({ evidence: { sure: _, ...evidence }, ...one }) => ({ ...one, evidence })),
    actions: open ? { change: act, void: act, ...(isMatched ? { unmatch: act } : { match: act }) } : {},
  })
}

async function writtenRecipient(tx: Tx, row: AwardRow) {
  const detail = await tx.db
    .selectFrom('award_recipient')
    .select(['birth_on', 'birth_precision', 'recipient_key'])
    .where('award_id', '=', row.id)
    .executeTakeFirst()
  if (!detail) return undefined
  const birth = birthText(detail.birth_on, detail.birth_precision)
  return { name: row.recipient_name, unitName: row.recipient_unit_name, birth, key: detail.recipient_key }
}

async function sameRecipient(tx: Tx, row: AwardRow, key: string | null): Promise<AwardRow[]> {
  const { rows } = await sql<AwardRow>`
    select a.* from app.award a
    where a.id <> ${row.id}::uuid and a.voided_at is null and (
      a.person_id = ${row.person_id}::uuid or a.recipient_unit_id = ${row.recipient_unit_id}::uuid
      or a.id in (select r.award_id from app.award_recipient r where r.recipient_key = ${key}))
    ${IN_ORDER} limit 200`.execute(tx.db)
  return rows
}

type OfRecipient = { name: string; awards: AwardShape[]; doubles: string[] }

/** Everything in the registry that is known to be one person's. */
export async function readAwardsOfPerson(tx: Tx, { personId }: { personId: string }): Promise<Result<OfRecipient>> {
  const person = await tx.db.selectFrom('person').select('full_name').where('id', '=', personId).executeTakeFirst()
  return person ? ok(await ofRecipient(tx, 'person_id', personId, person.full_name)) : refuse('not-found')
}

export async function readAwardsOfUnit(tx: Tx, { unitId }: { unitId: string }): Promise<Result<OfRecipient>> {
  const unit = await tx.db.selectFrom('unit').select('name').where('id', '=', unitId).executeTakeFirst()
  return unit ? ok(await ofRecipient(tx, 'recipient_unit_id', unitId, unit.name)) : refuse('not-found')
}

async function ofRecipient(
  tx: Tx,
  column: 'person_id' | 'recipient_unit_id',
  id: string,
  name: string,
): Promise<OfRecipient> {
  const { rows } = await sql<AwardRow>`
    select a.* from app.award a where a.${sql.ref(column)} = ${id}::uuid and a.voided_at is null ${IN_ORDER}`.execute(
    tx.db,
  )
  const doubles = rows.filter((row) =>
    rows.some((other) => other.id !== row.id && isLikelyDouble(sameOrNot(row), sameOrNot(other))),
  )
  return { name, awards: await awardShapesOf(tx, rows), doubles: doubles.map((row) => row.id) }
}
