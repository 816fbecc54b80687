import { sql } from 'kysely'
import type { PlainDate } from '../../kernel/plain-date.ts'
import type { Prolonged } from '../../mechanisms/obligations/server/index.ts'
import { recordSet } from '../../mechanisms/record/server/index.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'

/**
 * What fell due within an outage and was done after its day, before the outage was ended here: late only because the system was down. Its
 * last day moves with those still open, so that it counts by the new one.
 */
export async function lengthenDone(
  tx: Tx,
  { from, to }: { from: PlainDate; to: PlainDate },
  newLastDay: PlainDate,
  because: string,
): Promise<Prolonged[]> {
  const { rows } = await sql<Prolonged>`
    update app.obligation o set last_day = ${newLastDay}::date, prolonged_because = ${because}, version = o.version + 1
    from (
      select id, last_day, prolonged_because from app.obligation
      where state = 'done' and done_on > last_day and last_day between ${from}::date and ${to}::date order by id for update
    ) b where b.id = o.id
    returning o.id, o.kind, o.unit_no as "unitNo", b.last_day as "lastDay", b.prolonged_because as "prolongedBecause", o.last_day as to, o.version`.execute(
    tx.db,
  )
  await recordDays(tx, 'obligation.prolonged', rows, because)
  return rows
}

/** The reverse, of what is still as `lengthenDone` left it. */
export async function shortenDone(tx: Tx, effects: readonly Prolonged[], reason: string): Promise<Prolonged[]> {
  if (effects.length === 0) return []
  const { rows } = await sql<{ id: string }>`
    update app.obligation o set last_day = e.was, prolonged_because = e.because, version = o.version + 1
    from unnest(${effects.map((one) => one.id)}::uuid[], ${effects.map((one) => one.lastDay)}::date[],
      ${effects.map((one) => one.prolongedBecause)}::text[], ${effects.map((one) => one.to)}::date[],
      ${effects.map((one) => one.version)}::int[]) as e (id, was, because, became, version)
    where o.id = e.id and o.state = 'done' and o.version = e.version and o.last_day = e.became
    returning o.id`.execute(tx.db)
  await recordDays(tx, 'obligation.day-set-back', rows, reason)
  const back = new Set(rows.map((row) => row.id))
  return effects.filter((one) => back.has(one.id))
}

/** In the history of each: until when it now was to be done. */
async function recordDays(
  tx: Tx,
  action: 'obligation.prolonged' | 'obligation.day-set-back',
  rows: readonly { id: string }[],
  reason: string,
): Promise<void> {
  if (rows.length === 0) return
  await recordSet(tx, action, {
    kind: 'obligation',
    words: `gia hạn ${reason}`,
    things: sql`
      select o.id as thing_id, o.title as thing_name, o.title_search || ' ' || u.name_search as thing_search, o.unit_id, '{}'::jsonb as changes,
        jsonb_build_object('title', o.title, 'unit', u.name, 'to', to_char(o.last_day, 'DD/MM/YYYY'), 'reason', ${reason}::text) as detail
      from app.obligation o join app.unit u on u.id = o.unit_id where o.id = any (${rows.map((row) => row.id)}::uuid[])`,
  })
}
