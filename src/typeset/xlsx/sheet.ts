import type { SheetColumns, SheetRow } from '../../kernel/sheet-columns.ts'

/** A sheet to be written. */
export type SheetToWrite<Columns extends SheetColumns> = {
  /** On the sheet's tab: what Excel does not allow there is taken out, and it is cut to 31 letters. */
  readonly name: string
  /** Above every printed page. */
  readonly title?: string
  /** At the foot of every printed page: of which day, whose. */
  readonly note?: string
  readonly columns: Columns
  /** In the order in which they are to stand: sorting is the query's, which knows given names and protocol order. */
  readonly rows: AsyncIterable<SheetRow<Columns>> | Iterable<SheetRow<Columns>>
  /** A second sheet that says what to enter in which column; cells then tell it too when one steps on them. */
  readonly guidance?: boolean
}

/** What of a column shows when the program has not been told: in characters. */
export const WIDTHS = {
  text: 26,
  id: 12,
  whole: 10,
  decimal: 12,
  day: 12,
  'partial-day': 12,
  moment: 19,
  'yes-no': 9,
  choice: 16,
} as const

/** Widths beyond which a page in portrait gets too small to read. */
export const WIDEST_PORTRAIT = 95

/** The tabs a sheet may bring with it. */
export const GUIDANCE_TAB = 'Hướng dẫn'
export const LISTS_TAB = 'Danh mục'

/** A tab's name as Excel takes it: never empty, and none of those above, whatever its case. */
export function tabName(name: string): string {
  const allowed = name
    .replace(/[[\]:*?/\\]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^'+|'+$/g, '')
  const taken = [GUIDANCE_TAB, LISTS_TAB].some((tab) => tab.toLowerCase() === allowed.toLowerCase())
  return Array.from(taken ? `${allowed} (1)` : allowed || 'Trang 1')
    .slice(0, 31)
    .join('')
    .trim()
}

/** Whether a column stays out of sight: an id does unless it is said to show. */
export const isHidden = (column: SheetColumns[number]) => column.hidden ?? column.kind === 'id'
