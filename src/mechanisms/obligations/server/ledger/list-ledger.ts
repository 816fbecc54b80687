import { type RawBuilder, sql } from 'kysely'
import { ok, type Result } from '../../../../kernel/result.ts'
import type { Tx } from '../../../../platform/database/unit-of-work.ts'
import type { LedgerFilter, ObligationShape } from '../../contract.ts'
import { MOST_AT_ONCE } from '../../domain/at-once.ts'
import { type LoadedObligation, loadObligations, toShape } from '../load-obligations.ts'
import { seenObligations } from '../seen.ts'
import type { ObligationThings } from '../things.ts'
import { among, atRest, chosenInLedger, monthDays, seenThings } from './choose.ts'

const PAGE_SIZE = 50
const COUNTED = 10_000

export type Sort = 'day' | '-day'
type Page = {
  today: string
  rows: ObligationShape[]
  total: number
  totalIsMore: boolean
  page: number
  pageSize: number
}

/** «Sổ việc»: every obligation the actor may see, by last day. Counted exactly to 10,000; beyond that it says so. */
export function listLedger(things: ObligationThings) {
  return async (tx: Tx, input: LedgerFilter & { sort?: Sort | undefined; page: number }): Promise<Result<Page>> => {
    const chosen = await chosenInLedger(tx, things, input)
    const page = sql`order by ${inOrder(input.sort)} limit ${PAGE_SIZE} offset ${(input.page - 1) * PAGE_SIZE}`
    // What may walk through everything there is walks once: few are found, counted and then sorted. Of many the order's own index gives a
    // page at once, which for few would walk through everything.
    const { rows: found } = await sql<{ total: number; ids: string[] }>`
      with obligation as materialized (select id, last_day from app.obligation where ${chosen} limit ${COUNTED + 1})
      select (select count(*) from obligation)::int as total, array(select id from obligation ${page}) as ids`.execute(
      tx.db,
    )
    const { total, ids: few } = found[0] ?? { total: 0, ids: [] }
    const loaded = await inGivenOrder(tx, things, total > COUNTED ? await idsOf(tx, chosen, page) : few)
    return ok({
      today: tx.today,
      rows: loaded.map((one) => toShape(tx, one)),
      total: Math.min(total, COUNTED),
      totalIsMore: total > COUNTED,
      page: input.page,
      pageSize: PAGE_SIZE,
    })
  }
}

async function idsOf(tx: Tx, chosen: RawBuilder<boolean>, page: RawBuilder<unknown>): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from app.obligation where ${chosen} ${page}`.execute(tx.db)
  return rows.map((row) => row.id)
}

export function inOrder(sort: Sort | undefined) {
  return sort === '-day' ? sql`obligation.last_day desc, obligation.id desc` : sql`obligation.last_day, obligation.id`
}

/** The obligations with these ids, in this order. */
export async function inGivenOrder(
  tx: Tx,
  things: ObligationThings,
  ids: readonly string[],
): Promise<LoadedObligation[]> {
  if (ids.length === 0) return []
  const loaded = await loadObligations(tx, things, (query) => query.where('obligation.id', 'in', [...ids]))
  const byId = new Map(loaded.map((one) => [one.id, one]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** The ids that match, as many as one act takes; `isMore` when there are others. */
export function ledgerIds(things: ObligationThings) {
  return async (tx: Tx, filter: LedgerFilter): Promise<Result<{ ids: string[]; isMore: boolean }>> => {
    const chosen = await chosenInLedger(tx, things, filter)
    const ids = await idsOf(tx, chosen, sql`order by ${inOrder('day')} limit ${MOST_AT_ONCE + 1}`)
    return ok({ ids: ids.slice(0, MOST_AT_ONCE), isMore: ids.length > MOST_AT_ONCE })
  }
}

type Day = {
  day: string
  open: number
  late: number
  done: number
  exempt: number
  rows: { id: string; title: string; unitName: string }[]
}
const SHOWN_A_DAY = 3

/** The same rows by the day they fall due in one month: how many, how they stand, and the first few. */
export function ledgerMonth(things: ObligationThings) {
  return async (tx: Tx, input: LedgerFilter & { month: string }): Promise<Result<{ today: string; days: Day[] }>> => {
    const { month, ...filter } = input
    const { from, to } = monthDays(month)
    const chosen = await chosenInLedger(tx, things, { ...filter, from, to })
    const resting = among(atRest(await seenThings(tx, things)))
    const { rows } = await sql<Day>`
      with found as (
        select obligation.id, obligation.title, obligation.unit_id, obligation.last_day, obligation.state,
          obligation.state = 'open' and obligation.last_day < ${tx.today}::date and not ${resting} as late,
          row_number() over (partition by obligation.last_day order by obligation.state <> 'open', obligation.id) as nth
        from app.obligation where ${chosen}
      )
      select f.last_day as day, (count(*) filter (where f.state = 'open' and not f.late))::int as open,
        (count(*) filter (where f.late))::int as late,
        (count(*) filter (where f.state = 'done'))::int as done, (count(*) filter (where f.state = 'exempt'))::int as exempt,
        coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'title', f.title, 'unitName', u.name) order by f.nth)
          filter (where f.nth <= ${SHOWN_A_DAY}), '[]') as rows
      from found f join app.unit u on u.id = f.unit_id group by f.last_day order by f.last_day`.execute(tx.db)
    return ok({ today: tx.today, days: rows })
  }
}

const THINGS_SHOWN = 300

/** What the ledger may be narrowed to: things of which the actor sees something owed, those still running first. */
export function ledgerThings(things: ObligationThings) {
  return async (
    tx: Tx,
    _input: Record<string, never>,
  ): Promise<Result<{ things: { id: string; title: string }[] }>> => {
    const seen = await seenObligations(tx)
    const { rows } = await sql<{ id: string; title: string }>`
      select t.id, t.title from ${things.table} as t
      where exists (select 1 from app.obligation
        where obligation.thing_kind in ('campaign', 'assignment') and obligation.thing_id = t.id and ${seen})
      order by t.closed_on is not null, t.title limit ${THINGS_SHOWN}`.execute(tx.db)
    return ok({ things: rows })
  }
}
