import { sql } from 'kysely'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import { foldForSearch } from '../../kernel/vietnamese-text.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import type { AwardShape } from '../contract.ts'
import { REGISTRY_KEEPERS } from '../domain/permissions.ts'
import { type AwardRow, awardShapesOf } from './award-rows.ts'

const PAGE_SIZE = 50
const COUNTED = 10_000

export type AwardFilter = {
  q?: string | undefined
  code?: string | undefined
  year?: number | undefined
  unitId?: string | undefined
  kind?: 'person' | 'unit' | undefined
  matched?: 'yes' | 'no' | undefined
}
type Listed = {
  awards: AwardShape[]
  total: number
  totalIsMore: boolean
  page: number
  pageSize: number
  years: number[]
  actions: { enter?: { whyNot: string | null } }
}

/** The registry, the latest first. `unitId`: given to that unit or below it, to people who work there now, or kept there. */
export async function listAwards(tx: Tx, filter: AwardFilter & { page: number }): Promise<Result<Listed>> {
  const chosen = await chosenAwards(tx, filter)
  if (!chosen) return refuse('not-found')
  const counted = await sql<{ total: number }>`
    select count(*)::int as total from (select 1 ${chosen} limit ${COUNTED + 1}) found`.execute(tx.db)
  const { rows } = await sql<AwardRow>`
    select a.* ${chosen} ${IN_ORDER} limit ${PAGE_SIZE} offset ${(filter.page - 1) * PAGE_SIZE}`.execute(tx.db)
  const years = await sql<{ year: number }>`
    select distinct decision_year as year from app.award where voided_at is null and decision_year is not null
    order by 1 desc limit 100`.execute(tx.db)
  const total = counted.rows[0]?.total ?? 0
  const keeps = tx.actor.kind === 'person' && tx.actor.grants.some((grant) => REGISTRY_KEEPERS.includes(grant.role))
  return ok({
    awards: await awardShapesOf(tx, rows),
    total: Math.min(total, COUNTED),
    totalIsMore: total > COUNTED,
    page: filter.page,
    pageSize: PAGE_SIZE,
    years: years.rows.map((row) => row.year),
    actions: keeps ? { enter: { whyNot: null } } : {},
  })
}

/** The latest year first, then whoever the Vietnamese alphabet puts first. */
export const IN_ORDER = sql`order by a.decision_year desc nulls last, a.recipient_name, a.award_code, a.id`

/** From and where of a filter over `a`; `undefined` when it names a unit that is not there. */
export async function chosenAwards(tx: Tx, filter: AwardFilter) {
  const patterns = foldForSearch(filter.q ?? '')
    .split(' ')
    .filter(Boolean)
    .map((word) => `%${word}%`)
  const nothing = filter.q !== undefined && filter.q !== '' && patterns.length === 0
  const below = filter.unitId === undefined ? undefined : await unitsBelow(tx, filter.unitId)
  if (below?.ids.length === 0) return undefined
  const conditions = [
    sql`a.voided_at is null`,
    ...(nothing ? [sql`false`] : []),
    ...(patterns.length > 0 ? [sql`a.recipient_search like all (${patterns}::text[])`] : []),
    ...(filter.code ? [sql`a.award_code = ${filter.code}`] : []),
    ...(filter.year ? [sql`a.decision_year = ${filter.year}`] : []),
    ...(filter.kind ? [sql`a.recipient_kind = ${filter.kind}`] : []),
    ...(filter.matched === 'yes' ? [sql`(a.person_id is not null or a.recipient_unit_id is not null)`] : []),
    ...(filter.matched === 'no' ? [sql`(a.person_id is null and a.recipient_unit_id is null)`] : []),
    ...(below
      ? [
          sql`(a.keeper_unit_no = any(${below.nos}::int[]) or a.recipient_unit_id = any(${below.ids}::uuid[])
            or a.person_id in (select p.id from app.person p where p.unit_no = any(${below.nos}::int[])))`,
        ]
      : []),
  ]
  return sql`from app.award a where ${sql.join(conditions, sql` and `)}`
}

/** The unit, every unit below it and those they carry on, as ids and as numbers. */
async function unitsBelow(tx: Tx, unitId: string): Promise<{ ids: string[]; nos: number[] }> {
  const { rows } = await sql<{ id: string; no: number }>`
    with recursive tree as (
      select u.id, u.unit_no, u.parent_id as above from app.unit u
      union all
      select u.id, u.unit_no, c.by_unit_id from app.carried_on(${tx.today}::date) c join app.unit u on u.id = c.unit_id
    ), below as (
      select u.id, u.unit_no from app.unit u where u.id = ${unitId}::uuid
      union
      select t.id, t.unit_no from below b join tree t on t.above = b.id
    ) select id, unit_no as no from below`.execute(tx.db)
  return { ids: rows.map((row) => row.id), nos: rows.map((row) => row.no) }
}
