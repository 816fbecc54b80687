import { ok, type Result } from '../../kernel/result.ts'
import { record } from '../../mechanisms/record/server/index.ts'
import type { SubmissionDesk } from '../../mechanisms/submissions/server/index.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import type { LineShape } from '../contract.ts'
import { type ManyLines, putMany } from './put-many.ts'
import { lineShapes } from './report-lines.ts'

type Taken = { lines: LineShape[]; submissionId: string; submissionVersion: number }

/** Puts the chosen lines of a sheet into the report: all of them, or none when one of them has changed since they were compared. */
export function takeSheet(desk: SubmissionDesk) {
  return async (tx: Tx, input: ManyLines): Promise<Result<Taken>> => {
    const put = await putMany(tx, desk, input)
    if (!put.ok) return put
    const { report, written } = put.value
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
