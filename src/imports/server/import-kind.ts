import type { Actor, UnitPath } from '../../kernel/actor.ts'
import type { PlainDate } from '../../kernel/plain-date.ts'
import type { RefusalCode } from '../../kernel/refusals.ts'
import type { Refusal, Result } from '../../kernel/result.ts'
import type { SheetColumns, SheetRow } from '../../kernel/sheet-columns.ts'
import type { CopyValue } from '../../platform/database/copy-rows.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'

/** What is wrong with a row: a refusal's code and values, and the column it is about where it is about one. */
export type RowProblem = {
  readonly key: string | null
  readonly code: RefusalCode
  readonly values: Readonly<Record<string, string>>
}

/** A row as it lies in the staging table; `values` by the names of `staging`. */
export type StagedRow = {
  readonly name: string
  /** Keyed digest of the words that tell who or what it is: the same words are the same question, also in a later sheet. */
  readonly fingerprint: string | null
  readonly values: Readonly<Record<string, CopyValue>>
  readonly problems: readonly RowProblem[]
}

/** Of one import: where its rows belong, and what was chosen when it was begun. */
export type ImportOrder = {
  readonly id: string
  readonly unitId: string
  readonly unitNo: number
  /** «Khi ô ngày bắt đầu để trống»: the day the kind asks for, where it asks. */
  readonly defaultDay: PlainDate | null
}

export type ImportWords = {
  /** «Người và vị trí công tác» */
  readonly title: string
  /** «người»: what one row is, as counted. */
  readonly row: string
  /** What to know before filling in the sheet. */
  readonly guidance: readonly string[]
  /** Asks for a day to stand where the cell of the day is empty; the words beside the field. */
  readonly defaultDay?: string
}

/**
 * One kind of things that come by sheet. Everything around it (file, reading, screens, decisions, locks, cancelling, the result) is one
 * road for all; a kind says what its columns are and does four things in SQL over whole sets.
 *
 * The staging table `import_staged` is temporary: `row_no, name, fingerprint, problems, decision, decision_thing` and the columns of
 * `staging`. `compare` fills the temporary `import_result (row_no, outcome, thing_id, changes, candidates, problems)` with one row for each;
 * the problems of `import_staged` are added by the road, and make the row wrong.
 */
export type ImportKind<Columns extends SheetColumns = SheetColumns> = {
  /** Stable for ever: `people`. */
  readonly name: string
  readonly words: ImportWords
  readonly columns: Columns
  readonly whyMayNot: (actor: Actor, unit: UnitPath) => Refusal | undefined
  /** Columns of the staging table: name → SQL type. */
  readonly staging: Readonly<Record<string, string>>
  /** Reads what it needs to know once, and gives what makes a staged row of a row of the sheet. */
  /** Taken before the comparison that an application rests on: nobody changes these things meanwhile. */
  readonly lock: (tx: Tx) => Promise<void>
  readonly reader: (tx: Tx, order: ImportOrder) => Promise<(row: SheetRow<Columns>) => StagedRow>
  readonly compare: (tx: Tx, order: ImportOrder) => Promise<void>
  /**
   * Writes the rows that `import_result` calls new or changed, their effects (`import_effect`) and a record row for each. `tx.actor` is who
   * ordered it, its sight the house's. What it refuses, nothing is written of.
   */
  readonly apply: (tx: Tx, order: ImportOrder) => Promise<Result<void>>
  /** Undoes the effects that are as they were left, marks each as undone or left with a reason, and writes a record row for each. */
  readonly undo: (tx: Tx, order: ImportOrder) => Promise<void>
  /** The values of a staged row as people read them, by the keys of the columns. */
  readonly show: (staged: Readonly<Record<string, unknown>>) => Readonly<Record<string, string | null>>
  /** Of a staged row what its hidden columns held: goes back into the sheet of wrong rows. */
  readonly hiddenValues: (staged: Readonly<Record<string, unknown>>) => Readonly<Record<string, string | null>>
  /** One value of `changes` as people read it: what was there. */
  readonly showChange: (key: string, was: string) => string
  /** Why an undoing left a row: «changed», «gone», or the table that has come to stand on it. */
  readonly leftWords: (reason: string) => string
  /** How the possible matches of a doubtful row look beside it, by the same keys; only within what the asker may see. */
  readonly candidates: (tx: Tx, ids: readonly string[]) => Promise<Candidate[]>
}

export type Candidate = {
  readonly id: string
  readonly name: string
  readonly values: Readonly<Record<string, string | null>>
}
