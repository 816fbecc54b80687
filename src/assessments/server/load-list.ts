import { type Selectable, sql } from 'kysely'
import { capacityFor, type UnitPath } from '../../kernel/actor.ts'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import type { Separation } from '../../mechanisms/consents/domain/separation.ts'
import { separationAt } from '../../mechanisms/consents/server/index.ts'
import { actorName, type RecordedThing } from '../../mechanisms/record/server/index.ts'
import { carriedPath } from '../../organisation/server/index.ts'
import type { RatingListTable } from '../../platform/database/tables.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { type AwardPeriod, periodName } from '../domain/periods.ts'
import { PREPARING, type RatingListAct, whyMayNotRate } from '../domain/permissions.ts'
import { findPeriod } from './periods.ts'

export type ListRow = Selectable<RatingListTable>
export type Place = { unitId: string; periodId: string }

/** A unit's list of one period; `row` is missing until something was written. */
export type LoadedList = {
  unit: { id: string; name: string; unit_no: number }
  path: UnitPath
  period: AwardPeriod
  row: ListRow | undefined
  /** May whoever prepared it confirm it himself? */
  separation: Separation
}

export async function findList(tx: Tx, { unitId, periodId }: Place): Promise<LoadedList | undefined> {
  // A Party organisation or a union stands beside a unit: it is a row of that unit's list and keeps none of its own.
  const unit = await tx.db
    .selectFrom('unit')
    .select(['id', 'name', 'unit_no'])
    .where('id', '=', unitId)
    .where('beside', '=', false)
    .executeTakeFirst()
  const period = await findPeriod(tx, periodId)
  if (!unit || !period) return undefined
  const row = await tx.db
    .selectFrom('rating_list')
    .selectAll()
    .where('unit_id', '=', unitId)
    .where('period_id', '=', periodId)
    .executeTakeFirst()
  const path = await carriedPath(tx, unitId)
  const asked = { step: 'rating-confirm', unit: path, preparedBy: row?.prepared_by ?? null, roles: ['head'] } as const
  return { unit, path, period, row, separation: await separationAt(tx, asked) }
}

/** Locks the list of that unit and period, also before it is there, and asks whether the actor may. */
export async function openList(tx: Tx, place: Place, act: RatingListAct): Promise<Result<LoadedList>> {
  const key = `rating-list ${place.unitId} ${place.periodId}`
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx.db)
  const list = await findList(tx, place)
  if (!list) return refuse('not-found')
  const refused = whyMayNotRate(tx.actor, act, thingOf(list))
  return refused ? { ok: false, refusal: refused } : ok(list)
}

/** As `openList`, for what can only be done to a list that has been begun. */
export async function openBegun(
  tx: Tx,
  place: Place,
  act: RatingListAct,
): Promise<Result<LoadedList & { row: ListRow }>> {
  const opened = await openList(tx, place, act)
  if (!opened.ok) return opened
  const { row } = opened.value
  return row ? ok({ ...opened.value, row }) : refuse('rating-list-not-sent')
}

export function thingOf({ row, path, separation }: Pick<LoadedList, 'row' | 'path' | 'separation'>) {
  const inCorrection = row !== undefined && row.correction_reason !== null
  return { state: row?.state, unit: path, inCorrection, separation }
}

/** Who wrote the words that are there now. */
export function preparedNow({ actor, now }: Tx) {
  return {
    prepared_by: actor.kind === 'person' ? actor.personId : null,
    prepared_by_name: actorName(actor),
    prepared_at: now,
  }
}

export function recordedList({ unit, period, row }: LoadedList): RecordedThing {
  return { kind: 'rating-list', id: row?.id ?? null, name: `${unit.name}, ${periodName(period)}` }
}

export function preparingCapacity(tx: Tx, { path }: LoadedList): string {
  return tx.actor.kind === 'person' ? capacityFor(tx.actor, PREPARING, path) : ''
}
