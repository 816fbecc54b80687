import { ok, type Result } from '../../kernel/result.ts'
import { record } from '../../mechanisms/record/server/index.ts'
import type { SubmissionDesk } from '../../mechanisms/submissions/server/index.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import type { LineShape } from '../contract.ts'
import type { LineValue } from '../domain/form.ts'
import { type LineRow, lineShapes, putLine } from './report-lines.ts'
import { clashOn, noteReportWritten, openReport, whyMayNotPut } from './save-line.ts'

type Input = {
  obligationId: string
  submissionId: string
  lines: { lineKey: string; version: number; value: LineValue }[]
}
type Taken = { lines: LineShape[]; submissionId: string; submissionVersion: number }

/** Puts the chosen lines of a sheet into the report: all of them, or none when one of them has changed since they were compared. */
export function takeSheet(desk: SubmissionDesk) {
  return async (tx: Tx, input: Input): Promise<Result<Taken>> => {
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
    await record(
      tx,
      'report.sheet-taken',
      { kind: 'obligation', id: report.obligation.id, name: report.obligation.title },
      {
        unitId: report.obligation.unitId,
        detail: { lines: written.length, unit: report.obligation.unitName },
      },
    )
    return ok({
      lines: await lineShapes(tx, written),
      submissionId: report.row.id,
      submissionVersion: report.row.version + 1,
    })
  }
}
