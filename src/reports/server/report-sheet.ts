import { z } from 'zod'
import { readSheet } from '../../intake/xlsx/index.ts'
import type { Who } from '../../kernel/actor.ts'
import { refusalSentence } from '../../kernel/refusals.ts'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import { findObligation } from '../../mechanisms/obligations/server/index.ts'
import type { SubmissionDesk } from '../../mechanisms/submissions/server/index.ts'
import { id } from '../../platform/contract/shapes.ts'
import type { Tx, UnitOfWork } from '../../platform/database/unit-of-work.ts'
import { listExport } from '../../platform/export/list-export.ts'
import type { ContentStore } from '../../platform/files/content-store.ts'
import { getFiles, whyTooLargeToRead } from '../../platform/files/file-rows.ts'
import type { RequestContext } from '../../platform/http/context.ts'
import { answer } from '../../platform/http/refusal-reply.ts'
import { whoAsks } from '../../platform/http/use-cases.ts'
import type { LineShape } from '../contract.ts'
import { linesOf } from '../domain/definition.ts'
import type { LineValue } from '../domain/form.ts'
import { REPORT_COLUMNS, type ReportRow, rowsOf, valueOfRows } from '../domain/sheet.ts'
import { valueWords } from '../domain/value-words.ts'
import { emptyValue, sameValue, whyWrong } from '../domain/values.ts'
import { sentBefore } from './earlier-reports.ts'
import { type ReportContext, reportContext } from './report-context.ts'
import { linesOfReport } from './report-lines.ts'
import { reportPage } from './report-page.ts'
import { acceptedLines } from './save-line.ts'

/** The sheet to be filled, with what stands on the lines already; only for whoever reads the unit's unsent report. */
export function reportSheetExport(desk: SubmissionDesk) {
  return listExport({
    name: 'report-sheet',
    fileName: 'bao-cao',
    title: 'Báo cáo',
    columns: REPORT_COLUMNS,
    filter: z.object({ obligationId: id }),
    open: async (tx, { obligationId }) => {
      const opened = await openForSheet(tx, desk, obligationId)
      if (!opened.ok) return opened
      const { context, lines, previous } = opened.value
      const rows = rowsOf(context.definition, {
        form: markOf(context),
        lines: new Map([...lines].map(([key, line]) => [key, { value: line.value, version: line.version }])),
        previous,
      })
      return ok({ total: rows.length, rows, narrowedTo: context.form.title })
    },
  })
}

type ForSheet = {
  context: ReportContext
  lines: Map<string, { value: LineValue; version: number }>
  previous: Record<string, LineValue>
  accepted: ReadonlySet<string>
}

async function openForSheet(tx: Tx, desk: SubmissionDesk, obligationId: string): Promise<Result<ForSheet>> {
  const page = await reportPage(desk)(tx, { obligationId })
  if (!page.ok) return page
  // Before it is sent it is the unit's own: only its people take the sheet away or bring one.
  if (page.value.actions['note-example'] === undefined) return refuse('not-found')
  const obligation = await findObligation(tx, desk.things, obligationId)
  if (!obligation) return refuse('not-found')
  const context = await reportContext(tx, obligationId)
  if (!context) return refuse('report-without-form', { office: obligation.owedToUnitName })
  const submission = await tx.db
    .selectFrom('submission')
    .select(['id', 'sent_count', 'return_reason'])
    .where('obligation_id', '=', obligationId)
    .executeTakeFirst()
  const there = submission ? await linesOfReport(tx, submission.id) : new Map<string, never>()
  const before = await sentBefore(tx, context.form.previous_form_id, obligation)
  return ok({
    context,
    lines: new Map([...there].map(([key, row]) => [key, { value: row.value as LineValue, version: row.version }])),
    previous: before?.lines ?? {},
    accepted: submission && submission.return_reason !== null ? await acceptedLines(tx, submission) : new Set(),
  })
}

/** Which form and which version a sheet was taken from. */
function markOf({ form, versionNo }: ReportContext): string {
  return `${form.id}:${versionNo}`
}

type Compared = {
  warnings: string[]
  differences: {
    lineKey: string
    label: string
    before: string
    after: string
    value: LineShape['value']
    newerHere: boolean
  }[]
  problems: { row: number; text: string }[]
  unknown: { row: number; label: string }[]
  same: number
}
type Read = { no: number; values: ReportRow; problems: readonly string[] }

/**
 * Reads a filled sheet and says what it would change, line by line; nothing is written. A sheet of an older version is mapped by the keys
 * of its lines, and said to be one; a sheet of another form is refused.
 */
export function compareSheet(ground: Ground) {
  return async ({ input, context }: { input: Brought; context: RequestContext }): Promise<Compared> =>
    answer(await compareStored(ground, whoAsks(context), input))
}

type Ground = { work: UnitOfWork; store: ContentStore; desk: SubmissionDesk }
type Brought = { obligationId: string; fileId: string }

/** As `compareSheet`, for whoever is known already. Reading takes its time, so it stands outside any transaction. */
export async function compareStored(
  { work, store, desk }: Ground,
  who: Who,
  input: Brought,
): Promise<Result<Compared>> {
  const asked = await work.read(who, async (tx) => {
    const opened = await openForSheet(tx, desk, input.obligationId)
    if (!opened.ok) return opened
    const files = await getFiles(tx, [input.fileId], 'fileId')
    if (!files.ok) return files
    const [file] = files.value
    if (!file) return refuse('file-not-found', {}, { field: 'fileId' })
    return whyTooLargeToRead(file, 'fileId') ?? ok({ ...opened.value, sha256: file.sha256 })
  })
  if (!asked.ok) return asked
  const rows = await readRows(store, asked.value.sha256)
  return rows.ok ? compared(asked.value, rows.value) : rows
}

const MOST_ROWS = 5000

async function readRows(store: ContentStore, sha256: string): Promise<Result<Read[]>> {
  const rows: Read[] = []
  const read = await readSheet({
    source: { stream: (await store.open(sha256)) as AsyncIterable<Uint8Array> },
    columns: REPORT_COLUMNS,
    limits: { rows: MOST_ROWS },
    onRows: (found) => {
      for (const { no, values, problems } of found) {
        rows.push({
          no,
          values,
          problems: problems.map((one) => `Ô ${one.cell}: ${refusalSentence(one.refusal.code, one.refusal.values)}`),
        })
      }
    },
  })
  return read.ok ? ok(rows) : read
}

/** What the rows would change on the lines as they stand. */
function compared(known: ForSheet, rows: readonly Read[]): Result<Compared> {
  const { context } = known
  const marks = new Set(rows.flatMap(({ values }) => (values.form ? [values.form] : [])))
  const own = [...marks].filter((mark) => mark.startsWith(`${context.form.id}:`))
  if (marks.size === 0) return refuse('report-sheet-other', { problem: 'không còn cột mã biểu mẫu' })
  if (own.length < marks.size)
    return refuse('report-sheet-other', { problem: 'tệp thuộc biểu mẫu hoặc kỳ báo cáo khác' })
  const older = own.filter((mark) => mark !== markOf(context)).map((mark) => mark.split(':')[1] ?? '')
  const byKey = new Map<string, Read[]>()
  const unknown: Compared['unknown'] = []
  const asked = new Map(linesOf(context.definition).map((line) => [line.key, line]))
  for (const row of rows) {
    const key = row.values.key ?? ''
    if (asked.has(key)) byKey.set(key, [...(byKey.get(key) ?? []), row])
    else if (!isBlank(row.values)) unknown.push({ row: row.no, label: row.values.label ?? row.values.text ?? '' })
  }
  const result: Compared = {
    warnings: older.length === 0 ? [] : [olderWarning(older, context.versionNo)],
    differences: [],
    problems: rows.flatMap((row) => row.problems.map((text) => ({ row: row.no, text }))),
    unknown,
    same: 0,
  }
  for (const [key, found] of byKey) {
    const line = asked.get(key)
    if (!line || found.some((row) => row.problems.length > 0)) continue
    const value = valueOfRows(
      line,
      found.map((row) => row.values),
    )
    const wrong = whyWrong(line, value)
    if (wrong !== undefined) {
      result.problems.push({ row: found[0]?.no ?? 0, text: `${line.label}: ${wrong}` })
      continue
    }
    const there = known.lines.get(key)
    if (sameValue(there?.value ?? emptyValue(line.kind), value) || known.accepted.has(key)) {
      result.same += 1
      continue
    }
    result.differences.push({
      lineKey: key,
      label: line.label,
      before: told(line, there?.value),
      after: told(line, value),
      value: value as LineShape['value'],
      newerHere: (found[0]?.values.version ?? 0) < (there?.version ?? 0),
    })
  }
  return ok(result)
}

function told(line: Parameters<typeof valueWords>[0], value: LineValue | undefined): string {
  const note = value && 'note' in value && value.note.trim() !== '' ? ` (${value.note.trim()})` : ''
  return `${valueWords(line, value)}${note}`
}

function olderWarning(older: readonly string[], now: number): string {
  return `Tệp xuất từ lần ban hành ${older.join(', ')} của biểu mẫu, nay là lần ${now}. Các dòng khớp theo mã; dòng mới chưa có trong tệp`
}

function isBlank(values: ReportRow): boolean {
  return [values.number, values.base, values.yes, values.who, values.text, values.note].every(
    (value) => value === null || value === undefined || value === '',
  )
}
