import type { Selectable } from 'kysely'
import { newId } from '../../../kernel/ids.ts'
import { jsonText } from '../../../platform/database/json-text.ts'
import type { DocumentFactTable } from '../../../platform/database/tables.ts'
import type { Tx } from '../../../platform/database/unit-of-work.ts'
import type { FactShape } from '../contract.ts'
import type { FactKind, WireFactValue } from '../fact-values.ts'
import type { ReadFact } from '../read-fact.ts'

export type FactRow = Selectable<DocumentFactTable>

/** Stores the facts of a reading, in its order. */
export async function storeReading(tx: Tx, documentId: string, facts: readonly ReadFact[]): Promise<void> {
  if (facts.length === 0) return
  const ids = new Map(facts.map((fact) => [fact.key, newId(tx.now.getTime())]))
  const rows = facts.map((fact, index) => ({
    id: ids.get(fact.key) ?? newId(tx.now.getTime()),
    document_id: documentId,
    kind: fact.kind,
    order_no: index + 1,
    parent_id: fact.parent === null ? null : (ids.get(fact.parent) ?? null),
    value: jsonText(fact.value),
    read_value: jsonText(fact.value),
    source_start: fact.source?.start ?? null,
    source_end: fact.source?.end ?? null,
    confidence: fact.confidence,
    state: 'read' as const,
  }))
  // Periods first: a commemoration refers to its period.
  rows.sort((a, b) => Number(a.parent_id !== null) - Number(b.parent_id !== null))
  for (let start = 0; start < rows.length; start += 500) {
    await tx.db
      .insertInto('document_fact')
      .values(rows.slice(start, start + 500))
      .execute()
  }
}

/** The facts of a document in the order of the paper; removed ones only when asked for. */
export async function factsOf(tx: Tx, documentId: string, withRemoved = true): Promise<FactShape[]> {
  let query = tx.db.selectFrom('document_fact').selectAll().where('document_id', '=', documentId)
  if (!withRemoved) query = query.where('state', '<>', 'removed')
  const rows = await query.orderBy('order_no').orderBy('id').execute()
  return rows.map(toFact)
}

export function toFact(row: FactRow): FactShape {
  return {
    id: row.id,
    kind: row.kind as FactKind,
    parentId: row.parent_id,
    value: row.value as WireFactValue,
    readValue: row.read_value as WireFactValue | null,
    source:
      row.source_start === null || row.source_end === null ? null : { start: row.source_start, end: row.source_end },
    confidence: row.confidence,
    state: row.state,
    version: row.version,
    changedBy: row.changed_by,
    changedAt: row.changed_at?.toISOString() ?? null,
  }
}
