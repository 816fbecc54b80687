import type { Source } from './facts.ts'

/** Stands for markup characters that are not part of the words; cleaned text never contains it. */
export const NOTHING = '\u0000'

/** By UTF-16 unit; filled as units are met. */
const folded: string[] = []

/** Lower case without marks, one unit for one unit, so that places in both strings are the same. */
function foldUnit(code: number): string {
  const known = folded[code]
  if (known !== undefined) return known
  const unit = String.fromCharCode(code)
  const base = unit.normalize('NFD').charAt(0).toLowerCase()
  const result = base === 'đ' ? 'd' : base.length === 1 ? base : unit
  folded[code] = result
  return result
}

/** The folded form of a text, same length: «Nơi nhận» → «noi nhan». */
export function fold(text: string): string {
  let out = ''
  for (let i = 0; i < text.length; i += 1) out += foldUnit(text.charCodeAt(i))
  return out
}

const BLANKS = new Uint8Array(65_536)
for (const blank of ' \n\t\u00A0\u2002\u2003\u2009\u3000\uFEFF\u200B') BLANKS[blank.charCodeAt(0)] = 1

/**
 * A stretch of the text as the rules see it: markup gone, runs of blanks made one, quotes of one form, and for every
 * character the place it has in the original. `fold` has the same length as `text`.
 */
export type View = { readonly text: string; readonly fold: string; readonly at: Int32Array }

const TAB = 9
const STRAIGHT_QUOTE = 34

/** Looks at `work[start, end)`. With `columns`, a tab or three blanks stay visible as one tab. */
export function viewOf(work: string, start: number, end: number, columns = false): View {
  let text = ''
  const at = new Int32Array(Math.max(end - start, 0))
  let gap = 0
  let gapAt = start
  let open = false
  for (let i = start; i < end; i += 1) {
    const code = work.charCodeAt(i)
    if (code === 0) continue
    if (BLANKS[code] === 1) {
      if (gap === 0) gapAt = i
      gap += code === TAB ? 3 : 1
      continue
    }
    if (gap > 0 && text !== '') {
      at[text.length] = gapAt
      text += columns && gap >= 3 ? '\t' : ' '
    }
    gap = 0
    at[text.length] = i
    if (code === STRAIGHT_QUOTE) {
      open = !open
      text += open ? '“' : '”'
    } else text += work[i]
  }
  return { text, fold: fold(text), at: at.slice(0, text.length) }
}

/** Where `[from, to)` of a view stands in the text given. Empty stretches stand where they begin. */
export function sourceOf(view: View, from = 0, to = view.text.length): Source {
  const start = view.at[Math.min(from, view.at.length - 1)] ?? 0
  const last = view.at[Math.min(to, view.at.length) - 1]
  return { start, end: last === undefined || last < start ? start : last + 1 }
}

/** The stretch without blanks and the given marks at its ends. */
export function trimmed(view: View, from: number, to: number, marks = ''): { text: string; source: Source } {
  let a = from
  let b = to
  const loose = (i: number) => view.text[i] === ' ' || view.text[i] === '\t' || marks.includes(view.text.charAt(i))
  while (a < b && loose(a)) a += 1
  while (b > a && loose(b - 1)) b -= 1
  return { text: view.text.slice(a, b), source: sourceOf(view, a, b) }
}
