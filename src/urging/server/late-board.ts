import { type RawBuilder, sql } from 'kysely'
import { daysBetween, type PlainDate } from '../../kernel/plain-date.ts'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import { foldForSearch } from '../../kernel/vietnamese-text.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { type LadderKind, type Stage, stageHeight } from '../domain/ladder.ts'
import { dueWords } from './draft-letters.ts'
import { branchOf, type Offices, officesSeen, officesUrging } from './offices.ts'
import { stoppedThings } from './plan-steps.ts'

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
  reminders: { count: number; lastOn: PlainDate | null; lastBy: string | null; height: 0 | 1 | 2 | 3 | 4 }
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
  const offices = await officesSeen(tx)
  if (offices.length === 0) return refuse('not-yours-to-see', { who: 'bộ phận thường trực và người có thẩm quyền' })
  const urging = await officesUrging(tx)
  const where = await lateWhere(tx, offices, filter, followed)
  const { total, units } = await counted(tx, where, COUNTED + 1)
  const rows = await lateRowsOf(tx, where, { limit: PAGE_SIZE, offset: (filter.page - 1) * PAGE_SIZE })
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

async function counted(tx: Tx, where: RawBuilder<unknown>, most: number): Promise<{ total: number; units: number }> {
  const { rows } = await sql<{ total: number; units: number }>`
    select count(*)::int as total, count(distinct unit_id)::int as units
    from (select o.unit_id from app.obligation o where ${where} limit ${most}) late`.execute(tx.db)
  return rows[0] ?? { total: 0, units: 0 }
}

/** How many rows the board has under this condition, counted no further than `most`. */
export async function countLate(tx: Tx, where: RawBuilder<unknown>, most: number): Promise<number> {
  return (await counted(tx, where, most)).total
}

type Found = {
  id: string
  unitId: string
  thingId: string
  thingKind: 'campaign' | 'assignment'
  owedTo: string
  kind: LadderKind
  title: string
  unitName: string
  dueDay: PlainDate
  dueRelation: 'before' | 'by'
  lastDay: PlainDate
  firstLastDay: PlainDate
}

/** The condition on `app.obligation o` that the board, its export and its bulk acts share. */
export async function lateWhere(
  tx: Tx,
  offices: Offices,
  filter: BoardFilter,
  followed: ReadonlySet<string> | undefined,
): Promise<RawBuilder<unknown>> {
  const parts = [sql`o.state = 'open'`, sql`o.last_day < ${tx.today}::date`]
  if (offices !== 'all') parts.push(sql`o.owed_to_unit_id = any (${[...offices]}::uuid[])`)
  const stopped = await stoppedThings(tx)
  if (stopped.length > 0) parts.push(sql`not (o.thing_id = any (${stopped}::uuid[]))`)
  if (filter.thingId) parts.push(sql`o.thing_id = ${filter.thingId}::uuid`)
  if (filter.kind) parts.push(sql`o.kind = ${filter.kind}`)
  if (filter.branchId) parts.push(sql`o.unit_id = any (${await branchOf(tx, filter.branchId)}::uuid[])`)
  if (filter.mine) parts.push(sql`o.unit_id = any (${[...(followed ?? [])]}::uuid[])`)
  if (filter.stage) parts.push(stageWhere(filter.stage))
  for (const word of foldForSearch(filter.q ?? '')
    .split(' ')
    .filter(Boolean)) {
    parts.push(
      sql`exists (select 1 from app.unit s where s.id = o.unit_id and s.name_search || ' ' || o.title_search like ${`%${word}%`})`,
    )
  }
  return sql.join(parts, sql` and `)
}

function stageWhere(stage: NonNullable<BoardFilter['stage']>): RawBuilder<unknown> {
  const any = sql`select 1 from app.reminder r where r.obligation_id = o.id`
  switch (stage) {
    case 'never':
      return sql`not exists (${any})`
    case 'reminded':
      return sql`exists (${any}) and not exists (${any} and r.stage in ('head', 'superior', 'letter'))`
    case 'told-above':
      return sql`exists (${any} and r.stage in ('head', 'superior', 'letter'))`
  }
}

export async function lateRowsOf(
  tx: Tx,
  where: RawBuilder<unknown>,
  page: { limit: number; offset: number },
): Promise<Found[]> {
  const { rows } = await sql<Found>`
    select late.*, u.name as "unitName" from (
      select o.id, o.unit_id as "unitId", o.thing_id as "thingId", o.thing_kind as "thingKind", o.owed_to_unit_id as "owedTo", o.kind, o.title,
        o.due_day as "dueDay", o.due_relation as "dueRelation", o.last_day as "lastDay", o.first_last_day as "firstLastDay", o.unit_no
      from app.obligation o where ${where}
      order by o.last_day, o.unit_no, o.id limit ${page.limit} offset ${page.offset}
    ) late join app.unit u on u.id = late."unitId"
    order by late."lastDay", late.unit_no, late.id`.execute(tx.db)
  return rows
}

/** A page of what was found with how it was urged; asked for these rows alone, whatever the length of the list. */
export async function toLateRows(tx: Tx, found: readonly Found[], urging: Offices): Promise<LateRow[]> {
  if (found.length === 0) return []
  const reminded = await remindedOf(tx, found)
  const titles = await titlesOf(tx, found)
  const reach = await reachOf(tx, found)
  const letters = await lettersOf(tx, found)
  return found.map((row) => {
    const told = reminded.get(row.id)
    return {
      id: row.id,
      unitId: row.unitId,
      unitName: row.unitName,
      thingId: row.thingId,
      thingTitle: titles.get(row.thingId) ?? '',
      kind: row.kind,
      title: row.title,
      due: dueWords(row),
      lastDay: row.lastDay,
      daysLate: daysBetween(row.lastDay, tx.today),
      reminders: {
        count: told?.count ?? 0,
        lastOn: told?.lastOn ?? null,
        lastBy: told?.lastBy ?? null,
        height: stageHeight(told?.stage ?? null),
      },
      reach: reach.get(row.unitId) ?? 'nobody',
      letter: letters.get(row.id) ?? null,
      mayRemind: (urging === 'all' || urging.includes(row.owedTo)) && told?.lastOn !== tx.today,
    }
  })
}

type Reminded = { id: string; count: number; lastOn: PlainDate | null; lastBy: string | null; stage: Stage | null }
const ORDER: readonly Stage[] = ['unit', 'unit-after', 'head', 'superior', 'letter']

async function remindedOf(tx: Tx, found: readonly Found[]): Promise<Map<string, Reminded>> {
  const { rows } = await sql<Omit<Reminded, 'stage'> & { height: number }>`
    select o.id, count(*)::int as count, max(r.sent_on) as "lastOn", (array_agg(r.sent_by_name order by r.sent_at desc))[1] as "lastBy",
      max(array_position(${[...ORDER]}::text[], case when r.stage = 'unit' and r.sent_on > o.last_day then 'unit-after' else r.stage end)) as height
    from app.obligation o join app.reminder r on r.obligation_id = o.id
    where o.id = any (${found.map((row) => row.id)}::uuid[]) group by o.id`.execute(tx.db)
  return new Map(rows.map(({ height, ...row }) => [row.id, { ...row, stage: ORDER[height - 1] ?? null }]))
}

async function titlesOf(tx: Tx, found: readonly Found[]): Promise<Map<string, string>> {
  const ids = [...new Set(found.map((row) => row.thingId))]
  const { rows } = await sql<{ id: string; title: string }>`
    select id, title from app.campaign where id = any (${ids}::uuid[])
    union all select id, title from app.assignment where id = any (${ids}::uuid[])`.execute(tx.db)
  return new Map(rows.map((row) => [row.id, row.title]))
}

async function reachOf(tx: Tx, found: readonly Found[]): Promise<Map<string, LateRow['reach']>> {
  const ids = [...new Set(found.map((row) => row.unitId))]
  const { rows } = await sql<{ id: string; accounts: number; mails: number }>`
    select unit_id as id, accounts, mails from app.unit_reach(${ids}::uuid[], ${tx.today}::date)`.execute(tx.db)
  return new Map(rows.map((row) => [row.id, row.mails > 0 ? 'ok' : row.accounts > 0 ? 'no-mail' : 'nobody']))
}

async function lettersOf(tx: Tx, found: readonly Found[]): Promise<Map<string, NonNullable<LateRow['letter']>>> {
  const { rows } = await sql<{ obligation: string; id: string; state: 'draft' | 'issued'; number: string | null }>`
    select l.obligation_id as obligation, t.id, t.state, t.number from app.urging_letter_obligation l
    join app.urging_letter t on t.id = l.letter_id
    join app.obligation o on o.id = l.obligation_id and o.last_day = l.for_last_day
    where l.live and l.obligation_id = any (${found.map((row) => row.id)}::uuid[])`.execute(tx.db)
  return new Map(rows.map(({ obligation, ...letter }) => [obligation, letter]))
}
