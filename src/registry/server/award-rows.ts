import type { Selectable } from 'kysely'
import { periodName } from '../../assessments/index.ts'
import { periodsOf } from '../../assessments/server/index.ts'
import type { AwardTable } from '../../platform/database/tables.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import type { AwardShape } from '../contract.ts'

export type AwardRow = Selectable<AwardTable>

export async function findAwardRow(tx: Tx, id: string): Promise<AwardRow | undefined> {
  return tx.db.selectFrom('award').selectAll().where('id', '=', id).executeTakeFirst()
}

/** As the wire shows them. Who a matched person is, is told only to who sees the person; his name on the decision everybody reads. */
export async function awardShapesOf(tx: Tx, rows: readonly AwardRow[]): Promise<AwardShape[]> {
  if (rows.length === 0) return []
  const personIds = rows.flatMap((row) => row.person_id ?? [])
  const seen =
    personIds.length === 0 ? [] : await tx.db.selectFrom('person').select('id').where('id', 'in', personIds).execute()
  const seenIds = new Set(seen.map((person) => person.id))
  const keepers = await tx.db
    .selectFrom('unit')
    .select(['id', 'name'])
    .where('id', 'in', [...new Set(rows.map((row) => row.keeper_unit_id))])
    .execute()
  const keeperNames = new Map(keepers.map((unit) => [unit.id, unit.name]))
  const periods = new Map((await periodsOf(tx)).map((period) => [period.id, periodName(period)]))
  return rows.map((row) => ({
    id: row.id,
    recipient: {
      kind: row.recipient_kind,
      name: row.recipient_name,
      unitName: row.recipient_unit_name,
      id: row.recipient_unit_id ?? (row.person_id !== null && seenIds.has(row.person_id) ? row.person_id : null),
      matched: row.person_id !== null || row.recipient_unit_id !== null,
    },
    awardCode: row.award_code,
    awardName: row.award_name,
    method: row.method,
    periodId: row.period_id,
    periodName: row.period_id === null ? null : (periods.get(row.period_id) ?? null),
    achievedFrom: row.achieved_from,
    achievedTo: row.achieved_to,
    achievement: row.achievement,
    decisionNumber: row.decision_number,
    decisionOn: row.decision_on,
    year: row.decision_year,
    issuer: row.issuer,
    signer: row.signer,
    source: row.source,
    keeperUnitName: keeperNames.get(row.keeper_unit_id) ?? '',
    enteredByName: row.entered_by_name,
    enteredAt: row.entered_at.toISOString(),
    version: row.version,
    voided: row.voided_at === null ? null : { at: row.voided_at.toISOString(), reason: row.void_reason ?? '' },
  }))
}

export async function awardShape(tx: Tx, id: string): Promise<AwardShape> {
  const row = await findAwardRow(tx, id)
  const [shape] = row ? await awardShapesOf(tx, [row]) : []
  if (!shape) throw new Error(`no award ${id}`)
  return shape
}
