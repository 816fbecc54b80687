import { type RawBuilder, sql } from 'kysely'
import { followedUnits } from '../../../acting/server/index.ts'
import type { PlainDate } from '../../../kernel/plain-date.ts'
import { foldForSearch } from '../../../kernel/vietnamese-text.ts'
import { seenObligations, unitNosBelow } from '../../../mechanisms/obligations/server/index.ts'
import type { Tx } from '../../../platform/database/unit-of-work.ts'
import type { TakeUpFilter } from '../../contract.ts'
import type { LoadedCampaign } from '../load-campaign.ts'

/** The key of what is owed, the mark left off that tells apart what two units brought into one. */
export const BASE_KEY = sql<string>`(obligation.kind || ':' || split_part(obligation.source_key, ':~', 1))`

export type UnitOwing = {
  unitId: string
  unitNo: number
  unitName: string
  /** With what is waived. */
  all: number
  owed: number
  done: number
  late: number
  open: number
  received: number
  disseminated: number
}

/** The day that tells what is late: while it is paused or after it has closed time stands still. */
export function lateFrom(tx: Tx, { row }: LoadedCampaign): PlainDate {
  return row.closed_on ?? row.paused_on ?? tx.today
}

/** What the actor sees of the campaign's obligations, as conditions on the row `obligation`. */
export async function ofCampaign(tx: Tx, id: string): Promise<RawBuilder<boolean>> {
  return sql`obligation.thing_kind = 'campaign' and obligation.thing_id = ${id}::uuid and ${await seenObligations(tx)}`
}

/** Every unit that owes something of it, in protocol order, narrowed as asked, each with its counts. */
export async function unitsOwing(tx: Tx, loaded: LoadedCampaign, filter: TakeUpFilter): Promise<UnitOwing[]> {
  const asOf = lateFrom(tx, loaded)
  const all: RawBuilder<boolean>[] = [await ofCampaign(tx, loaded.row.id), ...narrowed(filter)]
  if (filter.branchId) all.push(sql`obligation.unit_no = any(${await unitNosBelow(tx, filter.branchId)}::int[])`)
  if (filter.mine) all.push(sql`obligation.unit_id = any(${[...((await followedUnits(tx)) ?? [])]}::uuid[])`)
  for (const word of foldForSearch(filter.q ?? '')
    .split(' ')
    .filter(Boolean)) {
    all.push(sql`u.name_search like ${`%${word}%`}`)
  }
  const { rows } = await sql<UnitOwing>`
    select u.id as "unitId", u.unit_no as "unitNo", u.name as "unitName", count(*)::int as "all",
      count(*) filter (where obligation.state <> 'exempt')::int as owed,
      count(*) filter (where obligation.state = 'done')::int as done,
      count(*) filter (where obligation.state = 'open')::int as open,
      count(*) filter (where obligation.state = 'open' and obligation.last_day < ${asOf}::date)::int as late,
      count(*) filter (where obligation.kind = 'confirm-receipt' and obligation.state = 'done')::int as received,
      count(*) filter (where obligation.kind = 'disseminate' and obligation.state = 'done')::int as disseminated
    from app.obligation join app.unit u on u.id = obligation.unit_id
    where ${sql.join(all, sql` and `)}
    group by u.id order by u.order_no, u.name, u.id`.execute(tx.db)
  return rows.filter((unit) => isIn(unit, filter.state))
}

/** Of which kind of thing, or of which task. */
export function narrowed({ kind, factId }: Pick<TakeUpFilter, 'kind' | 'factId'>): RawBuilder<boolean>[] {
  return [
    ...(kind ? [sql<boolean>`obligation.kind = ${kind}`] : []),
    ...(factId ? [sql<boolean>`obligation.task_fact_id = ${factId}::uuid`] : []),
  ]
}

function isIn(unit: UnitOwing, state: TakeUpFilter['state']): boolean {
  switch (state) {
    case undefined:
      return true
    case 'late':
      return unit.late > 0
    case 'open':
      return unit.open > 0
    case 'done':
      return unit.open === 0
  }
}
