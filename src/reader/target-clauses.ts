import type { Block } from './blocks.ts'
import { type Quantity, quantitiesIn } from './quantities.ts'
import { quotesIn } from './quotes.ts'

/** A stretch of a block that says one thing, with the number it turns on. */
export type Clause = { from: number; to: number; quantity: Quantity | null }

/** What may stand between the sign that opens a clause and its number. */
const OPENS =
  /(?:^|[;.:,(+]|(?<![a-z])trong do|(?<![a-z])va|(?<![a-z])tren do) (?:co |phan dau |toi thieu |it nhat |tren |duoi |tu |dat |khoang |them )*$/

/** Clauses without a number that still say how many: «không có …», «có tập thể được …». */
const COUNTS_WITHOUT_NUMBER = /^[ ,;.]*(?:trong do )?(?:khong|co) (?!quan|so |ng)/

/**
 * Cuts a block into clauses that each carry one number, or none. Cuts fall at semicolons, full stops, «trong đó», before
 * a number that opens a clause, and at the last comma between two numbers. `whole` keeps clauses without a number.
 */
export function clausesOf(block: Block, whole: boolean): Clause[] {
  const cuts = [block.body]
  for (const match of block.text.matchAll(/;(?= )|\.(?= [\p{Lu}\d])|,? (?=trong đó)|, (?=không (?:có|để) )/gu)) {
    if (match.index > block.body) cuts.push(match.index + match[0].length)
  }
  const names = quotesIn(block)
  const quantities = quantitiesIn(block.text, block.fold).filter(
    (one) => one.from >= block.body && !names.some((name) => one.from > name.open && one.to <= name.close),
  )
  quantities.forEach((one, i) => {
    const before = block.fold.slice(Math.max(0, one.from - 60), one.from)
    const opening = OPENS.exec(before)?.[0]
    const last = quantities[i - 1]
    if (opening !== undefined && /^[,(+]/.test(opening)) cuts.push(one.from - opening.length + 1)
    else if (opening?.startsWith('va') && last) cuts.push(one.from - opening.length)
    else if (last) {
      const comma = block.text.lastIndexOf(',', one.from)
      if (comma >= last.to && one.from - comma < 90 && /^, [^;.:]*$/.test(block.text.slice(comma, one.from)))
        cuts.push(comma + 1)
    }
  })
  const places = [...new Set(cuts)].sort((a, b) => a - b)
  return places.flatMap((from, i) => {
    const to = places[i + 1] ?? block.text.length
    const quantity = quantities.find((one) => one.from >= from && one.from < to) ?? null
    const said = block.fold.slice(from, Math.min(to, from + 120))
    const counts =
      i === 0 || COUNTS_WITHOUT_NUMBER.test(said) || (block.text[from - 1] === ';' && / (?:dat|duoc) /.test(said))
    return quantity === null && !(whole && counts) ? [] : [{ from, to, quantity }]
  })
}
