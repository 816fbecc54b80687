import { formatDate, plainDate } from '../../kernel/plain-date.ts'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import { actorName, record } from '../../mechanisms/record/server/index.ts'
import { lockId } from '../../platform/database/lock-id.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { unitPath } from '../../platform/database/unit-tree.ts'
import { getFiles, whyTooLargeToRead } from '../../platform/files/file-rows.ts'
import { enqueue } from '../../platform/jobs/enqueue.ts'
import { findImport, findKind, type ImportKinds, optionsOf } from './load-import.ts'

export const READ_IMPORT = 'read-import'
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export type NewImport = {
  readonly id: string
  readonly kind: string
  readonly unitId: string
  readonly fileId: string
  readonly defaultDay: string | null
}

/** Takes a sheet in for a unit and those below it; it is read as soon as this has committed. The same again changes nothing. */
export function startImport(kinds: ImportKinds) {
  return async (tx: Tx, input: NewImport): Promise<Result<{ id: string }>> => {
    const kind = findKind(kinds, input.kind)
    const unit = await tx.db
      .selectFrom('unit')
      .select(['id', 'unit_no', 'name', 'valid_to'])
      .where('id', '=', input.unitId)
      .executeTakeFirst()
    if (!kind || !unit) return refuse('not-found')
    const why = kind.whyMayNot(tx.actor, await unitPath(tx, unit.id))
    if (why) return { ok: false, refusal: why }
    if (tx.actor.kind !== 'person') return refuse('not-signed-in')
    if (unit.valid_to !== null && unit.valid_to < tx.today) {
      return refuse('unit-ended', { unit: unit.name, day: formatDate(unit.valid_to) }, { field: 'unitId' })
    }
    const files = await getFiles(tx, [input.fileId], 'fileId')
    if (!files.ok) return files
    const [file] = files.value
    if (!file || file.mediaType !== XLSX) return refuse('import-not-a-sheet', {}, { field: 'fileId' })
    const tooLarge = whyTooLargeToRead(file, 'fileId')
    if (tooLarge) return tooLarge

    await lockId(tx, input.id)
    const there = await findImport(tx, input.id)
    if (there)
      return there.file_id === input.fileId && there.unit_id === unit.id ? ok({ id: input.id }) : refuse('id-taken')
    // From here on it is no file like others: it holds what a list never shows.
    const { numUpdatedRows } = await tx.db
      .updateTable('file')
      .set({ for_import: true })
      .where('id', '=', file.id)
      .where('uploaded_by', '=', tx.actor.accountId)
      .executeTakeFirstOrThrow()
    if (numUpdatedRows !== 1n) return refuse('file-not-found', {}, { field: 'fileId' })
    await tx.db
      .insertInto('import')
      .values({
        id: input.id,
        kind: kind.name,
        unit_id: unit.id,
        unit_no: unit.unit_no,
        file_id: file.id,
        file_name: file.name,
        options: optionsOf(input.defaultDay === null ? null : plainDate(input.defaultDay)),
        state: 'reading',
        columns: '[]',
        unknown_heads: '[]',
        counts: '{}',
        created_by: tx.actor.accountId,
        created_by_name: actorName(tx.actor),
        created_at: tx.now,
      })
      .execute()
    const detail = { what: kind.words.title, unit: unit.name }
    await record(tx, 'import.begun', { kind: 'import', id: input.id, name: file.name }, { unitId: unit.id, detail })
    await enqueue(tx, READ_IMPORT, { id: input.id }, { key: input.id })
    return ok({ id: input.id })
  }
}
