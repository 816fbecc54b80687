import { ok, type Result } from '../../kernel/result.ts'
import type { SubmissionDesk } from '../../mechanisms/submissions/server/index.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import type { LineValue } from '../domain/form.ts'
import { type LineRow, putLine } from './report-lines.ts'
import { clashOn, noteReportWritten, type OpenedReport, openReport, whyMayNotPut } from './save-line.ts'

export type ManyLines = {
  obligationId: string
  submissionId: string
  lines: { lineKey: string; version: number; value: LineValue }[]
}

/** Puts values on many lines of a report, their papers left as they are: on all of them, or on none when one has changed meanwhile. */
export async function putMany(
  tx: Tx,
  desk: SubmissionDesk,
  input: ManyLines,
): Promise<Result<{ report: OpenedReport; written: LineRow[] }>> {
  const opened = await openReport(tx, desk, input)
  if (!opened.ok) return opened
  const report = opened.value
  const written: LineRow[] = []
  for (const { lineKey, version, value } of input.lines) {
    const line = await whyMayNotPut(tx, report, lineKey, value)
    if (!line.ok) return line
    const there = report.lines.get(lineKey)
    const fileIds = there?.file_ids ?? []
    const clash = await clashOn(tx, there, { version, value, fileIds })
    if (clash !== undefined && clash !== 'same') return clash
    written.push(
      clash === 'same' && there
        ? there
        : await putLine(tx, { submissionId: report.row.id, key: lineKey, value, fileIds }),
    )
  }
  await noteReportWritten(tx, report)
  return ok({ report, written })
}
