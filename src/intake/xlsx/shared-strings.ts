import { MOST_CELL_TEXT } from '../../kernel/sheet-cell.ts'
import { cellString } from './cell-string.ts'
import { Refused } from './refused.ts'
import { localName } from './xml-attributes.ts'
import { xmlTokens } from './xml-tokens.ts'

/** What the texts of a workbook may take, as UTF-8: more than 100,000 rows of 20 different texts. */
const MOST_BLOCKS = 96
const MOST_STRINGS = 8_000_000
const BLOCK = 2 ** 20
/** Twice what Excel lets into a cell: enough to say that it is too long. */
const MOST_TEXT = 2 * MOST_CELL_TEXT

/** The texts of a workbook by number; cells refer to them. */
export type SharedStrings = { readonly count: number; get(index: number): string | undefined }

export const NO_STRINGS: SharedStrings = { count: 0, get: () => undefined }

/** Text is kept as bytes, in blocks: a million JavaScript strings would take several times as much, and so would one block that grows. */
export async function readSharedStrings(part: AsyncIterable<Buffer>): Promise<SharedStrings> {
  const blocks = [Buffer.allocUnsafe(BLOCK)]
  let places = new Uint32Array(16_384)
  let [used, count] = [0, 0]
  const add = (whole: string) => {
    const text = whole.length > MOST_TEXT ? whole.slice(0, MOST_TEXT) : whole
    if (used + text.length * 3 > BLOCK) {
      blocks.push(Buffer.allocUnsafe(BLOCK))
      used = 0
    }
    if (blocks.length > MOST_BLOCKS || count >= MOST_STRINGS) throw new Refused('sheet-too-heavy')
    // Each string's place and its length in bytes.
    if (count * 2 === places.length) places = doubled(places)
    const length = blocks.at(-1)?.write(text, used) ?? 0
    places[count * 2] = (blocks.length - 1) * BLOCK + used
    places[count * 2 + 1] = length
    used += length
    count += 1
  }
  let text = ''
  let [wanted, sounds] = [false, false]
  for await (const tokens of xmlTokens(part)) {
    for (const token of tokens) {
      if (token.kind === 'text') {
        if (wanted && !sounds) text += token.text
        continue
      }
      const name = localName(token.name)
      if (name === 't') wanted = token.kind === 'open' && !token.empty
      // How a text sounds stands beside it in East Asian files.
      else if (name === 'rPh') sounds = token.kind === 'open' && !token.empty
      else if (name === 'si' && (token.kind === 'close' || token.empty)) {
        add(cellString(text))
        text = ''
      }
    }
  }
  return {
    count,
    get: (index) => {
      const [start, length] = [places[index * 2], places[index * 2 + 1]]
      if (!Number.isInteger(index) || index >= count || start === undefined || length === undefined) return undefined
      const from = start % BLOCK
      return blocks[Math.floor(start / BLOCK)]?.toString('utf8', from, from + length)
    },
  }
}

function doubled(numbers: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const more = new Uint32Array(numbers.length * 2)
  more.set(numbers)
  return more
}
