import { sql } from 'kysely'
import type { PlainDate } from '../../kernel/plain-date.ts'
import type { Prolonged } from '../../mechanisms/obligations/server/index.ts'
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
  return rows
}

/** The reverse, of what is still as `lengthenDone` left it. */
export async function shortenDone(tx: Tx, effects: readonly Prolonged[]): Promise<Prolonged[]> {
  if (effects.length === 0) return []
  const { rows } = await sql<{ id: string }>`
    update app.obligation o set last_day = e.was, prolonged_because = e.because, version = o.version + 1
    from unnest(${effects.map((one) => one.id)}::uuid[], ${effects.map((one) => one.lastDay)}::date[],
      ${effects.map((one) => one.prolongedBecause)}::text[], ${effects.map((one) => one.to)}::date[],
      ${effects.map((one) => one.version)}::int[]) as e (id, was, because, became, version)
    where o.id = e.id and o.state = 'done' and o.version = e.version and o.last_day = e.became
    returning o.id`.execute(tx.db)
  const back = new Set(rows.map((row) => row.id))
  return effects.filter((one) => back.has(one.id))
}
