import type { FastifyInstance } from 'fastify'

/** Deeper than any input of ours; recursive readers behind this point never see more. */
const MAX_DEPTH = 64

const QUOTE = 0x22
const BACKSLASH = 0x5c

/** How deep the brackets of a JSON text go, read without recursion and without parsing it. */
export function jsonDepth(bytes: Uint8Array): number {
  let depth = 0
  let deepest = 0
  let inText = false
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at]
    if (inText) {
      if (byte === BACKSLASH) at += 1
      else if (byte === QUOTE) inText = false
    } else if (byte === QUOTE) inText = true
    else if (byte === 0x5b || byte === 0x7b) {
      depth += 1
      if (depth > deepest) deepest = depth
    } else if (byte === 0x5d || byte === 0x7d) depth -= 1
  }
  return deepest
}

/** Half a surrogate pair or a NUL, which only an escape can bring into JSON: PostgreSQL stores neither, and nobody can see them. */
const STRAY = /\\u(?:0000|[dD][89a-fA-F])/

/** The same value with such characters taken out of its texts; its depth is known to be small. */
function withoutStrayCharacters(value: unknown): unknown {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: this is the character to take out
  if (typeof value === 'string') return value.toWellFormed().replace(/\u0000/g, '')
  if (Array.isArray(value)) return value.map(withoutStrayCharacters)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [withoutStrayCharacters(name), withoutStrayCharacters(member)]),
  )
}

class BadBody extends Error {
  readonly statusCode = 400
}

/**
 * The only bodies operations take are JSON in UTF-8: Fastify counts the bytes on the raw stream against the route's
 * limit and cuts off; every other content type is refused before a byte is kept.
 */
export function acceptJsonOnly(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body: Buffer, done) => {
    if (body.length === 0) return done(null, undefined)
    let text: string
    try {
      text = new TextDecoder('utf-8', { fatal: true }).decode(body)
    } catch {
      return done(new BadBody('body is not UTF-8'), undefined)
    }
    if (jsonDepth(body) > MAX_DEPTH) return done(new BadBody('JSON is nested too deeply'), undefined)
    void parse(request, text, (error, value) =>
      done(error, error === null && STRAY.test(text) ? withoutStrayCharacters(value) : value),
    )
  })
}
