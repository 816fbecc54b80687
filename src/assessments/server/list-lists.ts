import { sql } from 'kysely'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import { foldForSearch } from '../../kernel/vietnamese-text.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import type { AwardPeriod } from '../domain/periods.ts'
import type { RatingListState } from '../domain/permissions.ts'
import { periodsOf } from './periods.ts'

const PAGE_SIZE = 50

type Filter = { periodId?: string; q?: string; state?: RatingListState | 'none'; page: number }
type Counts = { htxsnv: number; httnv: number; htnv: number; khtnv: number; notRated: number }
type ListedUnit = {
  unitId: string
  unitName: string
  parentName: string | null
  state: RatingListState | null
  inCorrection: boolean
  people: number
  counts: Counts
  changedAt: string | null
}
type Lists = {
  period: AwardPeriod | null
  periods: AwardPeriod[]
  units: ListedUnit[]
  total: number
  page: number
  pageSize: number
}

/** The units whose facts the actor reads, in protocol order, with how far each has come with its list of one period. */
export async function listLists(tx: Tx, filter: Filter): Promise<Result<Lists>> {
  const periods = await periodsOf(tx)
  const begun = periods.filter((one) => one.from <= tx.today)
  const period =
    filter.periodId === undefined ? (begun[0] ?? periods[0]) : periods.find((one) => one.id === filter.periodId)
  if (filter.periodId !== undefined && !period) return refuse('not-found')
  const none = { period: period ?? null, periods, units: [], total: 0, page: filter.page, pageSize: PAGE_SIZE }
  if (!period) return ok(none)

  const patterns = foldForSearch(filter.q ?? '')
    .split(' ')
    .filter(Boolean)
    .map((word) => `%${word}%`)
  if (filter.q && patterns.length === 0) return ok(none)
  const chosen = sql`
    from app.unit u
    left join app.rating_list l on l.unit_id = u.id and l.period_id = ${period.id}::uuid
    left join app.unit above on above.id = u.parent_id
    where not u.beside and u.valid_from <= ${period.to}::date and coalesce(u.valid_to, 'infinity') >= ${period.from}::date
      and ((select app.sees_all_facts()) or get_bit((select app.fact_bits()), u.unit_no) = 1)
      and (cardinality(${patterns}::text[]) = 0 or u.name_search like all (${patterns}::text[]))
      and (${filter.state ?? ''} = '' or coalesce(l.state, 'none') = ${filter.state ?? ''})`
  const counted = await sql<{ total: number }>`select count(*)::int as total ${chosen}`.execute(tx.db)
  const { rows } = await sql<
    Omit<ListedUnit, 'people' | 'counts' | 'changedAt'> & { listId: string | null; changedAt: Date | null }
  >`
    select u.id as "unitId", u.name as "unitName", above.name as "parentName", l.state, l.id as "listId",
      coalesce(l.correction_reason is not null, false) as "inCorrection", greatest(l.prepared_at, l.decided_at) as "changedAt"
    ${chosen}
    order by u.parent_id is not null, above.order_no, above.name, u.order_no, u.name, u.id
    limit ${PAGE_SIZE} offset ${(filter.page - 1) * PAGE_SIZE}`.execute(tx.db)
  const people = await peopleCounted(
    tx,
    rows.map((row) => row.unitId),
    period,
  )
  const counts = await countsOf(
    tx,
    rows.map((row) => row.listId).filter((one) => one !== null),
  )
  return ok({
    ...none,
    units: rows.map(({ listId, changedAt, ...row }) => ({
      ...row,
      people: people.get(row.unitId) ?? 0,
      counts: counts.get(listId ?? '') ?? { ...EMPTY },
      changedAt: changedAt?.toISOString() ?? null,
    })),
    total: counted.rows[0]?.total ?? 0,
  })
}

const EMPTY: Counts = { htxsnv: 0, httnv: 0, htnv: 0, khtnv: 0, notRated: 0 }

async function peopleCounted(
  tx: Tx,
  unitIds: readonly string[],
  { from, to }: AwardPeriod,
): Promise<Map<string, number>> {
  const { rows } = await sql<{ unitId: string; people: number }>`
    select unit_id as "unitId", people from app.people_counted(${[...unitIds]}::uuid[], ${from}::date, ${to}::date)`.execute(
    tx.db,
  )
  return new Map(rows.map((row) => [row.unitId, row.people]))
}

/** How many people each sheet gives each level, as it is written now. */
async function countsOf(tx: Tx, listIds: readonly string[]): Promise<Map<string, Counts>> {
  const found = new Map<string, Counts>()
  if (listIds.length === 0) return found
  const { rows } = await sql<{ listId: string; what: keyof Counts; many: number }>`
    select list_id as "listId", coalesce(level, 'notRated') as what, count(*)::int as many from app.rating_entry
    where list_id = any(${[...listIds]}::uuid[]) and person_id is not null and (level is not null or not_rated is not null)
    group by 1, 2`.execute(tx.db)
  for (const { listId, what, many } of rows) found.set(listId, { ...EMPTY, ...found.get(listId), [what]: many })
  return found
}
