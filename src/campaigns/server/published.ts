import { ok, type Result, refuse } from '../../kernel/result.ts'
import type { FactShape } from '../../mechanisms/documents/contract.ts'
import { factsOf } from '../../mechanisms/documents/server/index.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import type { CampaignSummary } from '../contract.ts'
import { type DocumentShape, documentOf } from './get-campaign.ts'
import { loadCampaigns, toSummary } from './load-campaign.ts'

export type PublishedCampaign = { campaign: CampaignSummary; document: DocumentShape; facts: FactShape[] }

/** One published campaign, for the public page: what is not published is not found, whoever asks. */
export async function publishedCampaign(tx: Tx, id: string): Promise<Result<PublishedCampaign>> {
  const [loaded] = await loadCampaigns(tx, (query) =>
    query.where('campaign.id', '=', id).where('campaign.published_at', 'is not', null),
  )
  if (!loaded) return refuse('not-found')
  return ok({
    campaign: toSummary(loaded),
    document: await documentOf(tx, loaded.row.document_id),
    facts: await factsOf(tx, loaded.row.document_id, false),
  })
}

/** All published campaigns, the newest launch first. */
export async function publishedCampaigns(tx: Tx): Promise<Result<CampaignSummary[]>> {
  const loaded = await loadCampaigns(tx, (query) =>
    query.where('campaign.published_at', 'is not', null).orderBy('campaign.launched_on', 'desc').limit(200),
  )
  return ok(loaded.map(toSummary))
}
