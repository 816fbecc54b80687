import { refusal } from '../../kernel/result.ts'
import type { DocumentOwner } from '../../mechanisms/documents/server/index.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { whyMayNot } from '../domain/permissions.ts'
import { isBeforeLaunch } from '../domain/states.ts'
import { contentChanged, followFacts, officeCapacity } from './change.ts'
import { findCampaign, type LoadedCampaign, loadCampaigns, lockCampaign, thingOf } from './load-campaign.ts'

/** The plan belongs to its campaign: who may review that, may change its facts; a change may cost a consent. */
export const planOwner: DocumentOwner = {
  async lockForChange(tx, documentId) {
    const seen = await campaignOf(tx, documentId)
    if (!seen) return { refused: refusal('not-found') }
    await lockCampaign(tx, seen.row.id)
    const loaded = await findCampaign(tx, seen.row.id)
    if (!loaded) return { refused: refusal('not-found') }
    const refused = whyMayNot(tx.actor, 'review', thingOf(loaded))
    if (refused?.code === 'wrong-campaign-state' && !isBeforeLaunch(loaded.row.state)) {
      return { refused: refusal('document-closed') }
    }
    return refused ? { refused } : { id: loaded.row.id, name: loaded.row.title, capacity: officeCapacity(tx, loaded) }
  },
  async changed(tx, documentId) {
    const loaded = await campaignOf(tx, documentId)
    if (!loaded) throw new Error(`no campaign for document ${documentId}`)
    await followFacts(tx, loaded)
    return contentChanged(tx, loaded, 'dữ kiện của văn bản đã được sửa')
  },
}

async function campaignOf(tx: Tx, documentId: string): Promise<LoadedCampaign | undefined> {
  const [found] = await loadCampaigns(tx, (query) => query.where('campaign.document_id', '=', documentId))
  return found
}
