import { ok, type Result } from '../../kernel/result.ts'
import { record } from '../../mechanisms/record/server/index.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { officeCapacity, recorded } from './change.ts'
import { openCampaign } from './load-campaign.ts'

/** Throws a draft away that was never launched: the record keeps that it was there, and who discarded it. */
export async function discard(tx: Tx, input: { id: string }): Promise<Result<{ done: true }>> {
  const opened = await openCampaign(tx, input.id, 'discard')
  if (!opened.ok) return opened
  const { row } = opened.value
  await tx.db.deleteFrom('campaign_task').where('campaign_id', '=', row.id).execute()
  await tx.db.deleteFrom('campaign_task_unit').where('campaign_id', '=', row.id).execute()
  await tx.db.deleteFrom('campaign_unit').where('campaign_id', '=', row.id).execute()
  await tx.db.deleteFrom('campaign').where('id', '=', row.id).execute()
  await tx.db
    .deleteFrom('document_fact')
    .where('document_id', '=', row.document_id)
    .where('parent_id', 'is not', null)
    .execute()
  await tx.db.deleteFrom('document_fact').where('document_id', '=', row.document_id).execute()
  await tx.db.deleteFrom('document_file').where('document_id', '=', row.document_id).execute()
  await tx.db.deleteFrom('document').where('id', '=', row.document_id).execute()
  await record(tx, 'campaign.discarded', recorded(opened.value), { capacity: officeCapacity(tx, opened.value) })
  return ok({ done: true })
}
