import { findDates, paperDate } from './dates.ts'
import { type Finding, finding } from './facts.ts'
import { MOTTO, readIssuer } from './issuer.ts'
import type { Line } from './lines.ts'
import { markerOf } from './markers.ts'
import { isBodyOpening, titleOf, weakTitleOf } from './title.ts'
import { sourceOf, trimmed, type View } from './view.ts'

/** What stands above the text proper, and the line at which the text begins. */
export type Head = { findings: Finding[]; bodyFrom: number }

/** A symbol: digits or a blank, then `/KH-SNV`, `-CT/TW`, `/2014/NĐ-CP`, `/PĐ-UBND`. */
const NUMBER =
  /(?:^|[^\p{L}])[Ss][ốỐôÔ] ?[:.;]? ?(?<digits>\d{1,5}[a-zA-Z]?|[. ]*)\.?[ \t]?(?<symbol>[/-] ?(?:(?:19|20)\d\d ?[/-] ?)?\p{Lu}[\p{L}\d&]*(?: ?[-/] ?[\p{Lu}&][\p{L}\d&]*)*)/u

const TYPE_BY_CODE: Readonly<Record<string, string>> = {
  KH: 'KH', CT: 'CT', HD: 'HD', QĐ: 'QĐ', PĐ: 'PĐ', BC: 'BC', BB: 'BB', TTR: 'TTr', NQ: 'NQ', TB: 'TB', CTR: 'CTr', KL: 'KL', QC: 'QC', PC: 'PC',
} // biome-ignore format: a table

/** Lines of a registry stamp («ĐẾN Số: 351 / Ngày 17/1/2021 / Chuyển:»): they speak of the receiver. */
export function stampLines(lines: readonly Line[], until: number): Set<number> {
  const stamps = new Set<number>()
  for (let i = 0; i < until; i += 1) {
    const words = lines[i]?.fold ?? ''
    if (
      !/^(?:cong van )?den\b.{0,20}(?:so|ngay)? ?:? ?\d*|^(?:so|ngay) den\b|\bden so ?:/.test(words) ||
      words.length > 60
    )
      continue
    stamps.add(i)
    for (let j = i - 1; j >= 0 && (lines[j + 1]?.gap ?? 1) === 0 && i - j <= 2 && !isHeadLine(lines[j]); j -= 1)
      stamps.add(j)
    for (let j = i + 1; j < until && (lines[j]?.gap ?? 1) === 0 && j - i <= 4; j += 1) {
      if (isHeadLine(lines[j])) break
      stamps.add(j)
    }
  }
  return stamps
}

function isHeadLine(line: Line | undefined): boolean {
  if (!line) return true
  return (
    titleOf(line) !== null ||
    NUMBER.test(line.text) ||
    /cong hoa xa hoi|doc lap|dang cong san|ngay .{0,6}thang/.test(line.fold)
  )
}

/**
 * How many lines of a copied page stand above the paper: its headline («KẾ HOẠCH CÔNG TÁC THI ĐUA») repeats the title, which
 * the paper itself has below the national motto. 0 when the paper opens the text.
 */
export function linesAbovePaper(lines: readonly Line[]): number {
  const reach = Math.min(lines.length, 45)
  const motto = lines.slice(0, reach).findIndex((line) => MOTTO.test(line.fold) && line.text.length <= 130)
  const headline = lines.slice(0, Math.max(motto, 0)).findLastIndex((line) => titleOf(line) !== null)
  if (headline < 0) return 0
  const below = lines.slice(motto, motto + 14).some((line) => titleOf(line) !== null)
  if (!below) return 0
  let from = headline + 1
  while (from < motto && /\p{Ll}{2}/u.test(lines[from]?.text ?? '')) from += 1
  return from
}

/** Reads number, place, date, issuer, kind and subject from the lines above the text proper. */
export function readHead(lines: readonly Line[]): Head {
  const findings: Finding[] = []
  const reach = Math.min(lines.length, 45)
  const strong = lines.slice(0, reach).findIndex((line, i) => titleOf(line) !== null && !stampedBefore(lines, i))
  const headless = !lines
    .slice(0, reach)
    .some((line) => line.fold.startsWith('kinh gui') || /^(?:v ?\/ ?v|ve viec)\b/.test(line.fold))
  const weak = strong < 0 && headless ? lines.slice(0, 12).findIndex((line) => weakTitleOf(line) !== null) : -1
  const titleAt = strong >= 0 ? strong : weak
  const opening = titleAt >= 0 ? titleAt : headEnd(lines, reach)
  const stop = opening >= 0 ? opening : reach
  const stamps = stampLines(lines, Math.min(lines.length, stop + 8))
  const free = (i: number) => !stamps.has(i)
  const number = readNumber(lines, stop, free)
  if (number?.value) findings.push(finding('number', number.value, number.source))
  const dateAt = readPlaceAndDate(lines, stop, free, findings)
  findings.push(...readIssuer(lines, Math.min(number?.line ?? stop, opening >= 0 ? stop : 4), free))
  const letter = titleAt < 0
  const titleLine = lines[titleAt]
  const title = titleLine ? (titleOf(titleLine) ?? weakTitleOf(titleLine)) : null
  const byNumber = number ? TYPE_BY_CODE[number.code] : undefined
  if (title) findings.push(finding('docType', title.type, title.source, strong >= 0 ? 'sure' : 'look'))
  else if (byNumber && number) findings.push(finding('docType', byNumber, number.source, 'look'))
  const subject = letter
    ? readLetterSubject(lines, stop, opening >= 0 ? stop : 0)
    : readSubject(lines, titleAt, title?.rest ?? null, free)
  if (
    letter &&
    !byNumber &&
    (subject.finding || lines.slice(0, reach).some((line) => line.fold.startsWith('kinh gui')))
  ) {
    const at = subject.finding?.source ?? null
    if (at) findings.push(finding('docType', 'CV', at, 'look'))
  }
  if (subject.finding) findings.push(subject.finding)
  return { findings, bodyFrom: Math.max(subject.next, letter ? Math.max(dateAt, number?.line ?? -1) + 1 : 0) }
}

const stampedBefore = (lines: readonly Line[], i: number) => /^den\b/.test(lines[i]?.fold ?? '')

/** Where the head of a paper without a kind ends: at «Kính gửi» or the first long line; −1 when nothing shows it. */
function headEnd(lines: readonly Line[], reach: number): number {
  for (let i = 0; i < reach; i += 1) {
    const line = lines[i]
    // Names of bodies in capitals open a text below a kind; without a kind they are still the head.
    const opens = line && (/\p{Ll}{2}/u.test(line.text) || markerOf(line) !== null) && isBodyOpening(line)
    if (line && (line.fold.startsWith('kinh gui') || opens || line.text.length > 160)) return i
  }
  return -1
}

/** Lines of a head are short; a longer one is running text. */
const LONGEST_HEAD_LINE = 400

type FoundNumber = { line: number; value: string | null; code: string; source: { start: number; end: number } }

function readNumber(lines: readonly Line[], stop: number, free: (i: number) => boolean): FoundNumber | null {
  for (let i = 0; i < stop; i += 1) {
    const line = lines[i]
    if (!line || !free(i) || line.text.length > LONGEST_HEAD_LINE) continue
    const match = NUMBER.exec(line.text)
    if (!match) continue
    const digits = (match.groups?.digits ?? '').replace(/[. ]/g, '')
    let symbol = (match.groups?.symbol ?? '').replace(/\s+/g, '')
    const next = lines[i + 1]
    if (/[-/]$/.test(line.text) && next && /^\p{Lu}{2,}/u.test(next.text))
      symbol += `${/[-/]$/.exec(line.text)?.[0]}${/^[\p{L}\d&]+/u.exec(next.text)?.[0]}`
    const code = (/\p{L}+/u.exec(symbol)?.[0] ?? '').toUpperCase()
    const value = digits === '' || (/^\/\d{4}\//.test(symbol) === false && digits === '0') ? null : digits + symbol
    return { line: i, value, code, source: sourceOf(line, match.index, match.index + match[0].length) }
  }
  return null
}

const PLACE_AND_DATE =
  /ngay[ \t]?(?<day>\d{1,2})?[. \t]*thang[ \t]?(?<month>\d{1,2})?[. \t]*nam[ \t]?(?<year>(?:19|20)\d\d)/
const PLACE =
  /((?:(?:TP|Tp|T\.P|TX|Tx)\.? ?)?\p{Lu}\p{Ll}*[\p{Ll}'’](?:(?: - | |-)\p{Lu}\p{Ll}+){0,4})[ \t]?[,.]?[ \t]?$/u

/** The line «Hà Tĩnh, ngày … tháng 01 năm 2022»; gives its index, −1 when there is none. */
function readPlaceAndDate(lines: readonly Line[], stop: number, free: (i: number) => boolean, into: Finding[]): number {
  const last = Math.min(lines.length, stop + 1)
  for (let i = 0; i < last; i += 1) {
    const line = lines[i]
    if (!line || !free(i) || line.text.length > LONGEST_HEAD_LINE) continue
    const match = PLACE_AND_DATE.exec(line.fold)
    if (!match || /kem theo|can cu|quyet dinh so|theo /.test(line.fold.slice(0, match.index))) continue
    const { day, month, year } = match.groups ?? {}
    const place = PLACE.exec(line.text.slice(0, match.index))
    if (!place && match.index > 40) continue
    if (place?.[1]) into.push(finding('place', place[1], sourceOf(line, place.index, place.index + place[1].length)))
    const date = year ? paperDate(year, month, month ? day : undefined) : null
    into.push(
      finding(
        'date',
        date,
        sourceOf(line, match.index, match.index + match[0].length),
        date && day && month ? 'sure' : 'look',
      ),
    )
    return i
  }
  const slash = lines
    .slice(0, last)
    .findIndex((line, i) => free(i) && /^\p{Lu}[\p{L} .-]{2,30}, ngày \d/u.test(line.text))
  const line = lines[slash]
  const found = line ? findDates(line.fold, null)[0] : undefined
  if (!line || !found) return -1
  const comma = line.text.indexOf(',')
  into.push(finding('place', line.text.slice(0, comma), sourceOf(line, 0, comma)))
  into.push(finding('date', found.date, sourceOf(line, found.start, found.end), found.date ? 'sure' : 'look'))
  return slash
}

type FoundSubject = { finding: Finding | null; next: number }

const ABOUT = /^(?:v\/v|về việc|về|vv)[ :]+/iu

/** The lines below the kind, until the first that belongs to the text. */
function readSubject(
  lines: readonly Line[],
  titleAt: number,
  rest: View | null,
  free: (i: number) => boolean,
): FoundSubject {
  const parts: View[] = rest ? [rest] : []
  let i = titleAt + 1
  for (; i < lines.length && parts.length < 8; i += 1) {
    const line = lines[i]
    if (!line) break
    if (!free(i)) continue
    const before = parts.at(-1)
    if (
      parts.length === 0 &&
      /^cua (?:ban |tinh uy|huyen uy|thanh uy|dang uy|chu tich|uy ban|bo truong|giam doc)/.test(line.fold)
    )
      continue
    if (isBodyOpening(line) && !(parts.length === 0 && mayBeSubject(line))) break
    if (/^(?:kinh gui|so ?:|kem theo|\(kem theo|\(ban hanh)/.test(line.fold)) break
    if (
      before &&
      line.gap > 0 &&
      !/^[\p{Ll}\d“(]/u.test(line.text) &&
      !bothCaps(before, line) &&
      !/[-,“]$/.test(before.text)
    )
      break
    if (before && /[.;:]$/.test(before.text)) break
    if (line.text.length > 230 && before) break
    parts.push(line)
  }
  const first = parts[0]
  const last = parts.at(-1)
  if (!first || !last) return { finding: null, next: i }
  const value = parts
    .map((part) => part.text.replace(/\t/g, ' '))
    .join(' ')
    .replace(ABOUT, '')
    .replace(/[ .;,]+$/, '')
    .replace(/^([^(]*)\)$/, '$1')
    .trim()
  const source = { start: sourceOf(first).start, end: sourceOf(last).end }
  return { finding: value ? finding('subject', value, source, parts.length > 5 ? 'look' : 'sure') : null, next: i }
}

/** «KẾ HOẠCH / Thực hiện Chỉ thị số …»: words that also open a text are the subject right below the kind. */
function mayBeSubject(line: Line): boolean {
  if (!/\p{Ll}{2}/u.test(line.text)) return !/^(?:căn cứ|kính gửi|[ivx]+\.|\d)/iu.test(line.text)
  return (
    line.gap <= 1 &&
    line.text.length < 230 &&
    !/[.;:,]$/.test(line.text) &&
    /^(?:thuc hien|huong ung|trien khai|tiep tuc|quan triet) /.test(line.fold)
  )
}

const bothCaps = (a: View, b: View) => !/\p{Ll}{2}/u.test(a.text) && !/\p{Ll}{2}/u.test(b.text)

/** A letter has no kind above its subject: «V/v phát động …» stands below the number, left of place and date. */
function readLetterSubject(lines: readonly Line[], stop: number, textFrom: number): FoundSubject {
  const at = lines.slice(0, stop + 1).findIndex((line) => /^(?:v ?\/ ?v|ve viec)\b/.test(line.fold))
  const first = lines[at]
  if (!first) return { finding: null, next: textFrom }
  const parts = [leftColumn(first)]
  let i = at + 1
  for (; i < stop; i += 1) {
    const line = lines[i]
    if (
      !line ||
      line.gap > 1 ||
      isBodyOpening(line) ||
      MOTTO.test(line.fold) ||
      (PLACE_AND_DATE.test(line.fold) && leftColumn(line).text === '')
    )
      break
    parts.push(leftColumn(line))
  }
  const value = parts
    .map((part) => part.text)
    .join(' ')
    .replace(ABOUT, '')
    .replace(/[ .;,]+$/, '')
    .trim()
  const source = { start: sourceOf(first).start, end: parts.at(-1)?.source.end ?? 0 }
  return { finding: value ? finding('subject', value, source) : null, next: Math.max(i, textFrom) }
}

/** What is left of a tab, and of place and date. */
function leftColumn(line: Line): { text: string; source: { start: number; end: number } } {
  const tab = line.text.indexOf('\t')
  const date = PLACE_AND_DATE.exec(line.fold)
  let end = tab >= 0 ? tab : line.text.length
  if (date && date.index < end) {
    const place = PLACE.exec(line.text.slice(0, date.index))
    end = place ? place.index : date.index
  }
  return trimmed(line, 0, end)
}
