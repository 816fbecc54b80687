import { ok, type Result } from '../../kernel/result.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { rootUnit } from '../../platform/database/unit-tree.ts'
import { whyMayNotDeclareOutage } from '../domain/permissions.ts'
import { openOutage, spanWords } from './outages.ts'

type OutageShape = {
  id: string
  from: string
  to: string | null
  span: string
  reason: string
  documentWords: string | null
  declaredByName: string
  endedByName: string | null
  lengthened: number | null
  takenBack: { byName: string; reason: string } | null
  actions: { end?: { whyNot: null }; 'take-back'?: { whyNot: null } }
}

/** Every outage, newest first. Everybody is told: it says why a last day moved. */
export async function listOutages(
  tx: Tx,
): Promise<Result<{ outages: OutageShape[]; now: string | null; actions: { declare?: { whyNot: null } } }>> {
  const rows = await tx.db
    .selectFrom('outage')
    .selectAll()
    .orderBy('from_day', 'desc')
    .orderBy('declared_at', 'desc')
    .execute()
  const may = whyMayNotDeclareOutage(tx.actor, (await rootUnit(tx)).id) === undefined
  const current = await openOutage(tx, tx.today)
  return ok({
    now: current?.id ?? null,
    outages: rows.map((row) => ({
      id: row.id,
      from: row.from_day,
      to: row.to_day,
      span: spanWords(row),
      reason: row.reason,
      documentWords: row.document_words,
      declaredByName: row.declared_by_name,
      endedByName: row.ended_by_name,
      lengthened: row.lengthened,
      takenBack:
        row.taken_back_at === null
          ? null
          : { byName: row.taken_back_by_name ?? '', reason: row.taken_back_reason ?? '' },
      actions:
        !may || row.taken_back_at !== null
          ? {}
          : { ...(row.to_day === null ? { end: { whyNot: null } } : {}), 'take-back': { whyNot: null } },
    })),
    actions: may ? { declare: { whyNot: null } } : {},
  })
}
