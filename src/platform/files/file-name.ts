import { cleanText } from '../../kernel/vietnamese-text.ts'

const LONGEST = 255

/**
 * A file's name as data: NFC, no path, no characters that turn the writing direction or hide, at most 255 characters,
 * and with the extension of what the file really is.
 */
export function tidyFileName(given: string, extensions: readonly [string, ...string[]]): string {
  const last = cleanText(given).split(/[/\\]/).at(-1) ?? ''
  const tidy = last
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .replace(/^[ .]+|[ .]+$/g, '')
  const named = tidy === '' ? 'tep' : tidy
  const [usual] = extensions
  const right = extensions.some((extension) => named.toLowerCase().endsWith(`.${extension}`))
  const [stem, extension] = right ? cutExtension(named) : [named, usual]
  return `${Array.from(stem)
    .slice(0, LONGEST - extension.length - 1)
    .join('')}.${extension}`
}

function cutExtension(name: string): [string, string] {
  const dot = name.lastIndexOf('.')
  return [name.slice(0, dot), name.slice(dot + 1)]
}

/** `Content-Disposition` with the name as it is (RFC 5987) and an ASCII one for what cannot read that. */
export function contentDisposition(kind: 'inline' | 'attachment', name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .replace(/[^\x20-\x7e]|["\\%]/g, '_')
  const encoded = encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${kind}; filename="${plain}"; filename*=UTF-8''${encoded}`
}
