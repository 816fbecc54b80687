import { unescapeXml } from '../xml.ts'

const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g

/** The attributes of a tag by their names without prefix («r:id» as «id»), values resolved. */
export function attributesOf(text: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>()
  for (const [, name = '', double, single] of text.matchAll(ATTRIBUTE)) {
    attributes.set(localName(name), unescapeXml(double ?? single ?? ''))
  }
  return attributes
}

/** A name without the prefix of its namespace: «x:row» → «row». Some programs write one before every name. */
export function localName(name: string): string {
  return name.slice(name.lastIndexOf(':') + 1)
}
