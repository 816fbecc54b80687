import type { DayShape, PartialDay } from './day-text.ts'
import type { PlainDate } from './plain-date.ts'

/**
 * What stands in a column of a sheet. The same description writes the sheet, makes the empty form with its guidance, and
 * reads it back, so that what is exported can be edited and taken back exactly. Plain data: it travels into a thread.
 */
export type SheetColumn = TextColumn | IdColumn | NumberColumn | DayColumn | YesNoColumn | ChoiceColumn

type Common<Kind extends string> = {
  /** The name of the value in a row. */
  readonly key: string
  /** What stands above the column. */
  readonly head: string
  readonly kind: Kind
  /** Other heads under which the column is known when a sheet is read. Case, marks and blanks never matter. */
  readonly aliases?: readonly string[]
  /** A cell must not be empty; the column must then be in the sheet. */
  readonly required?: boolean
  /** The column must be in the sheet although its cells may be empty. */
  readonly expected?: boolean
  /** In characters; by its kind when not given. */
  readonly width?: number
  /** Kept out of sight: what identifies the row when the sheet comes back. */
  readonly hidden?: boolean
  /** One or two sentences of guidance: what to enter. */
  readonly help?: string
  /** As an officer would type it. */
  readonly example?: string
}

/** `most`: characters; longer is a problem of the cell when read. `wrap` lets long text fold inside its cell. */
export type TextColumn = Common<'text'> & { readonly most?: number; readonly wrap?: boolean }
/** An id of ours: hidden unless said otherwise. */
export type IdColumn = Common<'id'>
export type NumberColumn = Common<'whole' | 'decimal'> & { readonly least?: number; readonly greatest?: number }
/** `partial-day`: a year or a month alone will do. `moment`: day and time in Việt Nam, as an ISO moment. */
export type DayColumn = Common<'day' | 'partial-day' | 'moment'>
export type YesNoColumn = Common<'yes-no'>
/** The row holds the code, the sheet shows the word; read are both, and the other words. */
export type ChoiceColumn = Common<'choice'> & { readonly choices: readonly SheetChoice[] }
export type SheetChoice = { readonly code: string; readonly word: string; readonly aliases?: readonly string[] }

export type SheetColumns = readonly SheetColumn[]

/** What a row holds under each kind; `null` is an empty cell. */
type ValueOf<Column extends SheetColumn> = Column extends { kind: 'whole' | 'decimal' }
  ? number
  : Column extends { kind: 'yes-no' }
    ? boolean
    : Column extends { kind: 'day' }
      ? PlainDate
      : Column extends { kind: 'partial-day' }
        ? PartialDay
        : Column extends { kind: 'choice'; choices: readonly (infer Choice extends SheetChoice)[] }
          ? Choice['code']
          : string

/** A row under these columns, by key. A row to be written may leave out what is not known. */
export type SheetRow<Columns extends SheetColumns> = {
  readonly [Column in Columns[number] as Column['key']]?: ValueOf<Column> | null
}

export type SheetValue = string | number | boolean | null

/** What a cell holds before its column is asked: a number with a date's format tells what that format shows. */
export type RawCell =
  | string
  | number
  | boolean
  | { readonly serial: number; readonly shape: DayShape }
  | { readonly error: string }

/**
 * Says what the columns of a sheet are, keeping their exact types. Throws, for it is ours, when a key or a head stands
 * there twice.
 */
export function sheetColumns<const Columns extends SheetColumns>(columns: Columns): Columns {
  for (const name of ['key', 'head'] as const) {
    const seen = new Set(columns.map((column) => column[name]))
    if (seen.size !== columns.length) throw new Error(`a sheet with the same ${name} twice`)
  }
  return columns
}
