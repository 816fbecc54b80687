import { sql } from 'kysely'
import { addDays, formatDate, type PlainDate, plainDate } from '../../kernel/plain-date.ts'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import { addWorkingDays, workingDaysBetween } from '../../kernel/working-days.ts'
import { type ObligationThings, type Prolonged, prolong, setBack } from '../../mechanisms/obligations/server/index.ts'
import { actorName, record } from '../../mechanisms/record/server/index.ts'
import { specialDaysFrom } from '../../platform/database/special-days.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { rootUnit } from '../../platform/database/unit-tree.ts'
import { whyMayNotDeclareOutage } from '../domain/permissions.ts'
import { lengthenDone, shortenDone } from './outage-done.ts'

type Outage = { id: string; from_day: PlainDate; to_day: PlainDate | null; reason: string; taken_back_at: Date | null }

/** The outage that covers a day, if there is one: nobody is urged on it. */
export async function openOutage(tx: Tx, day: PlainDate): Promise<{ id: string } | undefined> {
  return await tx.db
    .selectFrom('outage')
    .select('id')
    .where('from_day', '<=', day)
    .where((eb) => eb.or([eb('to_day', 'is', null), eb('to_day', '>=', day)]))
    .where('taken_back_at', 'is', null)
    .executeTakeFirst()
}

/** Declares that the system does not serve from a day on; all urging pauses at once. The second press finds it declared. */
export async function declareOutage(
  tx: Tx,
  input: { id: string; from: string; reason: string; documentWords: string | null },
): Promise<Result<{ done: true }>> {
  const refused = whyMayNotDeclareOutage(tx.actor, (await rootUnit(tx)).id)
  if (refused) return { ok: false, refusal: refused }
  const same = await tx.db.selectFrom('outage').select('id').where('id', '=', input.id).executeTakeFirst()
  if (same) return ok({ done: true })
  const from = plainDate(input.from)
  if (from > tx.today) return refuse('day-in-future', { day: formatDate(from) }, { field: 'from' })
  await lockOutages(tx)
  const others = await standing(tx)
  const open = others.find((one) => one.to_day === null)
  if (open) return refuse('outage-open', { day: formatDate(open.from_day) })
  const over = others.find((one) => one.to_day !== null && one.to_day >= from)
  if (over) return refuse('outage-overlaps', { span: spanWords(over) }, { field: 'from' })
  await tx.db
    .insertInto('outage')
    .values({
      id: input.id,
      from_day: from,
      reason: input.reason,
      document_words: input.documentWords,
      declared_by_name: actorName(tx.actor),
      declared_at: tx.now,
    })
    .execute()
  await record(
    tx,
    'outage.declared',
    { kind: 'outage', id: input.id, name: formatDate(from) },
    { detail: { reason: input.reason } },
  )
  return ok({ done: true })
}

/**
 * Ends an outage: every last day that fell within it moves behind it by as many working days as were lost. What was late before it stays
 * late; what was done after its day while the system was down counts by the new day.
 */
export function endOutage(things: ObligationThings) {
  return async (
    tx: Tx,
    input: { id: string; to: string },
  ): Promise<Result<{ lengthened: number; newLastDay: string }>> => {
    const opened = await openForChange(tx, input.id)
    if (!opened.ok) return opened
    const outage = opened.value
    const to = plainDate(input.to)
    if (to < outage.from_day) return refuse('days-out-of-order', {}, { field: 'to' })
    if (to > tx.today) return refuse('day-in-future', { day: formatDate(to) }, { field: 'to' })
    if (outage.to_day !== null) return refuse('outage-closed')
    const newLastDay = await lastDayAfter(tx, outage.from_day, to)
    const within = await obligationsWithin(tx, outage.from_day, to)
    for (const thing of within.things) await things.lock(tx, thing)
    const because = `ngừng hệ thống ${spanWords({ ...outage, to_day: to })}`
    const moved = [
      ...(await prolong(tx, within.open, newLastDay, because)),
      ...(await lengthenDone(tx, { from: outage.from_day, to }, newLastDay, because)),
    ]
    await keepEffects(tx, outage.id, moved)
    await tx.db
      .updateTable('outage')
      .set({ to_day: to, ended_at: tx.now, ended_by_name: actorName(tx.actor), lengthened: moved.length })
      .where('id', '=', outage.id)
      .execute()
    const thing = { kind: 'outage', id: outage.id, name: spanWords({ ...outage, to_day: to }) } as const
    await record(tx, 'outage.ended', thing, { detail: { count: moved.length } })
    return ok({ lengthened: moved.length, newLastDay })
  }
}

/** Takes a declaration back: urging goes on, and what it lengthened has its day again unless it has changed since. */
export function takeBackOutage(things: ObligationThings) {
  return async (tx: Tx, input: { id: string; reason: string }): Promise<Result<{ setBack: number; left: number }>> => {
    const opened = await openForChange(tx, input.id)
    if (!opened.ok) return opened
    const outage = opened.value
    const effects = await effectsOf(tx, outage.id)
    for (const thing of await thingsOf(
      tx,
      effects.map((one) => one.id),
    ))
      await things.lock(tx, thing)
    const back = [...(await setBack(tx, effects, input.reason)), ...(await shortenDone(tx, effects))]
    await tx.db
      .updateTable('outage')
      .set({
        taken_back_at: tx.now,
        taken_back_by_name: actorName(tx.actor),
        taken_back_reason: input.reason,
        // One that was never ended is over with it.
        ...(outage.to_day === null
          ? { to_day: outage.from_day, ended_at: tx.now, ended_by_name: actorName(tx.actor) }
          : {}),
      })
      .where('id', '=', outage.id)
      .execute()
    const detail = { reason: input.reason, count: back.length }
    await record(tx, 'outage.taken-back', { kind: 'outage', id: outage.id, name: spanWords(outage) }, { detail })
    return ok({ setBack: back.length, left: effects.length - back.length })
  }
}

/** «từ 12/07/2022 đến hết 14/07/2022», «từ 12/07/2022». */
export function spanWords(outage: Pick<Outage, 'from_day' | 'to_day'>): string {
  const { from_day: from, to_day: to } = outage
  if (to === from) return `ngày ${formatDate(from)}`
  return `từ ${formatDate(from)}${to === null ? '' : ` đến hết ${formatDate(to)}`}`
}

async function lastDayAfter(tx: Tx, from: PlainDate, to: PlainDate): Promise<PlainDate> {
  const special = await specialDaysFrom(tx, addDays(from, -1))
  return addWorkingDays(to, Math.max(1, workingDaysBetween(addDays(from, -1), to, special)), special)
}

async function obligationsWithin(tx: Tx, from: PlainDate, to: PlainDate) {
  const rows = await tx.db
    .selectFrom('obligation')
    .select(['id', 'thing_id'])
    .where('state', '=', 'open')
    .where('last_day', '>=', from)
    .where('last_day', '<=', to)
    .orderBy('id')
    .execute()
  return { open: rows.map((row) => row.id), things: [...new Set(rows.map((row) => row.thing_id))].sort() }
}

async function thingsOf(tx: Tx, obligationIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct thing_id as id from app.obligation where id = any(${[...obligationIds]}::uuid[]) order by 1`.execute(
    tx.db,
  )
  return rows.map((row) => row.id)
}

async function openForChange(tx: Tx, id: string): Promise<Result<Outage>> {
  const refused = whyMayNotDeclareOutage(tx.actor, (await rootUnit(tx)).id)
  if (refused) return { ok: false, refusal: refused }
  await lockOutages(tx)
  const outage = (await tx.db.selectFrom('outage').selectAll().where('id', '=', id).executeTakeFirst()) as
    | Outage
    | undefined
  if (!outage) return refuse('not-found')
  return outage.taken_back_at === null ? ok(outage) : refuse('outage-closed')
}

/** One after the other, and none while the ladder runs. */
async function lockOutages(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('app.run_ladder'))`.execute(tx.db)
}

async function standing(tx: Tx): Promise<Outage[]> {
  return (await tx.db.selectFrom('outage').selectAll().where('taken_back_at', 'is', null).execute()) as Outage[]
}

async function keepEffects(tx: Tx, outageId: string, moved: readonly Prolonged[]): Promise<void> {
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

async function effectsOf(tx: Tx, outageId: string): Promise<Prolonged[]> {
  const { rows } = await sql<Prolonged>`
    select e.obligation_id as id, o.kind, e.unit_no as "unitNo", e.was as "lastDay", e.was_because as "prolongedBecause", e.became as to, e.version
    from app.outage_effect e join app.obligation o on o.id = e.obligation_id where e.outage_id = ${outageId} order by 1`.execute(
    tx.db,
  )
  return rows
}
