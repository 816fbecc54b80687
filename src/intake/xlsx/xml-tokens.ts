import { Refused } from './refused.ts'

/** A tag, or characters between tags with their entities not yet resolved. */
export type XmlToken =
  | { readonly kind: 'open'; readonly name: string; readonly attributes: string; readonly empty: boolean }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string }

/** The longest tag or stretch of characters: far more than the longest cell of Excel, every letter as an entity. */
const MOST_TOKEN = 1_000_000

/**
 * The tokens of an XML part, in lists as its bytes arrive, so that no more than one token is kept. Comments and
 * instructions are left out; a document type is not followed. What is no XML gives no tokens rather than an error.
 */
export async function* xmlTokens(part: AsyncIterable<Buffer>): AsyncGenerator<XmlToken[]> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const piece of part) {
    const text = rest + decoder.decode(piece, { stream: true })
    const tokens: XmlToken[] = []
    const at = tokenise(text, tokens)
    rest = text.slice(at)
    if (rest.length > MOST_TOKEN) throw new Refused('sheet-too-heavy')
    yield tokens
  }
}

/** Adds the whole tokens of the text; gives where the first unfinished one begins. */
function tokenise(text: string, tokens: XmlToken[]): number {
  let at = 0
  for (;;) {
    const open = text.indexOf('<', at)
    if (open < 0) return at
    const mark = text.charCodeAt(open + 1)
    const end = mark === EXCLAMATION ? endOfSpecial(text, open) : text.indexOf('>', open)
    if (end < 0) return at
    if (open > at) tokens.push({ kind: 'text', text: text.slice(at, open) })
    at = end + 1
    if (mark === EXCLAMATION) {
      if (text.startsWith('<![CDATA[', open))
        tokens.push({ kind: 'text', text: escaped(text.slice(open + 9, end - 2)) })
    } else if (mark === SLASH) {
      tokens.push({ kind: 'close', name: text.slice(open + 2, nameEnd(text, open + 2)) })
    } else if (mark !== QUESTION) {
      const named = nameEnd(text, open + 1)
      const empty = text.charCodeAt(end - 1) === SLASH
      tokens.push({ kind: 'open', name: text.slice(open + 1, named), attributes: text.slice(named, end), empty })
    }
  }
}

const EXCLAMATION = 33
const SLASH = 47
const QUESTION = 63

function endOfSpecial(text: string, open: number): number {
  const [start, close] = text.startsWith('<!--', open)
    ? ['<!--', '-->']
    : text.startsWith('<![CDATA[', open)
      ? ['<![CDATA[', ']]>']
      : ['<!', '>']
  // The first letters of a comment may be in the next piece.
  if (text.length - open < 9) return -1
  const end = text.indexOf(close, open + start.length)
  return end < 0 ? -1 : end + close.length - 1
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

function nameEnd(text: string, from: number): number {
  let at = from
  for (; ; at += 1) {
    const code = text.charCodeAt(at)
    if (code <= 32 || code === SLASH || code === 62 || Number.isNaN(code)) return at
  }
}
