import { sql } from 'kysely'
import { actingWords } from '../../kernel/actor.ts'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import { actorName, record } from '../../mechanisms/record/server/index.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { enqueue } from '../../platform/jobs/enqueue.ts'
import { type Counts, type ImportState, NO_ROWS, openActs, rowsToApply, STATE_WORDS } from '../domain/outcomes.ts'
import { APPLY_IMPORT, UNDO_IMPORT } from './apply-import.ts'
import { type ImportKinds, importFor } from './load-import.ts'

type Done = { done: true }
type Seen = { id: string; version: number }

/**
 * Orders that what was seen is applied. `rows` is the number the person read on the button; another number by now, or another version,
 * is refused and shown. Ordered already, it says so by doing nothing.
 */
export function orderApply(kinds: ImportKinds) {
  return async (tx: Tx, { id, version, rows }: Seen & { rows: number }): Promise<Result<Done>> => {
    const found = await importFor(tx, kinds, id, { lock: true })
    if (!found.ok) return found
    const { row } = found.value
    if (tx.actor.kind !== 'person') return refuse('not-signed-in')
    if (row.state === 'applying' || row.state === 'applied') return ok({ done: true })
    if (!openActs(row.state).includes('apply'))
      return refuse('import-not-now', { state: STATE_WORDS[row.state].toLowerCase() })
    const counts = { ...NO_ROWS, ...(row.counts as Partial<Counts>) }
    if (row.version !== version || rowsToApply(counts) !== rows) return refuse('import-changed')
    if (rows === 0) return refuse('import-nothing')
    await tx.db
      .updateTable('import')
      .set({
        state: 'applying',
        progress: 0,
        differs: 0,
        problem: null,
        ordered_by: tx.actor.accountId,
        ordered_by_name: actorName(tx.actor),
        ordered_capacity: actingWords(tx.actor) || null,
        ordered_at: tx.now,
        version: sql`version + 1`,
      })
      .where('id', '=', id)
      .execute()
    await tx.db
      .updateTable('import_row')
      .set({ differs: false })
      .where('import_id', '=', id)
      .where('differs', '=', true)
      .execute()
    await enqueue(tx, APPLY_IMPORT, { id }, { key: id })
    return ok({ done: true })
  }
}

/** Leaves an import that is being read or looked at; nothing of it was ever written. */
export function cancelImport(kinds: ImportKinds) {
  return async (tx: Tx, { id }: { id: string }): Promise<Result<Done>> => {
    const found = await importFor(tx, kinds, id, { lock: true })
    if (!found.ok) return found
    const { row, kind } = found.value
    if (row.state === 'cancelled') return ok({ done: true })
    if (!openActs(row.state).includes('cancel'))
      return refuse('import-not-now', { state: STATE_WORDS[row.state].toLowerCase() })
    await setState(tx, id, 'cancelled')
    const thing = { kind: 'import', id, name: row.file_name } as const
    await record(tx, 'import.cancelled', thing, { unitId: row.unit_id, detail: { what: kind.words.title } })
    return ok({ done: true })
  }
}

/** Orders that an applied import is undone as a whole. A second one finds it done. */
export function orderUndo(kinds: ImportKinds) {
  return async (tx: Tx, { id }: { id: string }): Promise<Result<Done>> => {
    const found = await importFor(tx, kinds, id, { lock: true })
    if (!found.ok) return found
    const { row } = found.value
    if (tx.actor.kind !== 'person') return refuse('not-signed-in')
    if (row.state === 'undoing' || row.state === 'undone') return ok({ done: true })
    if (!openActs(row.state).includes('undo'))
      return refuse('import-not-now', { state: STATE_WORDS[row.state].toLowerCase() })
    await setState(tx, id, 'undoing', { undone_by: tx.actor.accountId, undone_by_name: actorName(tx.actor) })
    await enqueue(tx, UNDO_IMPORT, { id }, { key: id })
    return ok({ done: true })
  }
}

async function setState(tx: Tx, id: string, state: ImportState, more: object = {}): Promise<void> {
  await tx.db
    .updateTable('import')
    .set({ state, progress: 0, problem: null, version: sql`version + 1`, ...more })
    .where('id', '=', id)
    .execute()
}
