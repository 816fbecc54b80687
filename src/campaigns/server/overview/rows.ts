import { type RawBuilder, sql } from 'kysely'
import { addDays } from '../../../kernel/plain-date.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import {
  inGivenOrder,
  type ObligationShape,
  type ObligationThings,
  seenObligations,
  toObligationShape,
} from '../../../mechanisms/obligations/server/index.ts'
import type { Tx } from '../../../platform/database/unit-of-work.ts'
import type { OverviewRows } from '../../domain/overview-words.ts'

export const WEEK = 7
const PAGE_SIZE = 50

/** Who is shown the page of all campaigns: the authority, the standing office, the auditor. */
export function whyNotLeading({ actor }: Tx) {
  const leads =
    actor.kind === 'person' &&
    actor.grants.some(({ role }) => role === 'authority' || role === 'standing-office' || role === 'auditor')
  return leads ? undefined : refuse('not-yours-to-see', { who: 'người có thẩm quyền và bộ phận thường trực' })
}

/**
 * What a number of the page counts, as a condition on `obligation` beside its thing `t`: the rows a press opens are the rows that were
 * counted. What is paused or closed is neither late nor due.
 */
export function conditionOf(tx: Tx, what: OverviewRows): RawBuilder<boolean> {
  const [today, weekAgo] = [tx.today, addDays(tx.today, -WEEK)]
  const running = sql`obligation.state = 'open' and t.closed_on is null and t.paused_on is null`
  switch (what) {
    case 'late':
      return sql`${running} and obligation.last_day < ${today}::date`
    case 'newly-late':
      return sql`${running} and obligation.last_day < ${today}::date and obligation.last_day >= ${weekAgo}::date`
    case 'due-soon':
      return sql`${running} and obligation.last_day between ${today}::date and ${addDays(today, WEEK)}::date`
    case 'done-lately':
      return sql`obligation.state = 'done' and obligation.done_on > ${weekAgo}::date`
    case 'returned':
      return sql`${running} and exists (select 1 from app.submission s where s.obligation_id = obligation.id and s.state = 'returned')`
    case 'more-time':
      return sql`${running} and exists (select 1 from app.extension_request e where e.obligation_id = obligation.id and e.state = 'open')`
  }
}

/** `from` of all that the actor sees, with their things. */
export async function seenWithThings(tx: Tx, things: ObligationThings): Promise<RawBuilder<unknown>> {
  return sql`app.obligation join ${things.table} as t on t.id = obligation.thing_id and ${await seenObligations(tx)}`
}

/** The ids behind a number, first due first; what was done lately newest first. */
export async function idsOf(tx: Tx, things: ObligationThings, what: OverviewRows, page?: number) {
  const order =
    what === 'done-lately' ? sql`obligation.done_on desc, obligation.id` : sql`obligation.last_day, obligation.id`
  const limit = page === undefined ? sql`` : sql`limit ${PAGE_SIZE} offset ${(page - 1) * PAGE_SIZE}`
  const { rows } = await sql<{ id: string }>`
    select obligation.id from ${await seenWithThings(tx, things)} where ${conditionOf(tx, what)} order by ${order} ${limit}`.execute(
    tx.db,
  )
  return rows.map((row) => row.id)
}

export async function countOf(tx: Tx, things: ObligationThings, what: OverviewRows): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from ${await seenWithThings(tx, things)} where ${conditionOf(tx, what)}`.execute(
    tx.db,
  )
  return rows[0]?.count ?? 0
}

type Rows = { rows: ObligationShape[]; total: number; page: number; pageSize: number }

export function overviewRows(things: ObligationThings) {
  return async (tx: Tx, { what, page }: { what: OverviewRows; page: number }): Promise<Result<Rows>> => {
    const refused = whyNotLeading(tx)
    if (refused) return refused
    const loaded = await inGivenOrder(tx, things, await idsOf(tx, things, what, page))
    const rows = loaded.map((one) => toObligationShape(tx, one))
    return ok({ rows, total: await countOf(tx, things, what), page, pageSize: PAGE_SIZE })
  }
}
