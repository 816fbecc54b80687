import { sql } from 'kysely'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { ObligationThings } from '../../../mechanisms/obligations/server/index.ts'
import type { Tx } from '../../../platform/database/unit-of-work.ts'
import { fileShape, findFiles } from '../../../platform/files/file-rows.ts'
import type { AssembledText, LineOfReport } from '../../assembly-contract.ts'
import { isSent } from '../../domain/assembly.ts'
import { isUntouched } from '../../domain/values.ts'
import { type Asked, type OpenedBranch, openBranch } from './branch.ts'
import { type AskedLine, linesOfForms } from './lines-of-form.ts'
import { type ReportOfBranch, reportsOfBranch } from './reports-of-branch.ts'

const PAGE_SIZE = 50

export type AskedOfLine = Asked & { lineKey: string }

type Page = {
  rows: LineOfReport[]
  total: number
  page: number
  pageSize: number
  edited: AssembledText | null
  gone: number
}

/**
 * What stands behind one line of the whole: of every unit the value it sent, with the papers that hang on it. Beside a text that was made of
 * these, what has been sent since is marked.
 */
export function assembledLine(things: ObligationThings) {
  return async (tx: Tx, input: AskedOfLine & { page: number }): Promise<Result<Page>> => {
    const opened = await openLine(tx, input)
    if (!opened.ok) return opened
    const parts = await partsOfLine(tx, things, opened.value)
    const saved = await findText(tx, opened.value)
    const start = (input.page - 1) * PAGE_SIZE
    const rows = await toRows(tx, parts.slice(start, start + PAGE_SIZE), saved?.sources)
    const there = new Set(parts.map((part) => part.submissionId))
    return ok({
      rows,
      total: parts.length,
      page: input.page,
      pageSize: PAGE_SIZE,
      edited: saved?.text ?? null,
      gone: Object.keys(saved?.sources ?? {}).filter((id) => !there.has(id)).length,
    })
  }
}

export type OpenedLine = OpenedBranch & { readonly asked: AskedLine }

/** The branch, and the line the form asks for or once asked for; refuses a line it never had. */
export async function openLine(
  tx: Tx,
  input: AskedOfLine,
  action: 'see' | 'edit' = 'see',
): Promise<Result<OpenedLine>> {
  const opened = await openBranch(tx, input, action)
  if (!opened.ok) return opened
  const { form } = opened.value
  const lines = (await linesOfForms(tx, [form.row.id])).get(form.row.id) ?? []
  const asked = lines.find((one) => one.line.key === input.lineKey)
  return asked ? ok({ ...opened.value, asked }) : refuse('report-line-gone')
}

export type PartOfLine = ReportOfBranch & {
  readonly submissionId: string
  readonly value: LineOfReport['value']
  readonly fileIds: readonly string[]
  readonly sentAt: Date
}

/** What was sent for the line, unit by unit; what was left empty without a word is left out. */
export async function partsOfLine(
  tx: Tx,
  things: ObligationThings,
  { form, branch, asked }: OpenedLine,
): Promise<PartOfLine[]> {
  const reports = (await reportsOfBranch(tx, things, { formId: form.row.id, branch })).filter((one) =>
    isSent(one.place),
  )
  const ids = reports.flatMap((report) => report.submissionId ?? [])
  const { rows } = await sql<{ id: string; line: { value: PartOfLine['value']; fileIds: string[] }; sentAt: Date }>`
    select s.id, v.content #> array['lines', ${asked.line.key}::text] as line, v.submitted_at as "sentAt"
    from app.submission s join app.submission_version v on v.submission_id = s.id and v.sent_no = s.sent_count
    where s.id = any(${ids}::uuid[]) and v.content #> array['lines', ${asked.line.key}::text] is not null`.execute(
    tx.db,
  )
  const sent = new Map(rows.map((row) => [row.id, row]))
  return reports.flatMap((report) => {
    const found = sent.get(report.submissionId ?? '')
    if (!found || isUntouched(found.line.value)) return []
    return [
      { ...report, submissionId: found.id, value: found.line.value, fileIds: found.line.fileIds, sentAt: found.sentAt },
    ]
  })
}

async function toRows(
  tx: Tx,
  parts: readonly PartOfLine[],
  sources: Readonly<Record<string, number>> | undefined,
): Promise<LineOfReport[]> {
  const files = await findFiles(tx, [...new Set(parts.flatMap((part) => part.fileIds))])
  const byId = new Map(files.map((file) => [file.id, fileShape(file)]))
  return parts.map((part) => ({
    obligationId: part.obligationId,
    submissionId: part.submissionId,
    unitName: part.unitName,
    carriedByName: part.carriedByName,
    sentNo: part.sentNo,
    sentAt: part.sentAt.toISOString(),
    value: part.value,
    files: part.fileIds.flatMap((id) => byId.get(id) ?? []),
    since: sources === undefined ? null : changedSince(sources[part.submissionId], part.sentNo),
  }))
}

function changedSince(read: number | undefined, now: number): LineOfReport['since'] {
  if (read === undefined) return 'new'
  return read === now ? null : 'changed'
}

/** The text somebody has made of the line for this branch, and the sendings it was made from. */
export async function findText(
  tx: Tx,
  { form, branch, asked }: OpenedLine,
): Promise<{ text: AssembledText; sources: Record<string, number> } | undefined> {
  const row = await tx.db
    .selectFrom('report_assembly')
    .selectAll()
    .where('form_id', '=', form.row.id)
    .where('unit_id', '=', branch.unit.id)
    .where('line_key', '=', asked.line.key)
    .executeTakeFirst()
  if (!row) return undefined
  const text = {
    lineKey: row.line_key,
    text: row.text,
    version: row.version,
    changedByName: row.changed_by_name,
    changedAt: row.changed_at.toISOString(),
  }
  return { text, sources: row.sources as Record<string, number> }
}
