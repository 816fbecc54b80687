import { cellString } from './cell-string.ts'
import { Refused } from './refused.ts'
import { localName } from './xml-attributes.ts'
import { xmlTokens } from './xml-tokens.ts'

/** What the texts of a workbook may take, as UTF-8: more than 100,000 rows of 20 different texts. */
const MOST_BYTES = 96_000_000
const MOST_STRINGS = 8_000_000

/** The texts of a workbook by number; cells refer to them. */
export type SharedStrings = { readonly count: number; get(index: number): string | undefined }

export const NO_STRINGS: SharedStrings = { count: 0, get: () => undefined }

/** Text is kept once, as bytes in one block: a million JavaScript strings would take several times as much. */
export async function readSharedStrings(part: AsyncIterable<Buffer>): Promise<SharedStrings> {
  let bytes = Buffer.allocUnsafe(256 * 1024)
  let ends = new Uint32Array(16_384)
  let [used, count] = [0, 0]
  const add = (text: string) => {
    const room = text.length * 3
    if (used + room > bytes.length) bytes = grow(bytes, used, used + room)
    if (count === ends.length) {
      const more = new Uint32Array(ends.length * 2)
      more.set(ends)
      ends = more
    }
    used += bytes.write(text, used)
    if (used > MOST_BYTES || count >= MOST_STRINGS) throw new Refused('sheet-too-heavy')
    ends[count] = used
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
    get: (index) =>
      index < count ? bytes.toString('utf8', index === 0 ? 0 : ends[index - 1], ends[index]) : undefined,
  }
}

function grow(bytes: Buffer<ArrayBuffer>, used: number, least: number): Buffer<ArrayBuffer> {
  const larger = Buffer.allocUnsafe(Math.max(bytes.length * 1.5, least) | 0)
  bytes.copy(larger, 0, 0, used)
  return larger
}
