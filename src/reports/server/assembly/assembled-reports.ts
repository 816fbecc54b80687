import { ok, type Result } from '../../../kernel/result.ts'
import { foldForSearch } from '../../../kernel/vietnamese-text.ts'
import type { ObligationThings } from '../../../mechanisms/obligations/server/index.ts'
import type { Tx } from '../../../platform/database/unit-of-work.ts'
import type { ReportRow } from '../../contract.ts'
import { isMissing, isSent } from '../../domain/assembly.ts'
import { type Asked, openBranch } from './branch.ts'
import { figuresOfReports } from './figures.ts'
import { type ReportOfBranch, reportsOfBranch } from './reports-of-branch.ts'

const PAGE_SIZE = 50

export type Shown = { q?: string | undefined; show: 'all' | 'sent' | 'missing' }
type Page = { rows: ReportRow[]; total: number; page: number; pageSize: number }

/** The reports of a branch one by one, with their figures; what a supplement brought stands with the report it belongs to. */
export function assembledReports(things: ObligationThings) {
  return async (tx: Tx, input: Asked & Shown & { page: number }): Promise<Result<Page>> => {
    const listed = await listReports(tx, things, input)
    if (!listed.ok) return listed
    const { all, shown } = listed.value
    const start = (input.page - 1) * PAGE_SIZE
    const rows = await withFigures(tx, all, shown.slice(start, start + PAGE_SIZE))
    return ok({ rows, total: shown.length, page: input.page, pageSize: PAGE_SIZE })
  }
}

/** Every report of the branch, and those that the page was narrowed to. */
export async function listReports(
  tx: Tx,
  things: ObligationThings,
  { q, show, ...asked }: Asked & Shown,
): Promise<Result<{ all: ReportOfBranch[]; shown: ReportOfBranch[] }>> {
  const opened = await openBranch(tx, asked)
  if (!opened.ok) return opened
  const { form, branch } = opened.value
  const all = await reportsOfBranch(tx, things, { formId: form.row.id, branch })
  const words = foldForSearch(q ?? '')
    .split(' ')
    .filter(Boolean)
  const shown = all.filter((report) => {
    if (show === 'sent' && !isSent(report.place)) return false
    if (show === 'missing' && !isMissing(report.place)) return false
    // What a version added stands apart only while it is missing: its figures stand with the report, where the branch has it.
    if (!isOwn(report) && !isMissing(report.place)) return false
    const name = foldForSearch(`${report.unitName} ${report.carriedByName ?? ''}`)
    return words.every((word) => name.includes(word))
  })
  return ok({ all, shown })
}

/** These reports with their figures, and with those their supplements brought. */
export async function withFigures(
  tx: Tx,
  all: readonly ReportOfBranch[],
  shown: readonly ReportOfBranch[],
): Promise<ReportRow[]> {
  const wanted = new Set(shown.map((report) => report.of))
  const parts = all.filter((report) => wanted.has(report.of) && isSent(report.place))
  const figures = await figuresOfReports(
    tx,
    parts.flatMap((report) => report.submissionId ?? []),
  )
  const together = new Map<string, ReportRow['figures']>()
  for (const { of, submissionId } of parts) {
    together.set(of, sumOf(together.get(of) ?? {}, figures.get(submissionId ?? '') ?? {}))
  }
  return shown.map(({ submissionId: _submission, sentNo: _no, of, ...report }) => ({
    ...report,
    figures: report.obligationId === of ? (together.get(of) ?? {}) : {},
  }))
}

/** Does it stand for itself? A supplement stands with the report it completes. */
export function isOwn({ of, obligationId }: ReportOfBranch): boolean {
  return of === obligationId
}

/** A line that two parts of one report answer, as after a division: both count, as in the whole. */
function sumOf(one: ReportRow['figures'], other: ReportRow['figures']): ReportRow['figures'] {
  const sum = { ...one }
  for (const [key, figure] of Object.entries(other)) {
    const there = sum[key]
    sum[key] = there
      ? {
          amount: there.amount + figure.amount,
          base: there.base === null && figure.base === null ? null : (there.base ?? 0) + (figure.base ?? 0),
        }
      : figure
  }
  return sum
}
