import { sql } from 'kysely'
import type { PlainDate } from '../../../kernel/plain-date.ts'
import type { Tx } from '../../../platform/database/unit-of-work.ts'
import { type RecordAction, recordSet } from '../../record/server/index.ts'

export type LastDay = { id: string; kind: string; unitNo: number; lastDay: PlainDate; prolongedBecause: string | null }
/** What became of the last day of one obligation. `version` is the one after, so that an undo can tell whether it has changed since. */
export type Prolonged = LastDay & { to: PlainDate; version: number }

/**
 * Gives open obligations more time: to the one new last day, or to what the function says of each (nothing: it stays). Urging and every
 * «late?» follow the new day at once. What is not open, or would not become later, stays as it is and is not in the answer.
 * The caller has asked whether the actor may, and holds the locks of the things (thing before obligation).
 */
export async function prolong(
  tx: Tx,
  obligationIds: readonly string[],
  to: PlainDate | ((owed: LastDay) => PlainDate | null),
  because: string,
): Promise<Prolonged[]> {
  const open = await lockedOpen(tx, obligationIds)
  const later = open.flatMap(({ version, ...owed }) => {
    const day = typeof to === 'function' ? to(owed) : to
    return day !== null && day > owed.lastDay ? [{ ...owed, to: day, version: version + 1, because }] : []
  })
  await writeLastDays(tx, later, { action: 'obligation.prolonged', reason: because })
  return later.map(({ because: _words, ...one }) => one)
}

/**
 * Takes a prolongation back: each obligation gets the day it had before, with the reason that stood there. What has changed since, or is no
 * longer open, is left and not in the answer.
 */
export async function setBack(tx: Tx, prolonged: readonly Prolonged[], reason: string): Promise<Prolonged[]> {
  const was = new Map(prolonged.map((one) => [one.id, one]))
  const open = await lockedOpen(tx, [...was.keys()])
  const unchanged = open.flatMap((owed) => {
    const one = was.get(owed.id)
    return one && one.version === owed.version && one.to === owed.lastDay ? [one] : []
  })
  await writeLastDays(
    tx,
    unchanged.map((one) => ({ ...one, to: one.lastDay, version: one.version + 1, because: one.prolongedBecause })),
    { action: 'obligation.day-set-back', reason },
  )
  return unchanged
}

async function lockedOpen(tx: Tx, ids: readonly string[]): Promise<(LastDay & { version: number })[]> {
  if (ids.length === 0) return []
  // In the order of their ids, as everybody who takes several: two acts wait for each other and do not deadlock.
  const { rows } = await sql<LastDay & { version: number }>`
    select id, kind, unit_no as "unitNo", last_day as "lastDay", prolonged_because as "prolongedBecause", version
    from app.obligation where id = any(${[...ids]}::uuid[]) and state = 'open' order by id for update`.execute(tx.db)
  return rows
}

type Written = { id: string; to: PlainDate; because: string | null }

async function writeLastDays(
  tx: Tx,
  rows: readonly Written[],
  said: { action: RecordAction; reason: string },
): Promise<void> {
  if (rows.length === 0) return
  const [ids, days] = [rows.map((row) => row.id), rows.map((row) => row.to)]
  const reasons = rows.map((row) => row.because)
  const moved = sql`unnest(${ids}::uuid[], ${days}::date[], ${reasons}::text[]) as new (id, to_day, because)`
  await sql`
    update app.obligation o set last_day = new.to_day, prolonged_because = new.because, version = o.version + 1
    from ${moved} where o.id = new.id`.execute(tx.db)
  await recordSet(tx, said.action, {
    kind: 'obligation',
    words: `gia hạn ${said.reason}`,
    things: sql`
      select o.id as thing_id, o.title as thing_name, o.title_search || ' ' || u.name_search as thing_search, o.unit_id, '{}'::jsonb as changes,
        jsonb_build_object('title', o.title, 'unit', u.name, 'to', to_char(new.to_day, 'DD/MM/YYYY'), 'reason', ${said.reason}::text) as detail
      from ${moved} join app.obligation o on o.id = new.id join app.unit u on u.id = o.unit_id`,
  })
}
