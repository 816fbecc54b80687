import type { Source } from './facts.ts'

/** Stands for markup characters that are not part of the words; cleaned text never contains it. */
export const NOTHING = '\u0000'

const folded = new Map<string, string>()

/** Lower case without marks, one unit for one unit, so that places in both strings are the same. */
function foldUnit(unit: string): string {
  const known = folded.get(unit)
  if (known !== undefined) return known
  const base = unit.normalize('NFD').charAt(0).toLowerCase()
  const result = base === 'đ' ? 'd' : base.length === 1 ? base : unit
  folded.set(unit, result)
  return result
}

/** The folded form of a text, same length: «Nơi nhận» → «noi nhan». */
export function fold(text: string): string {
  let out = ''
  for (let i = 0; i < text.length; i += 1) out += foldUnit(text.charAt(i))
  return out
}

const BLANKS = new Set([' ', '\n', '\t', '\u00A0', '\u2002', '\u2003', '\u2009', '\u3000', '\uFEFF', '\u200B'])

/**
 * A stretch of the text as the rules see it: markup gone, runs of blanks made one, quotes of one form, and for every
 * character the place it has in the original. `fold` has the same length as `text`.
 */
export type View = { readonly text: string; readonly fold: string; readonly at: Int32Array }

/** Looks at `work[start, end)`. With `columns`, a tab or three blanks stay visible as one tab. */
export function viewOf(work: string, start: number, end: number, columns = false): View {
  let text = ''
  const at = new Int32Array(Math.max(end - start, 0))
  let gap = 0
  let gapAt = start
  let open = false
  for (let i = start; i < end; i += 1) {
    const unit = work.charAt(i)
    if (unit === NOTHING) continue
    if (BLANKS.has(unit)) {
      if (gap === 0) gapAt = i
      gap += unit === '\t' ? 3 : 1
      continue
    }
    if (gap > 0 && text !== '') {
      at[text.length] = gapAt
      text += columns && gap >= 3 ? '\t' : ' '
    }
    gap = 0
    at[text.length] = i
    if (unit === '"') {
      open = !open
      text += open ? '“' : '”'
    } else text += unit
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
