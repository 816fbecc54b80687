import { sql } from 'kysely'
import { newId } from '../../kernel/ids.ts'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import { actorName } from '../../mechanisms/record/server/index.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { isOpen } from '../domain/levels.ts'
import type { ListRow, LoadedList } from './load-list.ts'
import type { SheetRow } from './sheet.ts'

/** Ratings of one period come into force one act at a time: two units that both rated somebody are told so, the second of them. */
export async function lockRatingsOf(tx: Tx, periodId: string): Promise<void> {
  const key = `ratings ${periodId}`
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx.db)
}

/** Whom another unit has given a level in this period: by his own right nobody learns which. */
export async function ratedByOthers(tx: Tx, personIds: readonly string[], periodId: string, unitId: string) {
  const { rows } = await sql<{ id: string }>`
    select app.rated_by_others(${[...personIds]}::uuid[], ${periodId}::uuid, ${unitId}::uuid) as id`.execute(tx.db)
  return new Set(rows.map((row) => row.id))
}

/**
 * What the confirmed list says becomes what counts. A row that says the same as before is left as it was; one that differs replaces it and
 * keeps why; one that fell out of the list is replaced by nothing. Gives how many are new or differ.
 */
export async function putInForce(
  tx: Tx,
  list: LoadedList & { row: ListRow },
  rows: readonly SheetRow[],
  consentId: string,
): Promise<Result<number>> {
  const { unit, period, row } = list
  await lockRatingsOf(tx, period.id)
  const rated = rows.filter((one) => !isOpen(one))
  const levelled = rated.filter((one) => one.kind === 'person' && one.level !== null).map((one) => one.subjectId)
  const elsewhere = await ratedByOthers(tx, levelled, period.id, unit.id)
  const twice = rated.find((one) => one.kind === 'person' && one.level !== null && elsewhere.has(one.subjectId))
  if (twice) return refuse('rated-elsewhere', { name: twice.name }, { field: twice.subjectId })

  const changed = rated.filter((one) => !isTheSame(one))
  const subjects = [...changed, ...rows.filter((one) => isOpen(one) && one.inForce)].map((one) => one.subjectId)
  if (subjects.length > 0) {
    // What an import had brought for this unit gives way too: its own list says what holds.
    await sql`
      update app.rating set replaced_at = ${tx.now}, replace_reason = ${row.correction_reason ?? 'đơn vị xác nhận danh sách'}
      where replaced_at is null and period_id = ${period.id}::uuid and coalesce(person_id, rated_unit_id) = any(${subjects}::uuid[])
        and (unit_id = ${unit.id}::uuid or rated_unit_id is not null)`.execute(tx.db)
  }
  if (changed.length > 0) {
    await tx.db
      .insertInto('rating')
      .values(
        changed.map((one) => ({
          id: newId(tx.now.getTime()),
          person_id: one.kind === 'person' ? one.subjectId : null,
          rated_unit_id: one.kind === 'unit' ? one.subjectId : null,
          subject_name: one.name,
          period_id: period.id,
          unit_id: unit.id,
          unit_no: unit.unit_no,
          level: one.level,
          not_rated: one.notRated,
          note: one.note,
          post_title: one.kind === 'person' ? one.sub : '',
          source: 'list' as const,
          list_id: row.id,
          consent_id: consentId,
          recorded_by_name: actorName(tx.actor),
          recorded_at: tx.now,
        })),
      )
      .execute()
  }
  return ok(changed.length)
}

function isTheSame({ inForce, level, notRated, note }: SheetRow): boolean {
  return inForce !== null && inForce.level === level && inForce.notRated === notRated && inForce.note === note
}
