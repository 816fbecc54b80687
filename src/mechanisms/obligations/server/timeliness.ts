import { type RawBuilder, sql } from 'kysely'
import { ok, type Result } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/database/unit-of-work.ts'
import type { ObligationShape, Outcome, TimelinessFilter, TimelinessRow } from '../contract.ts'
import { inGivenOrder } from './ledger/list-ledger.ts'
import { toShape } from './load-obligations.ts'
import { seenObligations, unitNosBelow } from './seen.ts'
import type { ObligationThings } from './things.ts'

export type CountedBy = 'unit' | 'month' | 'unit-month'

/** What is counted; `owedTo`: of what is owed to these units alone. */
type Counted = TimelinessFilter & { owedTo?: readonly string[] }

/**
 * Timeliness, counted here and nowhere else: of what fell due between two days, how much was there by its last day, how much came later,
 * how much never did. The day that counts is the day of arrival; the last day is the one with what was prolonged. Of what the actor sees.
 */
export async function timelinessOf(
  tx: Tx,
  things: ObligationThings,
  filter: Counted,
  by: CountedBy,
): Promise<TimelinessRow[]> {
  const [unit, month] = [by !== 'month', by !== 'unit']
  const unitId = unit ? sql`o.unit_id` : sql`null::uuid`
  const monthOf = month ? sql`date_trunc('month', o.last_day::timestamp)` : sql`null::timestamp`
  const of = (outcome: Outcome) => sql`coalesce(sum(o.count) filter (where o.outcome = ${outcome}), 0)::int`
  const { rows } = await sql<Omit<TimelinessRow, 'share'>>`
    select c."unitId", u.name as "unitName", to_char(c.month, 'YYYY-MM') as month, c."onTime", c."doneLate", c."notDone", c.running from (
      select o."unitId", o.month, ${of('on-time')} as "onTime", ${of('done-late')} as "doneLate", ${of('not-done')} as "notDone",
        ${of('running')} as running
      from (
        select ${unitId} as "unitId", ${monthOf} as month, o.outcome, count(*) as count
        from (${await outcomes(tx, things, filter)}) o where o.outcome is not null group by 1, 2, 3
      ) o group by 1, 2
    ) c left join app.unit u on u.id = c."unitId" order by u.order_no, u.name, c."unitId", c.month`.execute(tx.db)
  return rows.map((row) => {
    const due = row.onTime + row.doneLate + row.notDone
    return { ...row, share: due === 0 ? null : row.onTime / due }
  })
}

/** One row per obligation with its outcome, found once however often it is asked about (`offset 0`); null for what is not counted. */
async function outcomes(tx: Tx, things: ObligationThings, filter: Counted): Promise<RawBuilder<unknown>> {
  const all: RawBuilder<boolean>[] = [await seenObligations(tx)]
  if (filter.thingId) all.push(sql`obligation.thing_id = ${filter.thingId}::uuid`)
  if (filter.unitId) all.push(sql`obligation.unit_no = any(${await unitNosBelow(tx, filter.unitId)}::int[])`)
  if (filter.owedTo) all.push(sql`obligation.owed_to_unit_id = any(${[...filter.owedTo]}::uuid[])`)
  if (filter.kind) all.push(sql`obligation.kind = ${filter.kind}`)
  if (filter.from) all.push(sql`obligation.last_day >= ${filter.from}::date`)
  if (filter.to) all.push(sql`obligation.last_day <= ${filter.to}::date`)
  // While its thing is paused or after it has closed time stands still: late is what was late then.
  const asOf = sql`coalesce(t.closed_on, t.paused_on, ${tx.today}::date)`
  return sql`
    select obligation.id, obligation.unit_id, obligation.last_day, case
      when obligation.state = 'done' and obligation.done_on <= obligation.last_day then 'on-time'
      when obligation.state = 'done' then 'done-late'
      when obligation.state = 'exempt' then null
      when obligation.last_day < ${asOf} then 'not-done'
      when t.closed_on is null then 'running' end as outcome
    from app.obligation join ${things.table} as t on t.id = obligation.thing_id
    where ${sql.join(all, sql` and `)} offset 0`
}

/** The counts as an operation. */
export function timeliness(things: ObligationThings) {
  return async (tx: Tx, input: TimelinessFilter & { by: CountedBy }): Promise<Result<{ rows: TimelinessRow[] }>> => {
    const { by, ...filter } = input
    return ok({ rows: await timelinessOf(tx, things, filter, by) })
  }
}

const PAGE_SIZE = 50
type Rows = { rows: ObligationShape[]; total: number; page: number; pageSize: number }

/** The obligations behind one figure, first due first. */
export function timelinessRows(things: ObligationThings) {
  return async (tx: Tx, input: TimelinessFilter & { outcome: Outcome; page: number }): Promise<Result<Rows>> => {
    const { outcome, page, ...filter } = input
    const { rows } = await sql<{ id: string; total: number }>`
      select o.id, (count(*) over ())::int as total from (${await outcomes(tx, things, filter)}) o where o.outcome = ${outcome}
      order by o.last_day, o.id limit ${PAGE_SIZE} offset ${(page - 1) * PAGE_SIZE}`.execute(tx.db)
    const loaded = await inGivenOrder(
      tx,
      things,
      rows.map((row) => row.id),
    )
    const shapes = loaded.map((one) => toShape(tx, one))
    return ok({ rows: shapes, total: rows[0]?.total ?? 0, page, pageSize: PAGE_SIZE })
  }
}
