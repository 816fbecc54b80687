/** A part of what is kept about people: one table of the database, said in words beside its columns. */
export type KeptTable = {
  /** In the schema `app`. */
  readonly table: string
  readonly title: string
  /** The column that says whom a row is about. */
  readonly of: string
  /** What each column says of the person. */
  readonly columns: Readonly<Record<string, string>>
  /** Columns among them that say something of others too: the page tells that they are kept, his own file does not open them. */
  readonly withheld?: readonly string[]
  /** Columns that say nothing of him: for the machine, or of others. `*`: all the rest, where a row is mostly about something else. */
  readonly technical?: readonly string[]
  /** What codes mean, by column. */
  readonly values?: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** Days of which only a part may be known, with the column that says how much. */
  readonly partial?: Readonly<Record<string, string>>
  /** Columns kept sealed, with what they are sealed for. */
  readonly sealed?: Readonly<Record<string, string>>
  readonly why: string
  readonly who: string
  readonly howLong: string
  readonly ground: string
}

/** Ids, numbers of units, versions: columns by which the machine finds rows. */
const MACHINE = /^(?:id|.*_id|.*_ids|.*_no|.*_nos|.*_key|.*_search|version|created_at)$/

/** Does the column say something of a person, so that a line has to tell why it is kept? */
export function saysSomething(table: KeptTable, column: string): boolean {
  const technical = table.technical ?? []
  return !(column in table.columns) && !MACHINE.test(column) && !technical.includes(column) && !technical.includes('*')
}

/** Until the organisation has confirmed it: nothing here is made up. */
export const TO_CONFIRM = 'Cần tổ chức xác nhận căn cứ'
export const NO_TERM = 'Chưa có thời hạn được xác nhận; hiện giữ cho đến khi cơ quan quyết định'
