import type { Result } from '../../kernel/result.ts'
import { record } from '../../mechanisms/record/server/index.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import type { CampaignHead } from '../contract.ts'
import { officeCapacity, recorded } from './change.ts'
import { findCampaign, headAfter, openCampaign } from './load-campaign.ts'

type Head = Result<{ campaign: CampaignHead }>

/** A separate act, off by default: anybody may read the campaign's public page and its plan, or no longer. */
export async function publish(tx: Tx, input: { id: string; published: boolean }): Promise<Head> {
  const before = await findCampaign(tx, input.id)
  const already = before !== undefined && (before.row.published_at !== null) === input.published
  const opened = await openCampaign(tx, input.id, already ? 'see' : input.published ? 'publish' : 'unpublish')
  if (!opened.ok) return opened
  if (already) return headAfter(tx, input.id)
  const loaded = opened.value
  await tx.db
    .updateTable('campaign')
    .set({ published_at: input.published ? tx.now : null, changed_at: tx.now })
    .where('id', '=', input.id)
    .execute()
  await tx.db
    .updateTable('document')
    .set({ is_public: input.published })
    .where('id', '=', loaded.row.document_id)
    .execute()
  await record(tx, input.published ? 'campaign.published' : 'campaign.unpublished', recorded(loaded), {
    capacity: officeCapacity(tx, loaded),
  })
  return headAfter(tx, input.id)
}

/** The campaign is over: what is still owed is no longer urged and can no longer be done. */
export async function close(tx: Tx, input: { id: string; reason: string }): Promise<Head> {
  const opened = await openCampaign(tx, input.id, 'close')
  if (!opened.ok) return opened
  const loaded = opened.value
  await tx.db
    .updateTable('campaign')
    .set({ state: 'closed', closed_at: tx.now, closed_on: tx.today, close_reason: input.reason, changed_at: tx.now })
    .where('id', '=', input.id)
    .execute()
  await record(tx, 'campaign.closed', recorded(loaded), {
    capacity: officeCapacity(tx, loaded),
    detail: { reason: input.reason },
  })
  return headAfter(tx, input.id)
}
