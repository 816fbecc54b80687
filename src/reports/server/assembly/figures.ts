import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/unit-of-work.ts'
import type { LineTotal } from '../../domain/assembly.ts'
import type { Branch } from './branch.ts'

type Row = { formId: string; lineKey: string; reports: number; amount: number; base: number | null }

/** Of each form, by line, what the figures of the branch come to; a line of which no report gives a figure is not there. */
export async function totalsOf(
  tx: Tx,
  { formIds, branch }: { formIds: readonly string[]; branch: Branch },
): Promise<Map<string, Map<string, LineTotal>>> {
  const { rows } = await sql<Row>`
    select form_id as "formId", line_key as "lineKey", count(*)::int as reports, sum(amount)::float8 as amount, sum(base)::float8 as base
    from app.report_figure
    where form_id = any(${[...formIds]}::uuid[]) and unit_no = any(${branch.units.map((unit) => unit.no)}::int[])
    group by form_id, line_key`.execute(tx.db)
  const totals = new Map<string, Map<string, LineTotal>>(formIds.map((id) => [id, new Map()]))
  for (const { formId, lineKey, ...total } of rows) totals.get(formId)?.set(lineKey, total)
  return totals
}

export type FigureOfReport = { amount: number; base: number | null }

/** The figures of these reports, by submission and line. */
export async function figuresOfReports(
  tx: Tx,
  submissionIds: readonly string[],
): Promise<Map<string, Record<string, FigureOfReport>>> {
  const found = new Map<string, Record<string, FigureOfReport>>()
  if (submissionIds.length === 0) return found
  const { rows } = await sql<{ submissionId: string; lineKey: string } & FigureOfReport>`
    select submission_id as "submissionId", line_key as "lineKey", amount::float8 as amount, base::float8 as base
    from app.report_figure where submission_id = any(${[...submissionIds]}::uuid[]) order by line_key`.execute(tx.db)
  for (const { submissionId, lineKey, amount, base } of rows) {
    const there = found.get(submissionId) ?? {}
    there[lineKey] = { amount, base }
    found.set(submissionId, there)
  }
  return found
}
