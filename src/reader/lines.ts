import { cleanText } from '../kernel/vietnamese-text.ts'
import { NOTHING, type View, viewOf } from './view.ts'

/** One line that says something. `gap` is how many empty lines stand before it. */
export type Line = View & { readonly start: number; readonly end: number; readonly gap: number }

/** A line longer than any paragraph of a plan is cut, so that every rule meets stretches of bounded length. */
export const LONGEST_LINE = 6000

export type Prepared = {
  /** The cleaned text all places refer to. */
  readonly text: string
  /** The same with markup and typographic variants levelled, unit for unit. */
  readonly work: string
  readonly lines: readonly Line[]
}

const SAME: Readonly<Record<string, string>> = {
  '–': '-',
  '—': '-',
  '‐': '-',
  '‑': '-',
  '−': '-',
  '…': '.',
  '„': '"',
  '‟': '“',
  '«': '“',
  '»': '”',
  '″': '"',
  '|': '\t',
  _: NOTHING,
  '`': NOTHING,
  '\u00AD': NOTHING,
  '\u200D': NOTHING,
}

/** A row of dashes, dots or stars. */
const RULE_LINE = /^[-.*=~ \t]+$/
const PAGE_NUMBER = /^(?:- ?)?(?:trang )?\d{1,3}(?: ?\/ ?\d{1,3})?(?: ?-)?$/

function carriesWords(view: View): boolean {
  if (RULE_LINE.test(view.text)) return false
  return view.text.length > 20 || !PAGE_NUMBER.test(view.fold)
}

function level(text: string): string {
  let out = ''
  let lineStart = true
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charAt(i)
    const next = text.charAt(i + 1)
    if (unit === '\n') {
      lineStart = true
      out += unit
      continue
    }
    if (lineStart && unit === '#') out += NOTHING
    else if (unit === '*') out += lineStart && next === ' ' ? unit : NOTHING
    else if (unit === '\\' && /[^\p{L}\p{N}\s]/u.test(next)) out += NOTHING
    else if (unit === "'" && next === "'") {
      out += `"${NOTHING}`
      i += 1
    } else out += SAME[unit] ?? unit
    if (unit !== ' ' && unit !== '#' && unit !== '*' && unit !== '\t') lineStart = false
    if (unit === '*' && next !== ' ') lineStart = false
  }
  return out
}

/** Cleans the text, levels its typography and cuts it into the lines that carry words. Linear; takes any string. */
export function prepare(given: string): Prepared {
  const text = cleanText(given)
  const work = level(text)
  const lines: Line[] = []
  let gap = 0
  let start = 0
  while (start <= work.length) {
    const found = work.indexOf('\n', start)
    const end = found < 0 ? work.length : found
    let carried = false
    for (let from = start; from < end; ) {
      const to = end - from <= LONGEST_LINE ? end : cutAt(work, from)
      const view = viewOf(work, from, to, true)
      if (view.text !== '' && carriesWords(view)) {
        lines.push({ ...view, start: from, end: to, gap })
        gap = 0
      }
      carried ||= view.text !== ''
      from = to
    }
    if (!carried) gap += 1
    start = end + 1
  }
  return { text, work, lines }
}

/** The last blank before a line grows too long, or just there when it has none. */
function cutAt(work: string, from: number): number {
  const blank = work.slice(from, from + LONGEST_LINE).lastIndexOf(' ')
  return from + (blank > LONGEST_LINE / 2 ? blank : LONGEST_LINE)
}
