import { ok, type Result, refuse } from '../../kernel/result.ts'
import { actorName, record } from '../../mechanisms/record/server/index.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { type NotRated, type RatingLevel, whyNotRated } from '../domain/levels.ts'
import { periodName } from '../domain/periods.ts'
import {
  type ListRow,
  type LoadedList,
  openList,
  type Place,
  preparedNow,
  preparingCapacity,
  recordedList,
} from './load-list.ts'
import { type SheetRow, sheetRows } from './sheet.ts'

export type Entry = {
  subjectId: string
  level: RatingLevel | null
  notRated: NotRated | null
  note: string
  version: number
}
export type Writing = Place & { listId: string; entries: readonly Entry[] }
type Written = { listVersion: number; saved: { subjectId: string; version: number }[] }

/**
 * Writes rows of a unit's list; begins the list when it is the first. A row that somebody has written meanwhile is not written over: the
 * whole act is refused with the rows as they are now. Writing the same again changes nothing.
 */
export async function writeEntries(tx: Tx, input: Writing): Promise<Result<Written>> {
  const opened = await openList(tx, input, 'write')
  if (!opened.ok) return opened
  const list = opened.value
  const rows = new Map((await sheetRows(tx, list)).map((row) => [row.subjectId, row]))
  const changed: (Entry & { row: SheetRow })[] = []
  for (const entry of input.entries) {
    const row = rows.get(entry.subjectId)
    if (!row) return refuse('not-on-rating-list')
    const wrong = whyNotRated(entry)
    if (wrong) return refuse('wrong-rating', { name: row.name, problem: wrong }, { field: entry.subjectId })
    if (row.unborn && entry.level !== null) {
      return refuse(
        'rating-before-birth',
        { name: row.name, period: periodName(list.period) },
        { field: entry.subjectId },
      )
    }
    if (isSame(entry, row)) continue
    if (row.version !== entry.version) return clash(row)
    changed.push({ ...entry, row })
  }
  if (changed.length === 0) return answer(list.row, input.entries, rows, new Map())

  const begun = list.row ? ok(list.row) : await beginList(tx, list, input.listId)
  if (!begun.ok) return begun
  const versions = new Map<string, number>()
  for (const entry of changed) {
    versions.set(entry.subjectId, entry.row.version + 1)
    await writeRow(tx, begun.value, list.unit.unit_no, entry)
  }
  const row = { ...begun.value, version: begun.value.version + 1 }
  await tx.db
    .updateTable('rating_list')
    .set({ version: row.version, ...preparedNow(tx) })
    .where('id', '=', row.id)
    .execute()
  await record(tx, 'rating-list.written', recordedList({ ...list, row }), {
    capacity: preparingCapacity(tx, list),
    unitId: list.unit.id,
    detail: { rows: changed.length },
  })
  return answer(row, input.entries, rows, versions)
}

async function beginList(tx: Tx, list: LoadedList, id: string): Promise<Result<ListRow>> {
  const row = await tx.db
    .insertInto('rating_list')
    .values({
      id,
      unit_id: list.unit.id,
      unit_no: list.unit.unit_no,
      period_id: list.period.id,
      state: 'draft',
      ...preparedNow(tx),
      created_at: tx.now,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  await record(tx, 'rating-list.begun', recordedList({ ...list, row }), {
    capacity: preparingCapacity(tx, list),
    unitId: list.unit.id,
  })
  return ok(row)
}

async function writeRow(tx: Tx, list: ListRow, unitNo: number, { row, ...entry }: Entry & { row: SheetRow }) {
  const values = {
    level: entry.level,
    not_rated: entry.notRated,
    note: entry.note,
    subject_name: row.name,
    version: row.version + 1,
    changed_by_name: actorName(tx.actor),
    changed_at: tx.now,
  }
  const isPerson = row.kind === 'person'
  const subject = { person_id: isPerson ? row.subjectId : null, rated_unit_id: isPerson ? null : row.subjectId }
  await tx.db
    .insertInto('rating_entry')
    .values({ ...values, ...subject, list_id: list.id, unit_no: unitNo })
    .onConflict((conflict) => conflict.columns(['list_id', 'subject_id']).doUpdateSet(values))
    .execute()
}

function isSame(entry: Entry, row: SheetRow): boolean {
  return entry.level === row.level && entry.notRated === row.notRated && entry.note === row.note
}

function clash({ subjectId, name, level, notRated, note, version }: SheetRow) {
  return refuse(
    'changed-meanwhile',
    {},
    { field: subjectId, data: { subjectId, name, level, notRated, note, version } },
  )
}

function answer(
  row: ListRow | undefined,
  entries: readonly Entry[],
  rows: ReadonlyMap<string, SheetRow>,
  versions: ReadonlyMap<string, number>,
): Result<Written> {
  const saved = entries.map(({ subjectId }) => ({
    subjectId,
    version: versions.get(subjectId) ?? rows.get(subjectId)?.version ?? 0,
  }))
  return ok({ listVersion: row?.version ?? 0, saved })
}
