import type { Selectable } from 'kysely'
import { holds } from '../../kernel/actor.ts'
import type { PlainDate } from '../../kernel/plain-date.ts'
import { plainDate } from '../../kernel/plain-date.ts'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import type { ImportTable } from '../../platform/database/tables.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { unitPath } from '../../platform/database/unit-tree.ts'
import type { ImportKind, ImportOrder } from './import-kind.ts'

export type ImportRow = Selectable<ImportTable>
export type ImportKinds = readonly ImportKind[]

/** The kinds of this program by name; a kind that is gone leaves imports one can still look at. */
export function findKind(kinds: ImportKinds, name: string): ImportKind | undefined {
  return kinds.find((kind) => kind.name === name)
}

export function getKind(kinds: ImportKinds, name: string): ImportKind {
  const kind = findKind(kinds, name)
  if (!kind) throw new Error(`no kind of import ${name}`)
  return kind
}

export async function findImport(tx: Tx, id: string, { lock = false } = {}): Promise<ImportRow | undefined> {
  const query = tx.db.selectFrom('import').selectAll().where('id', '=', id)
  return (lock ? query.forUpdate() : query).executeTakeFirst()
}

export function orderOf(row: ImportRow): ImportOrder {
  const { defaultDay } = row.options as { defaultDay?: string | null }
  return { id: row.id, unitId: row.unit_id, unitNo: row.unit_no, defaultDay: defaultDay ? plainDate(defaultDay) : null }
}

export function optionsOf(defaultDay: PlainDate | string | null): string {
  return JSON.stringify({ defaultDay })
}

/**
 * The import with its kind, for somebody who may act on it. The auditor may look. Whoever may not import for that unit gets "not found": what came in such a
 * sheet is nobody else's to see.
 */
export async function importFor(
  tx: Tx,
  kinds: ImportKinds,
  id: string,
  { lock = false, reading = false } = {},
): Promise<Result<{ row: ImportRow; kind: ImportKind; mine: boolean }>> {
  const row = await findImport(tx, id, { lock })
  if (!row) return refuse('not-found')
  const kind = getKind(kinds, row.kind)
  const path = await unitPath(tx, row.unit_id)
  const mine = kind.whyMayNot(tx.actor, path) === undefined
  return mine || (reading && holds(tx.actor, 'auditor', path)) ? ok({ row, kind, mine }) : refuse('not-found')
}
