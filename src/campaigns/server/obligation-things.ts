import { sql } from 'kysely'
import type { ObligationThings } from '../../mechanisms/obligations/server/index.ts'

/** What the ledger of obligations needs to know of a campaign. A campaign the actor may not see is not described. */
export const campaignThings: ObligationThings = {
  async describe(tx, ids) {
    if (ids.length === 0) return new Map()
    const rows = await tx.db
      .selectFrom('campaign')
      .select(['id', 'title', 'closed_on', 'paused_on', 'launched_on'])
      .where('id', 'in', [...ids])
      .execute()
    return new Map(
      rows.map((row) => [
        row.id,
        {
          id: row.id,
          title: row.title,
          closedOn: row.closed_on,
          pausedOn: row.paused_on,
          launchedOn: row.launched_on,
        },
      ]),
    )
  },
  // Shared: fifty units send at once, and each only holds the campaign against being closed or changed, which takes it for itself.
  async lock(tx, id) {
    const { rows } = await sql`select 1 from app.campaign where id = ${id} for share`.execute(tx.db)
    return rows.length > 0
  },
  table: sql`(select id, title, title_search, closed_on, paused_on from app.campaign)`,
}
