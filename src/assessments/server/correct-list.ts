import { type Result, refuse } from '../../kernel/result.ts'
import { actorName, record } from '../../mechanisms/record/server/index.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import type { SheetShape } from '../contract.ts'
import { openBegun, type Place, preparedNow, preparingCapacity, recordedList } from './load-list.ts'
import { sheetAfter } from './read-list.ts'
import { sheetRows } from './sheet.ts'

type Reopening = Place & { version: number; reason: string }

/** A confirmed list is taken up again, with a reason: it is to be confirmed anew, and until then what was confirmed holds. */
export async function reopenList(tx: Tx, input: Reopening): Promise<Result<SheetShape>> {
  const opened = await openBegun(tx, input, 'reopen')
  if (!opened.ok) return opened
  const list = opened.value
  if (list.row.version !== input.version) return refuse('changed-meanwhile')
  await tx.db
    .updateTable('rating_list')
    .set({
      state: 'draft',
      correction_reason: input.reason,
      version: list.row.version + 1,
      ...preparedNow(tx),
    })
    .where('id', '=', list.row.id)
    .execute()
  await record(tx, 'rating-list.reopened', recordedList(list), {
    capacity: preparingCapacity(tx, list),
    unitId: list.unit.id,
    detail: { reason: input.reason },
  })
  return sheetAfter(tx, input)
}

/** The correction is given up: the rows say again what was confirmed, and that holds as before. */
export async function dropCorrection(tx: Tx, input: Place): Promise<Result<SheetShape>> {
  const opened = await openBegun(tx, input, 'drop-correction')
  if (!opened.ok) return opened
  const list = opened.value
  for (const row of await sheetRows(tx, list)) {
    const { inForce } = row
    if (row.version === 0) continue
    await tx.db
      .updateTable('rating_entry')
      .set({
        level: inForce?.level ?? null,
        not_rated: inForce?.notRated ?? null,
        note: inForce?.note ?? '',
        version: row.version + 1,
        changed_by_name: actorName(tx.actor),
        changed_at: tx.now,
      })
      .where('list_id', '=', list.row.id)
      .where('subject_id', '=', row.subjectId)
      .execute()
  }
  await tx.db
    .updateTable('rating_list')
    .set({ state: 'confirmed', correction_reason: null, return_reason: null, version: list.row.version + 1 })
    .where('id', '=', list.row.id)
    .execute()
  await record(tx, 'rating-list.correction-dropped', recordedList(list), {
    capacity: preparingCapacity(tx, list),
    unitId: list.unit.id,
  })
  return sheetAfter(tx, input)
}
