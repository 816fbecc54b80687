import { type Line, LONGEST_LINE } from './lines.ts'
import { type Marker, markerOf } from './markers.ts'
import { HOLDING, type Section, sectionOf, sectionUnder } from './sections.ts'
import { type View, viewOf } from './view.ts'

/**
 * A paragraph, heading or list item with its lines joined. `body` is where the words begin after the marker («1.», «-»).
 * `parent` is the heading or item it stands under; `section` what that part of the paper is about.
 */
export type Block = View & {
  readonly index: number
  readonly marker: Marker | null
  readonly level: number
  readonly body: number
  readonly heading: boolean
  readonly parent: Block | null
  readonly section: Section | null
}

const PLAIN = 99

/** Widths at which the text was wrapped, or 0 when every line is a whole paragraph. */
function wrapWidth(lines: readonly Line[]): number {
  const widths = lines.map((line) => line.text.length).sort((a, b) => a - b)
  const most = widths[Math.floor(widths.length * 0.95)] ?? 0
  return most > 0 && most <= 130 && lines.length > 12 ? most : 0
}

const isCaps = (text: string) => /\p{Lu}{2}/u.test(text) && !/\p{Ll}{2}/u.test(text)

/** «kinh tế / - xã hội», «Chỉ thị số / 12/CT-TTg»: what looks like a marker is the middle of a sentence. */
function brokenInside(before: Line, line: Line, marker: Marker, width: number): boolean {
  if (line.gap > 0) return false
  if (/ số$/.test(before.text) && /^\d{1,3} ?[/-]/.test(line.text)) return true
  const full = width > 0 && before.end - before.start >= width * 0.72
  return full && marker.level === 8 && /\p{Ll}/u.test(line.text.charAt(marker.end)) && /\p{L}$/u.test(before.text)
}

function continues(before: Line, line: Line, width: number): boolean {
  if (before.fold.endsWith('./.')) return false
  const marker = markerOf(line)
  if (marker && !brokenInside(before, line, marker, width)) return false
  const capsBefore = isCaps(before.text)
  if (capsBefore || isCaps(line.text))
    return capsBefore && isCaps(line.text) && line.gap === 0 && before.text.length > 40
  const first = line.text.charAt(0)
  const midSentence =
    /[\p{Ll})”]/u.test(first) || (/\d/.test(first) && /(?:ngay|thang|nam|so|tu|den)$/.test(before.fold))
  if (midSentence) return !/[.!?:]$/.test(before.text) || line.gap === 0
  if (line.gap > 0 || width === 0) return false
  const full = before.end - before.start >= width * 0.72
  return full && !/[.;:!?]$/.test(before.text)
}

/** Joins the lines of `[from, to)` into blocks and hangs each below the heading or item it belongs to. */
export function toBlocks(work: string, lines: readonly Line[], from: number, to: number): Block[] {
  const part = lines.slice(from, to)
  const width = wrapWidth(part)
  const blocks: Block[] = []
  const open: Block[] = []
  let i = 0
  while (i < part.length) {
    const first = part[i]
    if (!first) break
    let last = first
    i += 1
    for (
      let next = part[i];
      next && next.end - first.start < LONGEST_LINE && continues(last, next, width);
      next = part[i]
    ) {
      last = next
      i += 1
    }
    const view = viewOf(work, first.start, last.end)
    const marker = first === last ? (rowMarker(first) ?? markerOf(view)) : markerOf(view)
    const caps = !marker && isCaps(view.text) && view.text.length > 5 && view.text.length < 200
    const bare = !marker && !caps && first === last && bareHeading(first, part[i - 2])
    const level = marker?.level ?? (caps ? 2 : bare ? (/^doi voi/.test(first.fold) ? 3 : 2) : PLAIN)
    while (open.length > 0 && (open.at(-1)?.level ?? 0) >= level) open.pop()
    const parent = open.at(-1) ?? null
    const body = marker?.end ?? 0
    const heading = caps || bare || (marker !== null && headingLike(view, body, marker))
    const words = view.fold.slice(body, body + 200)
    const named =
      heading || level < PLAIN ? sectionUnder(sectionOf(words, heading), words, parent?.section ?? null) : null
    const section = parent && HOLDING.has(parent.section) ? parent.section : (named ?? parent?.section ?? null)
    const block: Block = { ...view, index: blocks.length, marker, level, body, heading, parent, section }
    blocks.push(block)
    if (level < PLAIN) open.push(block)
  }
  return blocks
}

/** A heading without number or capitals («Chỉ tiêu», «Đối với tập thể»): short, of the known words, not the middle of a sentence. */
function bareHeading(line: Line, before: Line | undefined): boolean {
  if (line.text.length > 60 || !/^\p{Lu}/u.test(line.text) || /[.;,!?”)]$/.test(line.text) || line.text.includes('\t'))
    return false
  if (before && line.gap === 0 && /[\p{L},]$/u.test(before.text) && before.text.length > 70) return false
  return /^(?:(?:cac )?(?:muc tieu|chi tieu)|muc dich|yeu cau|noi dung thi dua|noi dung$|thoi gian(?: thuc hien)?$|to chuc thuc hien|phan cong|cac dot thi dua|chu de(?: thi dua)?$|nhiem vu|doi voi (?:cac )?(?:tap the|ca nhan|hoc sinh|giao vien|don vi|co quan|can bo)[a-z, ]*$)(?![a-z])[a-z0-9 ,-]*:?$/.test(
    line.fold,
  )
}

/** A row of a table that begins with its number: «1 | Lao động tiên tiến | 90%». */
function rowMarker(line: Line): Marker | null {
  const number = /^\d{1,3}\t(?=\S)/.exec(line.text)?.[0]
  return number === undefined ? null : { level: 8, end: number.length, label: number.trim() }
}

/** A marked line that names what follows instead of saying something: short, no full stop. */
function headingLike(view: View, body: number, marker: Marker): boolean {
  const text = view.text
  if (text.length - body > 220) return false
  if (isCaps(text.slice(body))) return true
  if (text.endsWith(':') && text.length - body < 160) return true
  return text.length - body < (marker.level < 7 ? 130 : marker.level === 7 ? 45 : 0) && !/[.;,!?”]$/.test(text)
}

/** The words after the marker. */
export function bodyText(block: Block): string {
  return block.text.slice(block.body)
}
