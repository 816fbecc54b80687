import { type PublishedCampaign, publishedCampaign, publishedCampaigns } from '../../campaigns/server/index.ts'
import type { PlainDate } from '../../kernel/plain-date.ts'
import { ok, type Result } from '../../kernel/result.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'

/** What every public page says around its content. */
export type House = { organisation: string; today: PlainDate }

export type PublicCampaign = House & PublishedCampaign
export type PublicList = House & { campaigns: PublishedCampaign['campaign'][] }

/** All that is published, for the public list. Runs as the public: what is not published is not there. */
export async function publicList(tx: Tx): Promise<Result<PublicList>> {
  const found = await publishedCampaigns(tx)
  return found.ok ? ok({ ...(await house(tx)), campaigns: found.value }) : found
}

/** One published campaign with its plan and its files; refuses with `not-found` whatever is not published. */
export async function publicCampaign(tx: Tx, id: string): Promise<Result<PublicCampaign>> {
  const found = await publishedCampaign(tx, id)
  return found.ok ? ok({ ...(await house(tx)), ...found.value }) : found
}

/** The house's name; before it is set up there is none. */
export async function house(tx: Tx): Promise<House> {
  const root = await tx.db.selectFrom('unit').select('name').where('parent_id', 'is', null).executeTakeFirst()
  return { organisation: root?.name ?? 'Thi Đua', today: tx.today }
}
