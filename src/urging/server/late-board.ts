import { type RawBuilder, sql } from 'kysely'
import { daysBetween, type PlainDate } from '../../kernel/plain-date.ts'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import { foldForSearch } from '../../kernel/vietnamese-text.ts'
import { titleWithTurn } from '../../mechanisms/obligations/domain/turn-title.ts'
import { type UrgedHeight, urgedHeight } from '../../mechanisms/obligations/server/index.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import type { LadderKind } from '../domain/ladder.ts'
import { dueWords } from './draft-letters.ts'
import { branchOf, type Offices, officesOf } from './offices.ts'
import { notStopped, whatIsStopped } from './plan-steps.ts'

export const PAGE_SIZE = 50
/** A total is exact up to here; above it is «hơn 10.000». */
const COUNTED = 10_000

export type BoardFilter = {
  q?: string
  thingId?: string
  branchId?: string
  kind?: LadderKind
  stage?: 'never' | 'reminded' | 'told-above'
  mine?: boolean
}

export type LateRow = {
  id: string
  unitId: string
  unitName: string
  thingId: string
  thingTitle: string
  kind: LadderKind
  title: string
  due: string
  lastDay: PlainDate
  daysLate: number
  reminders: {
    count: number
    lastOn: PlainDate | null
    byHandOn: PlainDate | null
    lastBy: string | null
    height: UrgedHeight
  }
  /** Nobody of the unit can read it here or by mail. */
  reach: 'ok' | 'no-mail' | 'nobody'
  letter: { id: string; state: 'draft' | 'issued'; number: string | null } | null
  mayRemind: boolean
}

export type Board = {
  rows: LateRow[]
  total: number
  totalIsMore: boolean
  units: number
  page: number
  pageSize: number
  mayUrge: boolean
}

/**
 * What is late below the actor, longest first: of units that owe to an office of his, open, past the last day, and not of anything closed
 * or paused. `followed` are the units he looks after.
 */
export async function lateBoard(
  tx: Tx,
  filter: BoardFilter & { page: number },
  followed: ReadonlySet<string> | undefined,
): Promise<Result<Board>> {
  const { seen: offices, urging } = await officesOf(tx)
  if (offices.length === 0) return refuse('not-yours-to-see', { who: 'bộ phận thường trực và người có thẩm quyền' })
  const late = await lateSource(tx, offices, filter, followed)
  const { total, units } = await counted(tx, late, COUNTED + 1)
  const rows = await lateRowsOf(tx, late, { limit: PAGE_SIZE, offset: (filter.page - 1) * PAGE_SIZE })
  return ok({
    rows: await toLateRows(tx, rows, urging),
    total: Math.min(total, COUNTED),
    totalIsMore: total > COUNTED,
    units,
    page: filter.page,
    pageSize: PAGE_SIZE,
    mayUrge: urging.length > 0,
  })
}

async function counted(tx: Tx, late: RawBuilder<unknown>, most: number): Promise<{ total: number; units: number }> {
  const { rows } = await sql<{ total: number; units: number }>`
    select coalesce(sum(n), 0)::int as total, count(*)::int as units from (
      select unit_id, count(*) as n from (select o.unit_id from ${late} limit ${most}) late group by unit_id
    ) of_unit`.execute(tx.db)
  return rows[0] ?? { total: 0, units: 0 }
}

/** How many rows the board has under this condition, counted no further than `most`. */
export async function countLate(tx: Tx, late: RawBuilder<unknown>, most: number): Promise<number> {
  return (await counted(tx, late, most)).total
}

type Found = {
  id: string
  unitId: string
  thingId: string
  thingTitle: string
  owedTo: string
  kind: LadderKind
  title: string
  occurrence: string | null
  unitName: string
  dueDay: PlainDate
  dueRelation: 'before' | 'by'
  lastDay: PlainDate
  firstLastDay: PlainDate
  count: number
  lastOn: PlainDate | null
  byHandOn: PlainDate | null
  lastBy: string | null
  height: UrgedHeight
  letter: LateRow['letter']
}

/** What stands after «from» wherever the late ones are asked for: `app.obligation o`, narrowed as the board is. */
export async function lateSource(
  tx: Tx,
  offices: Offices,
  filter: BoardFilter,
  followed: ReadonlySet<string> | undefined,
): Promise<RawBuilder<unknown>> {
  const parts = [sql`o.state = 'open'`, sql`o.last_day < ${tx.today}::date`]
  if (offices !== 'all') parts.push(sql`o.owed_to_unit_id = any (${[...offices]}::uuid[])`)
  parts.push(notStopped(await whatIsStopped(tx, tx.today)))
  if (filter.thingId) parts.push(sql`o.thing_id = ${filter.thingId}::uuid`)
  if (filter.kind) parts.push(sql`o.kind = ${filter.kind}`)
  if (filter.branchId) parts.push(sql`o.unit_id = any (${await branchOf(tx, filter.branchId)}::uuid[])`)
  if (filter.mine) parts.push(sql`o.unit_id = any (${[...(followed ?? [])]}::uuid[])`)
  if (filter.stage) parts.push(stageWhere(filter.stage))
  const words = foldForSearch(filter.q ?? '')
    .split(' ')
    .filter(Boolean)
  for (const word of words) parts.push(sql`s.name_search || ' ' || o.title_search like ${`%${word}%`}`)
  // The names are joined once, not looked up for every row that is late.
  const named = words.length > 0 ? sql`join app.unit s on s.id = o.unit_id` : sql``
  return sql`app.obligation o ${named} where ${sql.join(parts, sql` and `)}`
}

function stageWhere(stage: NonNullable<BoardFilter['stage']>): RawBuilder<unknown> {
  const any = sql`select 1 from app.reminder r where r.obligation_id = o.id and coalesce(r.for_last_day, o.last_day) = o.last_day`
  switch (stage) {
    case 'never':
      return sql`not exists (${any})`
    case 'reminded':
      return sql`exists (${any}) and not exists (${any} and r.stage in ('head', 'superior', 'letter'))`
    case 'told-above':
      return sql`exists (${any} and r.stage in ('head', 'superior', 'letter'))`
  }
}

/** A page of them with how each was urged: asked in one statement, for these rows alone, whatever the length of the list. */
export async function lateRowsOf(
  tx: Tx,
  late: RawBuilder<unknown>,
  page: { limit: number; offset: number },
): Promise<Found[]> {
  const { rows } = await sql<Found>`
    select late.*, u.name as "unitName", coalesce(c.title, a.title, '') as "thingTitle", r.*, letter.letter
    from (
      select o.id, o.unit_id as "unitId", o.thing_id as "thingId", o.owed_to_unit_id as "owedTo", o.kind, o.title, o.occurrence,
        o.due_day as "dueDay", o.due_relation as "dueRelation", o.last_day as "lastDay", o.first_last_day as "firstLastDay", o.unit_no
      from ${late}
      order by o.last_day, o.unit_no, o.id limit ${page.limit} offset ${page.offset}
    ) late
    join app.unit u on u.id = late."unitId"
    left join app.campaign c on c.id = late."thingId"
    left join app.assignment a on a.id = late."thingId"
    left join lateral (
      select count(*)::int as count, max(r.sent_on) as "lastOn", max(r.sent_on) filter (where r.step is null) as "byHandOn", (array_agg(r.sent_by_name order by r.sent_at desc))[1] as "lastBy",
        ${urgedHeight(sql`late."lastDay"`)} as height
      from app.reminder r where r.obligation_id = late.id
    ) r on true
    left join lateral (
      select jsonb_build_object('id', t.id, 'state', t.state, 'number', t.number) as letter
      from app.urging_letter_obligation l join app.urging_letter t on t.id = l.letter_id
      where l.live and l.obligation_id = late.id and l.for_last_day = late."lastDay" limit 1
    ) letter on true
    order by late."lastDay", late.unit_no, late.id`.execute(tx.db)
  return rows
}

export async function toLateRows(tx: Tx, found: readonly Found[], urging: Offices): Promise<LateRow[]> {
  if (found.length === 0) return []
  const reach = await reachOf(tx, found)
  return found.map((row) => ({
    id: row.id,
    unitId: row.unitId,
    unitName: row.unitName,
    thingId: row.thingId,
    thingTitle: row.thingTitle,
    kind: row.kind,
    title: titleWithTurn(row),
    due: dueWords(row),
    lastDay: row.lastDay,
    daysLate: daysBetween(row.lastDay, tx.today),
    reminders: {
      count: row.count,
      lastOn: row.lastOn,
      byHandOn: row.byHandOn,
      lastBy: row.lastBy,
      height: row.height,
    },
    reach: reach.get(row.unitId) ?? 'nobody',
    letter: row.letter,
    mayRemind: (urging === 'all' || urging.includes(row.owedTo)) && row.byHandOn !== tx.today,
  }))
}

async function reachOf(tx: Tx, found: readonly Found[]): Promise<Map<string, LateRow['reach']>> {
  const ids = [...new Set(found.map((row) => row.unitId))]
  const { rows } = await sql<{ id: string; accounts: number; mails: number }>`
    select unit_id as id, accounts, mails from app.unit_reach(${ids}::uuid[], ${tx.today}::date)`.execute(tx.db)
  return new Map(rows.map((row) => [row.id, row.mails > 0 ? 'ok' : row.accounts > 0 ? 'no-mail' : 'nobody']))
}
