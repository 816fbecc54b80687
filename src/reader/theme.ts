import type { Block } from './blocks.ts'
import { type Finding, finding } from './facts.ts'
import { quotesIn } from './quotes.ts'
import { sourceOf } from './view.ts'

/** From the strongest sign to the weakest: what a paper calls its theme, then its slogan. */
const SIGNS: readonly RegExp[] = [/(?<![a-z])chu de(?![a-z])/g, /(?<![a-z])khau hieu(?![a-z])/g]

/** The campaign's theme: the words in quotes, or after the colon, that the paper calls «chủ đề» (else «khẩu hiệu»). */
export function readTheme(blocks: readonly Block[]): Finding | null {
  for (const sign of SIGNS) {
    for (const [i, block] of blocks.entries()) {
      if (block.section === 'past' || block.section === 'basis' || block.section === 'time') continue
      const found = themeIn(block, blocks[i + 1], sign)
      if (found) return found
    }
  }
  return null
}

function themeIn(block: Block, next: Block | undefined, sign: RegExp): Finding | null {
  for (const match of block.fold.matchAll(sign)) {
    const after = match.index + match[0].length
    const quote = quotesIn(block).find((one) => one.open >= after && one.open - after < 90)
    const between = quote ? block.fold.slice(after, quote.open) : ''
    if (quote && !/[.;]|phong trao|cuoc van dong|hoi thi|hoi nghi|chuyen de/.test(between)) {
      return finding('theme', quote.text, sourceOf(block, quote.from, quote.to))
    }
    if (block.heading && !quote && /^(?:chu de|khau hieu)[a-z0-9 ,-]{0,60}[ :.]*$/.test(block.fold.slice(block.body))) {
      const words = next ? whole(next) : null
      if (words) return words
    }
    const colon = block.text.indexOf(':', after)
    if (colon < 0 || colon - after > 70) continue
    const rest = block.text.slice(colon + 1)
    if (rest.trim() === '') {
      const words = next ? whole(next) : null
      if (words) return words
      continue
    }
    if (quote) continue
    const end = rest.search(/[.;](?: |\/|$)/)
    const text = rest.slice(0, end < 0 ? rest.length : end).trim()
    const from = colon + 1 + rest.indexOf(text)
    if (text.length > 15 && text.length < 250)
      return finding('theme', text, sourceOf(block, from, from + text.length), 'look')
  }
  return null
}

/** The block after «Chủ đề thi đua:»: its quotation, or all of it when it is short. */
function whole(block: Block): Finding | null {
  const quote = quotesIn(block)[0]
  if (quote && quote.open - block.body < 12) return finding('theme', quote.text, sourceOf(block, quote.from, quote.to))
  const text = block.text.slice(block.body).replace(/[ .;]+$/, '')
  if (text.length < 15 || text.length > 250 || block.heading) return null
  return finding('theme', text, sourceOf(block, block.body, block.body + text.length), 'look')
}
