import type { Result } from '../../kernel/result.ts'
import { record } from '../../mechanisms/record/server/index.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import type { CampaignHead } from '../contract.ts'
import { whyMayNot } from '../domain/permissions.ts'
import { officeCapacity, recorded } from './change.ts'
import { headAfter, openCampaign, thingOf } from './load-campaign.ts'

type Head = Result<{ campaign: CampaignHead }>

/** A separate act, off by default: anybody may read the campaign's public page and its plan, or no longer. */
export async function publish(tx: Tx, input: { id: string; published: boolean }): Promise<Head> {
  const opened = await openCampaign(tx, input.id, 'see')
  if (!opened.ok) return opened
  const loaded = opened.value
  // Asked as if it were not yet so: the second click finds it done, for whoever might have done it.
  const before = { ...thingOf(loaded), published: !input.published }
  const refused = whyMayNot(tx.actor, input.published ? 'publish' : 'unpublish', before)
  if (refused) return { ok: false, refusal: refused }
  if (thingOf(loaded).published === input.published) return headAfter(tx, input.id)
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
  await showFiles(tx, loaded.row.document_id, input.published)
  await record(tx, input.published ? 'campaign.published' : 'campaign.unpublished', recorded(loaded), {
    capacity: officeCapacity(tx, loaded),
  })
  return headAfter(tx, input.id)
}

/** Of a plan with a signed file that alone is the paper; what it was drafted from stays inside the house. */
async function showFiles(tx: Tx, documentId: string, published: boolean): Promise<void> {
  const files = await tx.db.selectFrom('document_file').select('role').where('document_id', '=', documentId).execute()
  const shown = files.some((file) => file.role === 'signed') ? 'signed' : 'source'
  await tx.db
    .updateTable('document_file')
    .set({ is_public: published })
    .where('document_id', '=', documentId)
    .where('role', '=', shown)
    .execute()
}
