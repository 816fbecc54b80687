import { sql } from 'kysely'
import type { Tx } from '../../platform/database/unit-of-work.ts'

/**
 * The plan of the campaign goes to these units, where it has not gone yet: without it nobody there would see what it asks of them. The caller
 * has asked whether the actor may.
 */
export async function sendPlan(
  tx: Tx,
  campaignId: string,
  units: readonly { id: string; unitNo: number }[],
): Promise<void> {
  if (units.length === 0) return
  const [ids, nos] = [units.map((unit) => unit.id), units.map((unit) => unit.unitNo)]
  await sql`
    insert into app.document_unit (document_id, unit_id, unit_no, sent_at)
    select c.document_id, u.id, u.no, ${tx.now} from app.campaign c, unnest(${ids}::uuid[], ${nos}::integer[]) as u (id, no)
    where c.id = ${campaignId} on conflict do nothing`.execute(tx.db)
}
