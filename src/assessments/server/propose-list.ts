import { type Refusal, type Result, refusal, refuse } from '../../kernel/result.ts'
import { record } from '../../mechanisms/record/server/index.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import type { SheetShape } from '../contract.ts'
import { isOpen } from '../domain/levels.ts'
import { openBegun, openList, type Place, preparedNow, preparingCapacity, recordedList } from './load-list.ts'
import { sheetAfter } from './read-list.ts'
import { type SheetRow, sheetRows } from './sheet.ts'

const NAMED = 3

/** Every row says something: «Còn 5 dòng chưa ghi: Đỗ Bích Lan, …». */
export function whyNotComplete(rows: readonly SheetRow[]): Refusal | undefined {
  const open = rows.filter((row) => !row.stray && isOpen(row))
  const [first] = open
  if (!first) return undefined
  const names = open.slice(0, NAMED).map((row) => row.name)
  const shown = open.length > NAMED ? [...names, '…'] : names
  return refusal('rating-list-incomplete', { count: open.length, names: shown.join(', ') }, { field: first.subjectId })
}

/** The officer sends the finished list to the head of the unit. */
export async function proposeList(tx: Tx, input: Place & { version: number }): Promise<Result<SheetShape>> {
  const opened = await openList(tx, input, 'propose')
  if (!opened.ok) return opened
  const list = opened.value
  const rows = await sheetRows(tx, list)
  const incomplete = whyNotComplete(rows)
  if (incomplete) return { ok: false, refusal: incomplete }
  if (!list.row || list.row.version !== input.version) return refuse('changed-meanwhile')
  await tx.db
    .updateTable('rating_list')
    .set({ state: 'proposed', proposed_at: tx.now, ...preparedNow(tx) })
    .where('id', '=', list.row.id)
    .execute()
  await record(tx, 'rating-list.proposed', recordedList(list), {
    capacity: preparingCapacity(tx, list),
    unitId: list.unit.id,
    detail: { rows: rows.length },
  })
  return sheetAfter(tx, input)
}

/** Taken back before the head has decided: a draft again. */
export async function takeListBack(tx: Tx, input: Place): Promise<Result<SheetShape>> {
  const opened = await openBegun(tx, input, 'take-back')
  if (!opened.ok) return opened
  const list = opened.value
  await tx.db
    .updateTable('rating_list')
    .set({ state: 'draft', proposed_at: null })
    .where('id', '=', list.row.id)
    .execute()
  await record(tx, 'rating-list.taken-back', recordedList(list), {
    capacity: preparingCapacity(tx, list),
    unitId: list.unit.id,
  })
  return sheetAfter(tx, input)
}
