/**
 * Text that a spreadsheet program would take for a formula once the sheet is saved as CSV and opened again: it begins
 * with = + - @ (also the wide forms of East Asian keyboards), a tab or a line break, perhaps behind blanks or apostrophes.
 */
const FORMULA_LIKE = /^'*\s*[\t\r\n=+\-@＝＋－＠]/

/** Puts an apostrophe before text that might become a formula; `withoutGuard` takes exactly this one away again. */
export function withGuard(text: string): string {
  return FORMULA_LIKE.test(text) ? `'${text}` : text
}

/** The text before `withGuard`. An apostrophe that guards nothing belongs to the text and stays. */
export function withoutGuard(text: string): string {
  return text.charCodeAt(0) === 39 && FORMULA_LIKE.test(text.slice(1)) ? text.slice(1) : text
}
