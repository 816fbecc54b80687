/** Vietnamese text as people type and sort it. All functions take and give NFC unless they say otherwise. */

const TONE_MARKS = /[\u0300\u0301\u0303\u0309\u0323]/g
const ALL_MARKS = /\p{M}/gu

/** NFC, with Ð (U+00D0, from old fonts) written Đ, no control characters but tab and line feed, no halves of a letter. */
export function cleanText(text: string): string {
  return (
    text
      .toWellFormed()
      .normalize('NFC')
      .replace(/\u00D0/g, '\u0110')
      .replace(/\u00F0/g, '\u0111')
      .replace(/\r\n?/g, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to take out
      .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g, '')
  )
}

/** Search text: lower case, no marks, đ as d, one blank between words. «Đỗ Bích Lan» → «do bich lan». */
export function foldForSearch(text: string): string {
  return text
    .normalize('NFD')
    .replace(ALL_MARKS, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Compares words whatever place the tone mark was typed at: hoà = hòa, uỷ = ủy. */
export function sameWords(a: string, b: string): boolean {
  return toneAtEnd(a) === toneAtEnd(b)
}

function toneAtEnd(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .map((word) => {
      const spread = word.normalize('NFD')
      return spread.replace(TONE_MARKS, '') + (spread.match(TONE_MARKS) ?? []).join('')
    })
    .join(' ')
}

/** The given name, by which staff are listed: «Nguyễn Thị Bích Lan» → «Lan». */
export function givenName(fullName: string): string {
  return fullName.trim().split(/\s+/).at(-1) ?? ''
}

const collator = new Intl.Collator('vi', { numeric: true })

/** Vietnamese alphabetical order. */
export function compareVietnamese(a: string, b: string): number {
  return collator.compare(a, b)
}

/** Staff order: given name, then the whole name. */
export function compareByGivenName(a: string, b: string): number {
  return compareVietnamese(givenName(a), givenName(b)) || compareVietnamese(a, b)
}

/** A personal name as typed: NFC, single blanks, no blanks at the ends. */
export function tidyName(text: string): string {
  return cleanText(text).replace(/\s+/g, ' ').trim()
}

/** «Bản quán triệt» of «bản quán triệt»: the words at the beginning of a sentence. */
export function capital(words: string): string {
  return words.slice(0, 1).toLocaleUpperCase('vi') + words.slice(1)
}
