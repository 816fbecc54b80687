import { sql } from 'kysely'
import type { LoadedObligation } from '../../mechanisms/obligations/server/index.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import type { LineShape } from '../contract.ts'
import type { ReportContent } from '../domain/form.ts'

export type AsBefore = { formTitle: string; periodName: string; lines: Record<string, LineShape['value']> }

/**
 * What the unit sent for an earlier form, line by line, supplements with it; nothing where it sent nothing. Lines are compared by their
 * keys, which a copied form keeps.
 */
export async function sentBefore(
  tx: Tx,
  formId: string | null,
  obligation: Pick<LoadedObligation, 'unitId'>,
): Promise<AsBefore | null> {
  if (formId === null) return null
  const form = await tx.db
    .selectFrom('report_form')
    .select(['title', 'period_name'])
    .where('id', '=', formId)
    .executeTakeFirst()
  if (!form) return null
  const { rows } = await sql<{ content: ReportContent }>`
    select v.content from app.obligation o
    join app.submission s on s.obligation_id = o.id and s.state in ('submitted', 'accepted')
    join app.submission_version v on v.submission_id = s.id and v.sent_no = s.sent_count
    where o.kind = 'report' and o.unit_id = ${obligation.unitId} and o.source_key like 'form:%'
      and split_part(o.source_key, ':', 2) = ${formId}
    order by length(o.source_key), o.source_key`.execute(tx.db)
  if (rows.length === 0) return null
  const lines: AsBefore['lines'] = {}
  for (const { content } of rows) {
    for (const [key, line] of Object.entries(content.lines)) lines[key] = line.value as LineShape['value']
  }
  return { formTitle: form.title, periodName: form.period_name, lines }
}
