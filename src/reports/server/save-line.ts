import { formatDate } from '../../kernel/plain-date.ts'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import type { LoadedObligation } from '../../mechanisms/obligations/server/index.ts'
import { findObligation } from '../../mechanisms/obligations/server/index.ts'
import {
  noteWritten,
  openToWrite,
  type SubmissionDesk,
  type SubmissionRow,
} from '../../mechanisms/submissions/server/index.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { getFiles } from '../../platform/files/file-rows.ts'
import type { LineShape } from '../contract.ts'
import type { FormLine, LineValue } from '../domain/form.ts'
import { takesReports } from '../domain/permissions.ts'
import { sameValue, whyWrong } from '../domain/values.ts'
import { holdFormOf } from './load-form.ts'
import { askedLine, type ReportContext, reportContext } from './report-context.ts'
import { type LineRow, lineShapes, linesOfReport, putLine } from './report-lines.ts'

export type OpenedReport = {
  readonly row: SubmissionRow
  readonly obligation: LoadedObligation
  readonly context: ReportContext
  readonly lines: Map<string, LineRow>
}

/**
 * Opens a report for writing and holds it: begun when nobody has. Refuses what every writing refuses, and when there is no form yet or
 * the period is closed; a report of which something is typed may go on until the last day of grace.
 */
export async function openReport(
  tx: Tx,
  desk: SubmissionDesk,
  input: { obligationId: string; submissionId: string },
): Promise<Result<OpenedReport>> {
  const waiting = await whyNoForm(tx, desk, input.obligationId)
  if (waiting) return waiting
  const before = await reportContext(tx, input.obligationId)
  const content = { kind: 'report' as const, formVersion: before?.versionNo ?? 1, lines: {} }
  const opened = await openToWrite(tx, desk, {
    id: input.submissionId,
    obligationId: input.obligationId,
    content,
    formVersion: content.formVersion,
  })
  if (!opened.ok) return opened
  const { row, obligation, begun } = opened.value
  await holdFormOf(tx, input.obligationId)
  const context = await reportContext(tx, input.obligationId)
  if (!context) return refuse('report-without-form', { office: obligation.owedToUnitName })
  if (!takesReports(context.form, { today: tx.today, begun: !begun })) {
    return refuse('report-form-closed', { day: formatDate(context.form.closed_on ?? tx.today) })
  }
  return ok({ row, obligation, context, lines: await linesOfReport(tx, row.id) })
}

async function whyNoForm(tx: Tx, desk: SubmissionDesk, obligationId: string) {
  if (await reportContext(tx, obligationId)) return undefined
  const obligation = await findObligation(tx, desk.things, obligationId)
  if (obligation?.kind !== 'report') return refuse('not-found')
  return refuse('report-without-form', { office: obligation.owedToUnitName })
}

/** The line, when it is asked for, not accepted already, and the value can stand on it. */
export async function whyMayNotPut(
  tx: Tx,
  { row, context }: OpenedReport,
  key: string,
  value: LineValue,
): Promise<Result<FormLine>> {
  const line = askedLine(context, key)
  if (!line) return refuse('report-line-gone')
  const wrong = whyWrong(line, value)
  if (wrong !== undefined) {
    return refuse('report-value-wrong', { line: line.label, problem: wrong }, { field: `lines.${key}` })
  }
  if (row.return_reason !== null && (await acceptedLines(tx, row)).has(key)) return refuse('report-line-accepted')
  return ok(line)
}

/** Lines the receiver accepted when he returned the rest: they stay as they were sent. */
export async function acceptedLines(
  tx: Tx,
  row: Pick<SubmissionRow, 'id' | 'sent_count'>,
): Promise<ReadonlySet<string>> {
  const rows = await tx.db
    .selectFrom('submission_line')
    .select('line_key')
    .where('submission_id', '=', row.id)
    .where('sent_no', '=', row.sent_count)
    .where('outcome', '=', 'accepted')
    .execute()
  return new Set(rows.map((one) => one.line_key))
}

type Saved = { line: LineShape; submissionId: string; submissionVersion: number }
type Input = {
  obligationId: string
  lineKey: string
  submissionId: string
  version: number
  value: LineValue
  fileIds: string[]
}

/**
 * Saves one line. Two officers who write on two lines at once lose nothing; on the same line the second is told, with what stands there
 * now. The same again, sent twice because the answer was lost, finds it there.
 */
export function saveLine(desk: SubmissionDesk) {
  return async (tx: Tx, input: Input): Promise<Result<Saved>> => {
    const opened = await openReport(tx, desk, input)
    if (!opened.ok) return opened
    const report = opened.value
    const line = await whyMayNotPut(tx, report, input.lineKey, input.value)
    if (!line.ok) return line
    const there = report.lines.get(input.lineKey)
    const clash = await clashOn(tx, there, input)
    if (clash === 'same' && there) return answer(tx, report.row, there, report.row.version)
    if (clash !== undefined && clash !== 'same') return clash
    const files = await getFiles(tx, input.fileIds, `lines.${input.lineKey}.files`)
    if (!files.ok) return files
    const put = { submissionId: report.row.id, key: input.lineKey, value: input.value, fileIds: input.fileIds }
    const written = await putLine(tx, put)
    await noteReportWritten(tx, report)
    return answer(tx, report.row, written, report.row.version + 1)
  }
}

/** Somebody has written on the report: it is a draft again, under the version it was written for. */
export async function noteReportWritten(tx: Tx, { row, context }: OpenedReport): Promise<void> {
  await noteWritten(tx, row, row.sent_count === 0 ? { formVersion: context.versionNo } : {})
}

/** What stands in the way on one line: another's value, or nothing but the very same. */
export async function clashOn(
  tx: Tx,
  there: LineRow | undefined,
  input: { version: number; value: LineValue; fileIds: readonly string[] },
) {
  if ((there?.version ?? 0) === input.version) return undefined
  if (there && sameValue(there.value as LineValue, input.value) && there.file_ids.join() === input.fileIds.join()) {
    return 'same' as const
  }
  const [line] = there ? await lineShapes(tx, [there]) : []
  return refuse('changed-meanwhile', {}, { field: 'lines', data: { line: line ?? null } })
}

async function answer(tx: Tx, row: SubmissionRow, line: LineRow, submissionVersion: number): Promise<Result<Saved>> {
  const [shape] = await lineShapes(tx, [line])
  if (!shape) throw new Error(`line ${line.line_key} of ${row.id} is gone after it was saved`)
  return ok({ line: shape, submissionId: row.id, submissionVersion })
}
