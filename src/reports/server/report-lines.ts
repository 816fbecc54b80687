import type { Selectable } from 'kysely'
import { actorName } from '../../mechanisms/record/server/index.ts'
import { jsonText } from '../../platform/database/json-text.ts'
import type { ReportLineTable } from '../../platform/database/tables.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { fileShape, findFiles } from '../../platform/files/file-rows.ts'
import type { LineShape } from '../contract.ts'
import type { LineValue } from '../domain/form.ts'

export type LineRow = Selectable<ReportLineTable>

/** What stands on the lines of a report now, by key. */
export async function linesOfReport(tx: Tx, submissionId: string): Promise<Map<string, LineRow>> {
  const rows = await tx.db
    .selectFrom('report_line')
    .selectAll()
    .where('submission_id', '=', submissionId)
    .orderBy('line_key')
    .execute()
  return new Map(rows.map((row) => [row.line_key, row]))
}

/** Lines as they go over the wire, with the files that hang on them. */
export async function lineShapes(tx: Tx, rows: readonly LineRow[]): Promise<LineShape[]> {
  const files = await findFiles(tx, [...new Set(rows.flatMap((row) => row.file_ids))])
  const byId = new Map(files.map((file) => [file.id, fileShape(file)]))
  return rows.map((row) => ({
    key: row.line_key,
    value: row.value as LineShape['value'],
    files: row.file_ids.flatMap((id) => byId.get(id) ?? []),
    version: row.version,
    changedByName: row.changed_by_name,
    changedAt: row.changed_at.toISOString(),
  }))
}

/** Puts a value on a line. The caller holds the submission's lock and has looked at the version. */
export async function putLine(
  tx: Tx,
  line: { submissionId: string; key: string; value: LineValue; fileIds: readonly string[] },
): Promise<LineRow> {
  const written = {
    value: jsonText(line.value),
    file_ids: [...line.fileIds],
    changed_by_name: actorName(tx.actor),
    changed_at: tx.now,
  }
  return tx.db
    .insertInto('report_line')
    .values({ submission_id: line.submissionId, line_key: line.key, ...written })
    .onConflict((conflict) =>
      conflict
        .columns(['submission_id', 'line_key'])
        .doUpdateSet((eb) => ({ ...written, version: eb('report_line.version', '+', 1) })),
    )
    .returningAll()
    .executeTakeFirstOrThrow()
}
