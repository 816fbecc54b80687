import { ok, type Result } from '../../kernel/result.ts'
import type { SheetColumns, SheetRow, SheetValue } from '../../kernel/sheet-columns.ts'
import type { SheetHead } from './head.ts'
import type { CellProblem, SheetLimits, ValueRow } from './read-in-place.ts'
import { type SheetJob, startSheetThread, type ThreadLimits } from './sheet-thread.ts'
import { withFile } from './with-file.ts'

/** A row of a sheet: the number Excel shows beside it, what its known columns hold, and which cells could not be read. */
export type ReadRow<Columns extends SheetColumns> = {
  readonly no: number
  /** `null`: the cell is empty or could not be read. A column the sheet does not have is not there at all. */
  readonly values: SheetRow<Columns>
  readonly problems: readonly CellProblem[]
}

export type SheetToRead<Columns extends SheetColumns> = {
  /** The largest file taken is said by whoever received it; here it may lie on disk, in memory or be on its way. */
  readonly source: { path: string } | { bytes: Uint8Array } | { stream: AsyncIterable<Uint8Array> }
  readonly columns: Columns
  /** Called once, before the first rows. A refusal ends the reading. */
  readonly onHead?: (head: SheetHead) => Result<unknown> | Promise<Result<unknown>>
  /** Called with the rows in their order; the next ones are read ahead only a little until it has finished. */
  readonly onRows: (rows: ReadRow<Columns>[]) => void | Promise<void>
  /** How much of the sheet has been gone through, 0 to 1. */
  readonly onProgress?: (part: number) => void
  readonly limits?: Partial<SheetLimits & ThreadLimits>
}

const LIMITS: SheetLimits & ThreadLimits = {
  rows: 200_000,
  columns: 200,
  unpackedBytes: 1_000_000_000,
  silenceMs: 60_000,
  megabytes: 64,
}
const AHEAD = 4

/**
 * Reads the first sheet of an .xlsx whose head fits the columns, row by row, in a thread with limits: neither the file
 * nor the sheet is ever held as a whole. Gives the head and the number of rows, or refuses in words what is no sheet of
 * ours (no .xlsx, .xls of old, under a password, broken, a bomb, too many rows, no head or a wrong one). Everything that
 * is wrong with single cells comes with their rows. A file that breaks is refused before its first row is given; too many
 * rows are known only when they come, so what `onRows` did must be undone when this refuses. Throws what `onRows` throws.
 */
export async function readSheet<const Columns extends SheetColumns>(
  sheet: SheetToRead<Columns>,
): Promise<Result<{ head: SheetHead; rows: number }>> {
  return withFile(sheet.source, (source) => inThread(source, sheet))
}

async function inThread<Columns extends SheetColumns>(
  source: SheetJob['source'],
  { columns, onHead, onRows, onProgress, limits: changed }: SheetToRead<Columns>,
): Promise<Result<{ head: SheetHead; rows: number }>> {
  const limits = { ...LIMITS, ...changed }
  const thread = startSheetThread({ source, columns, limits, ahead: AHEAD }, limits)
  try {
    let head: SheetHead | undefined
    for (;;) {
      const message = await thread.next()
      if ('refused' in message) return { ok: false, refusal: message.refused }
      if ('head' in message) {
        head = message.head
        const allowed = await onHead?.(head)
        if (allowed?.ok === false) return allowed
      } else if (!head) throw new Error('rows before their head')
      else if ('done' in message) return ok({ head, rows: message.done.rows })
      else {
        if (message.rows.length > 0) await onRows(rowsUnder<Columns>(head, message.rows))
        onProgress?.(message.part)
      }
      thread.allowMore()
    }
  } finally {
    await thread.end()
  }
}

/** The values that came out of the thread, by the keys of the columns the head has found. */
export function rowsUnder<Columns extends SheetColumns>(
  head: SheetHead,
  rows: readonly ValueRow[],
): ReadRow<Columns>[] {
  const keys = head.columns.map((column) => column.key)
  return rows.map(({ no, values, problems }) => {
    const named: Record<string, SheetValue> = {}
    for (const [at, key] of keys.entries()) named[key] = values[at] ?? null
    // Each value was read under the column of its key.
    return { no, values: named as SheetRow<Columns>, problems }
  })
}
