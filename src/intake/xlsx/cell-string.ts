import { cleanText } from '../../kernel/vietnamese-text.ts'
import { unescapeXml } from '../xml.ts'

/** What cannot stand in XML is written by its number: «_x000D_» is a line break. */
const BY_NUMBER = /_x([0-9a-fA-F]{4})_/g
const PLAIN = /^[\t\n\x20-\x25\x27-\x5e\x60-\x7e]*$/

/** The text of a cell as it stands in the file, made ours: entities resolved, NFC, no control characters. */
export function cellString(written: string): string {
  if (PLAIN.test(written)) return written
  const text = written.includes('&') ? unescapeXml(written) : written
  const resolved = text.includes('_x')
    ? text.replace(BY_NUMBER, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text
  return cleanText(resolved)
}
