/** One event of an XML text: a tag that opens or closes, or characters. */
export type XmlEvent =
  | { kind: 'open'; name: string; attributes: string; empty: boolean }
  | { kind: 'close'; name: string }
  | { kind: 'text'; text: string }

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Resolves the five entities of XML and character numbers; there are no others, so none can grow. */
export function unescapeXml(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(\w{2,4}));/g, (whole, decimal, hex, name) => {
    if (name) return ENTITIES[name] ?? whole
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16)
    return code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })
}

/** Walks an XML text in one pass. Declarations and comments are skipped; a document type is not followed. */
export function* xmlEvents(xml: string): Generator<XmlEvent> {
  let at = 0
  while (at < xml.length) {
    const open = xml.indexOf('<', at)
    if (open < 0) return
    if (open > at) yield { kind: 'text', text: unescapeXml(xml.slice(at, open)) }
    if (xml.startsWith('<!--', open)) {
      const end = xml.indexOf('-->', open)
      if (end < 0) return
      at = end + 3
      continue
    }
    const close = xml.indexOf('>', open)
    if (close < 0) return
    at = close + 1
    const inside = xml.slice(open + 1, close)
    const first = inside.charAt(0)
    if (first === '?' || first === '!') continue
    if (first === '/') {
      yield { kind: 'close', name: inside.slice(1).trim() }
      continue
    }
    const name = /^[^\s/]+/.exec(inside)?.[0] ?? ''
    yield { kind: 'open', name, attributes: inside.slice(name.length), empty: inside.endsWith('/') }
  }
}

/** The value of an attribute among the text of a tag. */
export function attribute(attributes: string, name: string): string | undefined {
  const at = attributes.indexOf(`${name}="`)
  if (at < 0) return undefined
  const from = at + name.length + 2
  const end = attributes.indexOf('"', from)
  return end < 0 ? undefined : unescapeXml(attributes.slice(from, end))
}
