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

/** The units that are not simply kept, by code. */
const SPECIAL = new Uint8Array(65_536)
for (const unit of [...Object.keys(SAME), '\n', '#', '*', '\\', "'"]) SPECIAL[unit.charCodeAt(0)] = 1

/** Writes the levelled form in runs: what is kept is copied whole. Gives a text of the same length. */
function level(text: string): string {
  let out = ''
  let kept = 0
  let lineStart = 0
  for (let i = 0; i < text.length; i += 1) {
    if (SPECIAL[text.charCodeAt(i)] === 0) continue
    const unit = text.charAt(i)
    if (unit === '\n') {
      lineStart = i + 1
      continue
    }
    const next = text.charAt(i + 1)
    const leading = i - lineStart < 40 && /^[ \t#*]*$/.test(text.slice(lineStart, i))
    let written = SAME[unit] ?? unit
    if (unit === '#') written = leading ? NOTHING : unit
    else if (unit === '*') written = leading && next === ' ' ? unit : NOTHING
    else if (unit === '\\') written = /[^\p{L}\p{N}\s]/u.test(next) ? NOTHING : unit
    else if (unit === "'") written = next === "'" ? `"${NOTHING}` : unit
    if (written === unit) continue
    out += text.slice(kept, i) + written
    i += written.length - 1
    kept = i + 1
  }
  return out + text.slice(kept)
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
