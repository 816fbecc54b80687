import { sql } from 'kysely'
import { dayOf } from '../../kernel/plain-date.ts'
import type { ObligationThings } from '../../mechanisms/obligations/server/index.ts'
import { holdId, lockId } from '../../platform/database/lock-id.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'

/** What the ledger of obligations needs to know of work given outside a campaign: it is never paused, and nothing comes before it was given. */
export const assignmentThings: ObligationThings = {
  async describe(tx, ids) {
    if (ids.length === 0) return new Map()
    const rows = await tx.db
      .selectFrom('assignment')
      .select(['id', 'title', 'closed_on', 'made_at'])
      .where('id', 'in', [...ids])
      .execute()
    return new Map(
      rows.map((row) => [
        row.id,
        { id: row.id, title: row.title, closedOn: row.closed_on, pausedOn: null, launchedOn: dayOf(row.made_at) },
      ]),
    )
  },
  // Shared, as of a campaign: units do not wait for each other, only for whoever changes or closes it.
  async lock(tx, id) {
    await holdId(tx, lockOf(id))
    return (await assignmentThings.describe(tx, [id])).get(id)
  },
  table: sql`(select id, title, title_search, closed_on, null::date as paused_on from app.assignment)`,
}

/** Its duties are changed under its lock, so that none is met while it is being changed or closed. */
export async function lockAssignment(tx: Tx, id: string): Promise<void> {
  await lockId(tx, lockOf(id))
}

/** By name and not by its row: units that owe something of it may read it and not change it, and could not lock it. */
function lockOf(id: string): string {
  return `assignment ${id}`
}
