import { cellName } from '../../kernel/cell-name.ts'
import { type Refusal, refusal } from '../../kernel/result.ts'
import { readCell } from '../../kernel/sheet-cell.ts'
import type { SheetColumn, SheetColumns, SheetValue } from '../../kernel/sheet-columns.ts'
import { byteSource } from './byte-source.ts'
import { asHead, fits, judgeHead, mustStand, type SheetHead } from './head.ts'
import { findMerged, type Merged, mergedByRow, mergedOver } from './merged-cells.ts'
import { Refused } from './refused.ts'
import { NO_STRINGS, readSharedStrings } from './shared-strings.ts'
import { type RawRow, type RowLimits, SheetRows } from './sheet-rows.ts'
import { openWorkbook, type Workbook } from './workbook.ts'
import { xmlTokens } from './xml-tokens.ts'

export type SheetLimits = RowLimits & {
  /** What one part of the file may unpack to. */
  readonly unpackedBytes: number
}

/** What is wrong with one cell, and where. */
export type CellProblem = { readonly cell: string; readonly key: string; readonly refusal: Refusal }

/** A row as it travels out of the thread: values in the order of the head's columns. */
export type ValueRow = { no: number; values: SheetValue[]; problems: CellProblem[] }

export type InPlace = {
  readonly source: { path: string } | { bytes: Uint8Array }
  readonly columns: SheetColumns
  readonly limits: SheetLimits
  readonly onHead: (head: SheetHead) => Promise<void>
  readonly onRows: (rows: ValueRow[], part: number) => Promise<void>
}

/** How far down the head is looked for: titles and notes of an office stand above it. */
const ROWS_BEFORE_HEAD = 30
const MOST_SHEETS = 20

/** Reads a sheet here and now. Throws `Refused`; `read-sheet.ts` does the same in a thread of its own. */
export async function readInPlace({ source: from, ...job }: InPlace): Promise<{ rows: number }> {
  const source = await byteSource(from)
  try {
    const workbook = await openWorkbook(source)
    const strings = await stringsOf(workbook, job.limits)
    const found = await chooseSheet(workbook, strings, job)
    await job.onHead(found.head)
    return { rows: await readRows(found, job) }
  } finally {
    await source.close()
  }
}

async function stringsOf({ parts, stringsPart }: Workbook, { unpackedBytes }: SheetLimits) {
  return stringsPart === undefined ? NO_STRINGS : await readSharedStrings(parts.stream(stringsPart, unpackedBytes))
}

type Found = {
  head: SheetHead
  merged: readonly Merged[]
  rows: () => AsyncGenerator<{ rows: RawRow[]; part: number }>
}

/** The first sheet people see whose head fits; else the refusal of the one that fits best. */
async function chooseSheet(
  workbook: Workbook,
  strings: typeof NO_STRINGS,
  { columns, limits }: Omit<InPlace, 'source'>,
): Promise<Found> {
  let nearest: { score: number; refused: Refusal } | undefined
  let anything = false
  for (const sheet of workbook.sheets.slice(0, MOST_SHEETS)) {
    const rows = () => rowsOf(workbook, sheet.part, strings, limits)
    const best = await bestRow(columns, rows())
    anything ||= best !== undefined
    if (!best || best.known.length === 0) continue
    const merged = await findMerged(workbook.parts.stream(sheet.part, limits.unpackedBytes))
    const judged = judgeHead(columns, sheet.name, best, merged)
    if ('head' in judged) return { head: judged.head, merged, rows }
    if (!nearest || best.known.length > nearest.score) nearest = { score: best.known.length, refused: judged.refused }
  }
  if (nearest) throw new Refused(nearest.refused.code, nearest.refused.values)
  if (!anything) throw new Refused('sheet-empty')
  const wanted = columns.filter(mustStand)
  throw new Refused('sheet-without-head', {
    columns: (wanted.length > 0 ? wanted : columns).map((column) => column.head).join(', '),
  })
}

async function bestRow(columns: SheetColumns, batches: AsyncGenerator<{ rows: RawRow[] }>) {
  let best: ReturnType<typeof asHead> | undefined
  let looked = 0
  for await (const { rows } of batches) {
    for (const row of rows) {
      const candidate = asHead(columns, row)
      if (!best || candidate.known.length > best.known.length) best = candidate
      looked += 1
      // Nothing below could do better, and below may lie a million empty rows.
      if (fits(columns, candidate) || looked >= ROWS_BEFORE_HEAD) return best
    }
  }
  return best
}

async function* rowsOf(
  { parts, shapes, from1904 }: Workbook,
  part: string,
  strings: typeof NO_STRINGS,
  limits: SheetLimits,
): AsyncGenerator<{ rows: RawRow[]; part: number }> {
  // The head and what stands above it are rows too.
  const allowed = { ...limits, rows: limits.rows + ROWS_BEFORE_HEAD }
  const reader = new SheetRows({ strings, shapes, from1904 }, allowed)
  const total = parts.size(part)
  let done = 0
  async function* counted() {
    for await (const piece of parts.stream(part, limits.unpackedBytes)) {
      done += piece.length
      yield piece
    }
  }
  for await (const tokens of xmlTokens(counted())) {
    yield { rows: reader.take(tokens), part: total > 0 ? Math.min(1, done / total) : 1 }
    if (reader.finished) return
  }
}

const BATCH = 250

async function readRows({ head, merged, rows }: Found, { columns, limits, onRows }: Omit<InPlace, 'source'>) {
  const places = head.columns.map(({ key, column }) => ({ column, under: columnOf(columns, key) }))
  const mergedAt = mergedByRow(merged, limits.columns)
  let batch: ValueRow[] = []
  let count = 0
  let lastPart = 0
  for await (const { rows: read, part } of rows()) {
    for (const row of read) {
      if (row.no <= head.row) continue
      const value = valuesOf(row, places, mergedAt(row.no))
      if (!value) continue
      count += 1
      if (count > limits.rows) throw new Refused('sheet-too-many-rows', { limit: limits.rows })
      batch.push(value)
      if (batch.length < BATCH) continue
      await onRows(batch, part)
      batch = []
      lastPart = part
    }
    if (part - lastPart > 0.05) {
      await onRows(batch, part)
      batch = []
      lastPart = part
    }
  }
  if (batch.length > 0) await onRows(batch, 1)
  if (count === 0) throw new Refused('sheet-empty')
  return count
}

function columnOf(columns: SheetColumns, key: string): SheetColumn {
  const column = columns.find((one) => one.key === key)
  if (!column) throw new Error(`no column ${key}`)
  return column
}

/** The row under its columns; `undefined` when nothing stands in any known column. */
function valuesOf(
  row: RawRow,
  places: readonly { column: number; under: SheetColumn }[],
  near: readonly Merged[],
): ValueRow | undefined {
  const values: SheetValue[] = []
  const problems: CellProblem[] = []
  let anything = false
  for (const { column, under } of places) {
    const raw = row.cells[column]
    if (raw !== undefined) anything = true
    const cell = () => cellName(column, row.no)
    const over = near.length === 0 ? undefined : mergedOver(near, column, row.no)
    const read = over
      ? { ok: false as const, refusal: refusal('cell-merged', { range: over.range }) }
      : readCell(under, raw)
    values.push(read.ok ? read.value : null)
    if (!read.ok) problems.push({ cell: cell(), key: under.key, refusal: read.refusal })
  }
  return anything ? { no: row.no, values, problems } : undefined
}
