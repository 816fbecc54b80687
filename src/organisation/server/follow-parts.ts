import { sql } from 'kysely'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import type { Effect } from './unit-event-effects.ts'

/** What hangs on an obligation and is the unit's: each with the files brought for it. */
const PARTS = [
  { table: 'submission', unitId: true },
  { table: 'obligation_share', unitId: false },
  { table: 'extension_request', unitId: false },
  { table: 'report_contribution', unitId: false },
] as const

/** What hangs on the obligation goes with it to this unit, which may open the files that were brought for it. */
export async function moveParts(tx: Tx, obligationId: string, unitId: string): Promise<void> {
  for (const { table, unitId: hasId } of PARTS) {
    const set = hasId ? sql`unit_id = u.id, unit_no = u.unit_no` : sql`unit_no = u.unit_no`
    await sql`update ${sql.table(`app.${table}`)} t set ${set} from app.unit u where u.id = ${unitId} and t.obligation_id = ${obligationId}`.execute(
      tx.db,
    )
  }
  const brought = sql.join(
    PARTS.map(
      ({ table }) => sql`select file_ids from ${sql.table(`app.${table}`)} where obligation_id = ${obligationId}`,
    ),
    sql` union all `,
  )
  await sql`
    insert into app.file_shown (file_id, unit_no)
    select f.id, u.unit_no from (
      ${brought} union all
      select l.file_ids from app.report_line l join app.submission s on s.id = l.submission_id where s.obligation_id = ${obligationId}
    ) b cross join unnest(b.file_ids) as one (id) join app.file f on f.id = one.id join app.unit u on u.id = ${unitId}
    on conflict do nothing`.execute(tx.db)
}

/** What a unit keeps that goes on after it: work it has given, forms it has made, examples it has noted. */
const KEPT = [
  { table: 'assignment', open: sql`closed_on is null` },
  { table: 'report_form', open: sql`state <> 'closed'` },
  { table: 'example_note', open: sql`withdrawn_at is null` },
] as const

/** The successor keeps on what the ending unit kept. What is closed or was withdrawn stays where it was. */
export async function followKept(
  tx: Tx,
  { ending, successors }: { ending: readonly string[]; successors: readonly string[] },
): Promise<Effect[]> {
  const to = successors[0]
  if (to === undefined || ending.length === 0) return []
  const effects: Effect[] = []
  for (const { table, open } of KEPT) {
    const { rows } = await sql<{ id: string; from: string }>`
      with old as (
        select id, unit_id as was from ${sql.table(`app.${table}`)} where unit_id = any(${[...ending]}::uuid[]) and ${open} for update
      )
      update ${sql.table(`app.${table}`)} t set unit_id = u.id, unit_no = u.unit_no from old, app.unit u
      where u.id = ${to} and t.id = old.id returning t.id, old.was as "from"`.execute(tx.db)
    for (const row of rows) {
      effects.push({ kind: 'kept-moved', thingId: row.id, before: { table, unitId: row.from }, after: { unitId: to } })
    }
    if (table === 'example_note')
      await showExamples(
        tx,
        rows.map((row) => row.id),
        to,
      )
  }
  return effects
}

async function showExamples(tx: Tx, ids: readonly string[], unitId: string): Promise<void> {
  if (ids.length === 0) return
  await sql`
    insert into app.file_shown (file_id, unit_no)
    select f.id, u.unit_no from app.example_note n cross join unnest(n.file_ids) as one (id) join app.file f on f.id = one.id
      join app.unit u on u.id = ${unitId}
    where n.id = any(${[...ids]}::uuid[]) on conflict do nothing`.execute(tx.db)
}

/** Back to the unit that kept it, unless it has gone elsewhere since. */
export async function restoreKept(tx: Tx, id: string, before: Effect['before'], after: Effect['after']): Promise<void> {
  const kept = KEPT.find(({ table }) => table === before.table)
  if (!kept) throw new Error(`nothing is kept in ${String(before.table)}`)
  await sql`
    update ${sql.table(`app.${kept.table}`)} t set unit_id = u.id, unit_no = u.unit_no from app.unit u
    where u.id = ${String(before.unitId)} and t.id = ${id} and t.unit_id = ${String(after.unitId)}`.execute(tx.db)
}
