import type { Block } from './blocks.ts'
import { type Finding, finding } from './facts.ts'
import { type Quote, quotesIn } from './quotes.ts'
import { fold, sourceOf } from './view.ts'

/** What must stand just before the first quote of a list of movements. */
const LEAD =
  /(?:phong trao|cuoc van dong|van dong|thi dua)(?: (?:thi dua|hanh dong|quan chung|toan dan|lon|yeu nuoc|chuyen de|cao diem|dac biet|nhu|sau|cac|noi dung|la|trong tam|voi chu de|voi ten goi|mang ten|xay dung|ve|chung))*(?: (?:do|trong|cua) [a-z ,-]{2,60})?[ :,]*$/

/** What may stand between two movements of one list. */
const LINK =
  /^(?:[ ,;.:-]|va|cung|voi|cac|cuoc van dong|phong trao|thi dua|dot|tiep tuc|gan voi|ket hop|giai doan|nam|\d{4}|\([^()]{0,60}\))*(?:do [a-z -]{2,60} phat dong)?[ ,;.:]*$/

/** The movements a paper names in quotes, each name once. */
export function readMovements(blocks: readonly Block[], theme: string | null): Finding[] {
  const found: Finding[] = []
  const seen = new Set<string>()
  const add = (block: Block, from: number, to: number, confidence: 'sure' | 'look') => {
    const name = block.text.slice(from, to).trim()
    const key = fold(name)
      .replace(/[^a-z0-9]+/g, ' ')
      .trim()
    if (
      key.length < 6 ||
      seen.has(key) ||
      (theme !== null &&
        key ===
          fold(theme)
            .replace(/[^a-z0-9]+/g, ' ')
            .trim())
    )
      return
    seen.add(key)
    found.push(finding('movement', name, sourceOf(block, from, to), confidence))
  }
  for (const block of blocks) {
    if (block.section === 'basis') continue
    for (const quote of movementQuotes(block)) add(block, quote.from, quote.to, 'sure')
  }
  return found
}

function movementQuotes(block: Block): Quote[] {
  const taken: Quote[] = []
  let before: Quote | null = null
  for (const quote of quotesIn(block)) {
    const from = Math.max(0, quote.open - 160)
    const lead = block.fold.slice(from, quote.open)
    const between = before ? block.fold.slice(before.close + 1, quote.open) : null
    const linked = between !== null && between.length < 120 && LINK.test(between)
    if (linked || leads(lead)) {
      taken.push(quote)
      before = quote
    } else before = null
  }
  return taken
}

/** «với chủ đề», «phương châm», «danh hiệu», «tinh thần» before a quote say that it is no movement. */
function leads(lead: string): boolean {
  if (
    /(?:chu de|khau hieu|phuong cham|danh hieu|tinh than|tieu chi|muc tieu|ve|la|hieu|moto|thong diep) ?:? ?$/.test(
      lead,
    )
  ) {
    return /phong trao(?: thi dua)?(?: voi chu de| ve| la) ?:? ?$/.test(lead)
  }
  return LEAD.test(lead)
}
