import { sql } from 'kysely'
import { formatDate } from '../../kernel/plain-date.ts'
import { ok, refusal, refuse } from '../../kernel/result.ts'
import type { SubmissionContent } from '../../mechanisms/submissions/contract.ts'
import type { SubmissionKind, SubmissionRow } from '../../mechanisms/submissions/server/index.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { findLine, linesOf } from '../domain/definition.ts'
import { takesReports } from '../domain/permissions.ts'
import { figuresOf, missingIn, whyWrong } from '../domain/values.ts'
import { contextOf, type ReportContext } from './report-context.ts'
import { linesOfReport, putLine } from './report-lines.ts'

type Content = Extract<SubmissionContent, { kind: 'report' }>
type Asked = ReportContext | undefined

/**
 * Reports among what travels: their content lies line by line, their figures are there for adding up exactly while the report is sent or
 * accepted.
 */
export const reportKind: SubmissionKind<Content, Asked> = {
  kind: 'report',
  // A version published while this is being sent waits for it, and sees that it was sent.
  askedFor: (tx, { obligation, row }, how) => {
    const { id, sourceKey, askedLines } = obligation
    return contextOf(tx, { id, sourceKey, askedLines, sentCount: row.sent_count, formVersion: row.form_version }, how)
  },
  contentOf,
  // A paper takes the place of what the unit was writing, which is set aside whole before it.
  keep: async (tx, row, { content, receivedOn, asked: context }) => {
    if (!context) return refuse('report-without-form', { office: 'Nơi nhận' })
    // What came while reports were taken is typed in also after it.
    const { form } = context
    if (form.closed_on !== null && receivedOn > (form.grace_until ?? form.closed_on)) {
      return refuse('report-form-closed', { day: formatDate(form.closed_on) }, { field: 'receivedOn' })
    }
    // Typed in under another version than the one that holds for the unit: its lines would mean something else.
    if (content.formVersion !== context.versionNo) return refuse('changed-meanwhile')
    for (const [key, { value }] of Object.entries(content.lines)) {
      const line = findLine(context.definition, key)
      if (!line) return refuse('no-such-line', { line: key }, { field: `lines.${key}` })
      const wrong = whyWrong(line, value)
      if (wrong !== undefined) {
        return refuse('report-value-wrong', { line: line.label, problem: wrong }, { field: `lines.${key}` })
      }
    }
    await sql`delete from app.report_line where submission_id = ${row.id}`.execute(tx.db)
    for (const [key, line] of Object.entries(content.lines)) {
      await putLine(tx, { submissionId: row.id, key, value: line.value, fileIds: line.fileIds })
    }
    return ok(undefined)
  },
  missing: (content, { obligation, today, asked: context }) => {
    if (!context) return [{ what: `biểu mẫu của ${obligation.owedToUnitName}`, field: 'lines' }]
    const { form, definition } = context
    if (!takesReports(form, { today, begun: true })) {
      const closed = form.closed_on === null ? '' : ` ngày ${formatDate(form.closed_on)}`
      return [{ what: `kỳ báo cáo còn mở (đã khép${closed})`, field: 'lines' }]
    }
    return missingIn(definition, content)
  },
  onSent: async (tx, { row, obligation, content, asked: context }) => {
    if (!context) return
    if (row.sent_count > 0) await dropFigures(tx, row)
    const figures = figuresOf(context.definition, content)
    if (figures.length === 0) return
    const texts = (one: 'amount' | 'base') =>
      figures.map((figure) => (figure[one] === null ? null : String(figure[one])))
    await sql`
      insert into app.report_figure (form_id, submission_id, line_key, unit_no, amount, base)
      select ${context.form.id}::uuid, ${row.id}::uuid, f.line_key, ${obligation.unitNo}::integer, f.amount, f.base
      from unnest(${figures.map((figure) => figure.lineKey)}::text[], ${texts('amount')}::numeric[], ${texts('base')}::numeric[])
        as f (line_key, amount, base)`.execute(tx.db)
  },
  whyNotBack: ({ today, asked: context }) => {
    if (!context || takesReports(context.form, { today, begun: true })) return undefined
    return refusal('report-form-closed-back', { day: formatDate(context.form.closed_on ?? today) })
  },
  onUnsent: (tx, { row }) => dropFigures(tx, row),
}

/** What stands on the lines the unit is asked for; what was written on others stays where it is and does not travel. */
async function contentOf(tx: Tx, row: SubmissionRow, context: Asked): Promise<{ content: Content; fileIds: string[] }> {
  const there = await linesOfReport(tx, row.id)
  const lines: Content['lines'] = {}
  for (const key of keysOf(context, there)) {
    const line = there.get(key)
    if (line) lines[key] = { value: line.value as Content['lines'][string]['value'], fileIds: line.file_ids }
  }
  const fileIds = [...new Set(Object.values(lines).flatMap((line) => line.fileIds))]
  return { content: { kind: 'report', formVersion: context?.versionNo ?? row.form_version ?? 1, lines }, fileIds }
}

function keysOf(context: Asked, there: Map<string, unknown>): readonly string[] {
  return context === undefined ? [...there.keys()] : linesOf(context.definition).map((line) => line.key)
}

async function dropFigures(tx: Tx, row: Pick<SubmissionRow, 'id'>): Promise<void> {
  await sql`delete from app.report_figure where submission_id = ${row.id}`.execute(tx.db)
}
