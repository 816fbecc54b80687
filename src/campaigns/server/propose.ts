import { type Result, refuse } from '../../kernel/result.ts'
import { record } from '../../mechanisms/record/server/index.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import type { CampaignHead } from '../contract.ts'
import { officeCapacity, recorded } from './change.ts'
import { headAfter, openCampaign } from './load-campaign.ts'
import { checkReady } from './readiness.ts'

type Head = Result<{ campaign: CampaignHead }>

/** The standing office puts it before the authority. What is proposed is complete; it may still be corrected, the version tells. */
export async function propose(tx: Tx, input: { id: string; version: number }): Promise<Head> {
  const opened = await openCampaign(tx, input.id, 'propose')
  if (!opened.ok) return opened
  const loaded = opened.value
  if (loaded.row.version !== input.version) return refuse('changed-meanwhile')
  const ready = await checkReady(tx, loaded, 'proposal')
  if (!ready.ok) return ready
  await tx.db
    .updateTable('campaign')
    .set({
      state: 'proposed',
      proposed_at: tx.now,
      proposed_by: tx.actor.kind === 'person' ? tx.actor.personId : null,
      changed_at: tx.now,
    })
    .where('id', '=', input.id)
    .execute()
  await record(tx, 'campaign.proposed', recorded(loaded), { capacity: officeCapacity(tx, loaded) })
  return headAfter(tx, input.id)
}

/** The standing office takes a proposal back before it is decided. */
export async function takeBack(tx: Tx, input: { id: string; version: number }): Promise<Head> {
  const opened = await openCampaign(tx, input.id, 'take-back')
  if (!opened.ok) return opened
  const loaded = opened.value
  await tx.db
    .updateTable('campaign')
    .set({ state: 'draft', proposed_at: null, changed_at: tx.now })
    .where('id', '=', input.id)
    .execute()
  await record(tx, 'campaign.taken-back', recorded(loaded), { capacity: officeCapacity(tx, loaded) })
  return headAfter(tx, input.id)
}
