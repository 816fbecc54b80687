import { ok, type Result } from '../../kernel/result.ts'
import { foldForSearch } from '../../kernel/vietnamese-text.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import type { CampaignSummary } from '../contract.ts'
import { whyMayNot, whyMayNotCreate } from '../domain/permissions.ts'
import type { CampaignState } from '../domain/states.ts'
import { type LoadedCampaign, loadCampaigns, thingOf, toSummary } from './load-campaign.ts'

const PAGE_SIZE = 20

type Filter = { q?: string; state?: CampaignState; page: number }
type Page = {
  campaigns: CampaignSummary[]
  total: number
  page: number
  pageSize: number
  actions: { create?: { whyNot: string | null } }
}

/** The campaigns the actor may see, newest change first. An office has dozens a year, not thousands: they are counted after judging each. */
export async function listCampaigns(tx: Tx, filter: Filter): Promise<Result<Page>> {
  const seen = await seenCampaigns(tx, filter)
  const start = (filter.page - 1) * PAGE_SIZE
  return ok({
    campaigns: seen.slice(start, start + PAGE_SIZE).map(toSummary),
    total: seen.length,
    page: filter.page,
    pageSize: PAGE_SIZE,
    actions: whyMayNotCreate(tx.actor) === undefined ? { create: { whyNot: null } } : {},
  })
}

/** All campaigns of the list, without its pages. */
export async function seenCampaigns(tx: Tx, filter: Omit<Filter, 'page'>): Promise<LoadedCampaign[]> {
  const words = foldForSearch(filter.q ?? '')
    .split(' ')
    .filter(Boolean)
  const loaded = await loadCampaigns(tx, (query) => {
    const sorted = query.orderBy('campaign.changed_at', 'desc').orderBy('campaign.id')
    return filter.state ? sorted.where('campaign.state', '=', filter.state) : sorted
  })
  return loaded.filter((one) => maySee(tx, one) && tells(one, words))
}

/** Every word stands in the name, the theme or the number of the paper. */
function tells({ row, number }: LoadedCampaign, words: readonly string[]): boolean {
  const text = `${row.title_search} ${foldForSearch(`${row.theme ?? ''} ${number ?? ''}`)}`
  return words.every((word) => text.includes(word))
}

export function maySee(tx: Tx, loaded: LoadedCampaign): boolean {
  return whyMayNot(tx.actor, 'see', thingOf(loaded)) === undefined
}
