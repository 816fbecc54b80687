import { type Selectable, sql } from 'kysely'
import type { ObligationThing, ObligationThings } from '../../mechanisms/obligations/server/index.ts'
import type { CampaignTable } from '../../platform/database/tables.ts'

const COLUMNS = ['id', 'title', 'closed_on', 'paused_on', 'launched_on'] as const

function toThing(row: Pick<Selectable<CampaignTable>, (typeof COLUMNS)[number]>): ObligationThing {
  return {
    id: row.id,
    title: row.title,
    closedOn: row.closed_on,
    pausedOn: row.paused_on,
    launchedOn: row.launched_on,
  }
}

/** What the ledger of obligations needs to know of a campaign. A campaign the actor may not see is not described. */
export const campaignThings: ObligationThings = {
  async describe(tx, ids) {
    if (ids.length === 0) return new Map()
    const rows = await tx.db
      .selectFrom('campaign')
      .select(COLUMNS)
      .where('id', 'in', [...ids])
      .execute()
    return new Map(rows.map((row) => [row.id, toThing(row)]))
  },
  // Shared: fifty units send at once, and each only holds the campaign against being closed or changed, which takes it for itself.
  async lock(tx, id) {
    const row = await tx.db.selectFrom('campaign').select(COLUMNS).where('id', '=', id).forShare().executeTakeFirst()
    return row && toThing(row)
  },
  table: sql`(select id, title, title_search, closed_on, paused_on from app.campaign)`,
}
