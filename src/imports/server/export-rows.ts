import { sql } from 'kysely'
import { isId } from '../../kernel/ids.ts'
import { refusalSentence } from '../../kernel/refusals.ts'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import type { SheetColumn, SheetRow } from '../../kernel/sheet-columns.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import type { ListExport, OpenedList } from '../../platform/export/list-export.ts'
import type { ImportKind } from './import-kind.ts'
import { type ImportKinds, importFor } from './load-import.ts'
import { peopleToEdit } from './people/export-to-edit.ts'
import type { KeptRow } from './show-import.ts'
import { placesOf, problemShape } from './show-import.ts'

const REASON = 'importReason'
const BATCH = 1000

/** The rows of an import that could not be taken, as the same sheet with a column that says why: put right, they are brought in again. */
export function importExports(kinds: ImportKinds): readonly ListExport[] {
  return [
    peopleToEdit,
    {
      name: 'import-errors',
      fileName: 'dong-loi',
      title: 'Các dòng lỗi',
      columns: [],
      open: async (tx, query): Promise<Result<OpenedList>> => {
        const { id = '' } = query
        if (!isId(id)) return refuse('not-found')
        const found = await importFor(tx, kinds, id, { reading: true })
        if (!found.ok) return found
        const { row, kind } = found.value
        const { rows } = await sql<{ total: number }>`
          select count(*) as total from app.import_row where import_id = ${id} and outcome in ('wrong', 'doubtful')`.execute(
          tx.db,
        )
        return ok({
          total: rows[0]?.total ?? 0,
          rows: wrongRows(tx, kind, id, placesOf(row)),
          columns: columnsWithReason(kind),
          narrowedTo: row.file_name,
        })
      },
    },
  ]
}

/** Every column as text, so that what could not be read stands there as it was typed. */
function columnsWithReason(kind: ImportKind): SheetColumn[] {
  const columns = kind.columns.map((column): SheetColumn => {
    const { key, head, width } = column
    if (column.hidden) return { key, head, kind: 'text', hidden: true }
    return { key, head, kind: 'text', ...(width === undefined ? {} : { width }) }
  })
  return [...columns, { key: REASON, head: 'Lý do chưa nhập được', kind: 'text', width: 60, wrap: true }]
}

async function* wrongRows(
  tx: Tx,
  kind: ImportKind,
  id: string,
  places: ReadonlyMap<string, number>,
): AsyncGenerator<SheetRow<SheetColumn[]>> {
  let after = 0
  for (;;) {
    const { rows } = await sql<KeptRow>`
      select * from app.import_row where import_id = ${id} and outcome in ('wrong', 'doubtful') and row_no > ${after}
      order by row_no limit ${BATCH}`.execute(tx.db)
    for (const row of rows) {
      after = row.row_no
      const typed = Object.fromEntries(
        row.problems.flatMap(({ key, values }) => (key !== null && values.found ? [[key, values.found]] : [])),
      )
      const shown = kind.show(row.staged)
      const said = Object.fromEntries(
        Object.entries({ ...shown, ...kind.hiddenValues(row.staged) }).map(([key, value]) => [
          key,
          value ?? typed[key] ?? null,
        ]),
      )
      const reasons = row.problems.map((problem) => {
        const { cell, sentence } = problemShape(kind.columns, row.row_no, problem, places)
        return cell === null ? sentence : `${cell}: ${sentence}`
      })
      if (row.outcome === 'doubtful') reasons.push(refusalSentence('import-undecided'))
      yield { ...said, [REASON]: reasons.join('\n') } as SheetRow<SheetColumn[]>
    }
    if (rows.length < BATCH) return
  }
}
