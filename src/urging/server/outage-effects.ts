import { sql } from 'kysely'
import type { PlainDate } from '../../kernel/plain-date.ts'
import type { Prolonged } from '../../mechanisms/obligations/server/index.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'

/**
 * What fell due within an outage and is still owed. Of what was closed nothing is owed any more; what was paused before it gets its time when
 * it is taken up again.
 */
export async function owedWithin(
  tx: Tx,
  { from, to }: { from: PlainDate; to: PlainDate },
): Promise<{ open: string[]; things: string[] }> {
  const { rows } = await sql<{ id: string; thing: string }>`
    select o.id, o.thing_id as thing from app.obligation o
    where o.state = 'open' and o.last_day between ${from}::date and ${to}::date
      and not exists (
        select 1 from app.campaign c where c.id = o.thing_id and (c.closed_on is not null or c.paused_on <= ${from}::date))
      and not exists (select 1 from app.assignment a where a.id = o.thing_id and a.closed_on is not null)
    order by o.id`.execute(tx.db)
  return { open: rows.map((row) => row.id), things: [...new Set(rows.map((row) => row.thing))].sort() }
}

/** The campaigns and assignments of what an outage lengthened, in the order in which they are locked. */
export async function thingsLengthened(tx: Tx, outageId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct o.thing_id as id from app.outage_effect e join app.obligation o on o.id = e.obligation_id
    where e.outage_id = ${outageId} order by 1`.execute(tx.db)
  return rows.map((row) => row.id)
}

/** What an outage lengthened: kept, so that it can be shown and taken back. */
export async function keepEffects(tx: Tx, outageId: string, moved: readonly Prolonged[]): Promise<void> {
  const rows = moved.map((one) => ({
    outage_id: outageId,
    obligation_id: one.id,
    unit_no: one.unitNo,
    was: one.lastDay,
    became: one.to,
    was_because: one.prolongedBecause,
    version: one.version,
  }))
  for (let start = 0; start < rows.length; start += 1000) {
    await tx.db
      .insertInto('outage_effect')
      .values(rows.slice(start, start + 1000))
      .execute()
  }
}

/**
 * What an outage lengthened, as it may be taken back. What is open with the very day and reason it was given then has had no other since,
 * whatever else was done with it: accepted, assigned, moved to another unit.
 */
export async function effectsOf(tx: Tx, outageId: string, because: string): Promise<Prolonged[]> {
  const { rows } = await sql<Prolonged>`
    select e.obligation_id as id, o.kind, o.unit_no as "unitNo", e.was as "lastDay", e.was_because as "prolongedBecause", e.became as to,
      case when o.state = 'open' and o.last_day = e.became and o.prolonged_because = ${because} then o.version else e.version end as version
    from app.outage_effect e join app.obligation o on o.id = e.obligation_id where e.outage_id = ${outageId} order by 1`.execute(
    tx.db,
  )
  return rows
}
