import type { Block } from './blocks.ts'

/** Words between “ and ”: `[from, to)` without the marks; `open` and `close` are the places of the marks. */
export type Quote = { open: number; close: number; from: number; to: number; text: string }

const LONGEST = 400

/** The quotations of a block, in order. A mark without its partner opens nothing. */
export function quotesIn(block: Block): Quote[] {
  const found: Quote[] = []
  let open = -1
  for (let i = block.body; i < block.text.length; i += 1) {
    const unit = block.text[i]
    if (unit === '“') open = i
    else if (unit === '”') {
      if (open >= 0 && i - open < LONGEST) {
        const inner = block.text.slice(open + 1, i)
        const text = inner.trim().replace(/[.;,]$/, '')
        const from = open + 1 + (inner.length - inner.trimStart().length)
        if (text !== '') found.push({ open, close: i, from, to: from + text.length, text })
      }
      open = -1
    }
  }
  return found
}
