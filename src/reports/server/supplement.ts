import { sql } from 'kysely'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import type { ReportContent } from '../domain/form.ts'
import { isExplained, isFilled } from '../domain/values.ts'

/** Of each submission the keys of the lines that stood filled in what was last sent before that moment. */
export async function filledBefore(
  tx: Tx,
  submissionIds: readonly string[],
  moment: Date,
): Promise<Map<string, ReadonlySet<string>>> {
  if (submissionIds.length === 0) return new Map()
  const { rows } = await sql<{ id: string; content: ReportContent }>`
    select distinct on (submission_id) submission_id as id, content from app.submission_version
    where submission_id = any(${[...submissionIds]}::uuid[]) and submitted_at <= ${moment}
    order by submission_id, sent_no desc`.execute(tx.db)
  return new Map(rows.map((row) => [row.id, filledKeys(row.content)]))
}

function filledKeys(content: ReportContent): ReadonlySet<string> {
  const lines = Object.entries(content.lines)
  return new Set(lines.filter(([, { value }]) => isFilled(value) || isExplained(value)).map(([key]) => key))
}
