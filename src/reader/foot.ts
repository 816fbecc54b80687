import { type Finding, finding, type Source } from './facts.ts'
import type { Line } from './lines.ts'
import { hasFamilyName, inCapitals, isOffice, isPerson, isSignMark, Signatures } from './signature.ts'
import { fold, trimmed } from './view.ts'

/** Recipients and signers, and the lines `[from, to)` they take up. */
export type Foot = { findings: Finding[]; from: number; to: number }

const LONGEST_FOOT = 80
const HEADING = /^(?:[-*] )?noi nhan\b/

/** Where the foot begins («Nơi nhận», or the office of the signature after the closing words), and what stands in it. */
export function readFoot(lines: readonly Line[], bodyFrom: number): Foot {
  const at = lines.findIndex((line, i) => i >= bodyFrom && HEADING.test(line.fold) && line.text.length < 200)
  const sign = signStart(
    lines,
    at >= 0 ? signatureAbove(lines, bodyFrom, at) : Math.max(lastClosing(lines, bodyFrom) + 1, bodyFrom),
    at,
  )
  const from = at < 0 ? sign : sign >= 0 && sign < at ? sign : at
  if (from < 0) return { findings: [], from: lines.length, to: lines.length }
  const list = new Recipients()
  const signatures = new Signatures()
  let to = from
  for (let i = from; i < lines.length && i - from < LONGEST_FOOT; i += 1) {
    const line = lines[i]
    if (!line || (i > from && annex(line))) break
    const ended = signatures.complete && (at < 0 || list.open) && !/^[-+*•]/.test(line.text)
    if (ended && !HEADING.test(line.fold)) break
    const pieces = columnsOf(line, list.open || HEADING.test(line.fold))
    const signing = pieces.filter(
      (piece) => isOffice(piece.text) || (isPerson(piece.text) && !/[;,]$/.test(piece.text)),
    )
    let used = true
    pieces.forEach((piece, column) => {
      const place = signing.length > 1 ? column : null
      if (HEADING.test(fold(piece.text))) list.head(piece)
      else if (isSignMark(piece.text)) return
      else if (isOffice(piece.text) || (signatures.waiting && inCapitals(piece.text) && !isPerson(piece.text)))
        signatures.add(piece.text, piece.source, place)
      else if (signs(piece, column, line, list, signatures)) {
        list.flush()
        signatures.add(piece.text, piece.source, place)
      } else if (list.open && column === 0) used = list.add(piece, line) && used
      else if (!list.open && signatures.all.length === 0) used = false
    })
    if (!used) break
    to = i + 1
  }
  list.flush()
  const named = signatures.all.filter((one) => one.name !== null)
  const signers = (named.length > 0 ? named : signatures.all.slice(-1)).map(({ title, name, source }) =>
    finding('signer', { title, name }, source, name && title ? 'sure' : 'look'),
  )
  return { findings: [...list.findings, ...signers], from, to }
}

type Piece = { text: string; source: Source }

/** A name in the foot: right of the recipients, or where a signature waits for one, or below the whole list. */
function signs(piece: Piece, column: number, line: Line, list: Recipients, signatures: Signatures): boolean {
  if (!isPerson(piece.text)) return false
  if (column > 0 || !list.open) return true
  if (signatures.waiting) return true
  return line.gap > 0 && (line.gap > 1 || hasFamilyName(piece.text))
}

/** The list under «Nơi nhận»: items with or without bullets, some broken over two lines. */
class Recipients {
  readonly findings: Finding[] = []
  open = false
  private current: Piece | null = null

  /** The heading itself, with recipients after its colon where all stand on one line. */
  head({ text, source }: Piece): void {
    this.open = true
    const colon = text.indexOf(':')
    if (colon < 0 || text.length - colon < 4) return
    let at = colon + 1
    for (const part of text.slice(colon + 1).split(';')) {
      const lead = part.length - part.trimStart().length
      this.keep({
        text: part,
        source: { start: source.start + at + lead, end: source.start + at + part.trimEnd().length },
      })
      at += part.length + 1
    }
  }

  /** Takes a line of the list; false when it cannot belong to it any more. */
  add(piece: Piece, line: Line): boolean {
    const bullet = /^[-+*•.] ?/.test(piece.text)
    if (piece.text.length > 220) return false
    if (!bullet && line.gap > 1 && (this.findings.length > 0 || this.current !== null)) return false
    if (bullet || this.current === null || /[;,.]$/.test(this.current.text)) {
      this.flush()
      this.current = piece
    } else {
      const { text, source } = this.current
      this.current = { text: `${text} ${piece.text}`, source: { start: source.start, end: piece.source.end } }
    }
    return true
  }

  flush(): void {
    if (this.current) this.keep(this.current)
    this.current = null
  }

  private keep({ text, source }: Piece): void {
    const name = text.replace(/^[-+*•. ]+|[ ;,.]+$/g, '').trim()
    if (name.length >= 2 && name.length <= 240) this.findings.push(finding('recipient', name, source))
  }
}

function annex(line: Line): boolean {
  if (line.text.length > 260 && line.gap > 0) return true
  return /^(?:phu luc|danh sach|bieu (?:mau|so)|mau (?:so )?\d|\(?kem theo|bang tong hop|bang dang ky)/.test(line.fold)
}

function lastClosing(lines: readonly Line[], from: number): number {
  for (let i = lines.length - 1; i >= from; i -= 1) if (/\.\/ ?\.?$/.test(lines[i]?.text ?? '')) return i
  const running = lines.findLastIndex((line) => line.text.length > 70 && /[.;:]$/.test(line.text))
  return Math.max(from - 1, lines.length - 15, running)
}

/** A signature above «Nơi nhận» stands right above it: no running text comes between. */
function signatureAbove(lines: readonly Line[], bodyFrom: number, at: number): number {
  let from = at
  for (let i = at - 1; i >= bodyFrom && at - i <= 8; i -= 1) {
    const line = lines[i]
    if (!line || /[.;:]$/.test(line.text) || (line.text.length > 80 && !line.text.includes('\t'))) break
    from = i
  }
  return from
}

function signStart(lines: readonly Line[], from: number, before: number): number {
  const end = before >= 0 ? before : lines.length
  for (let i = from; i < end; i += 1)
    if ((lines[i]?.text ?? '').split('\t').some((part) => isOffice(part.trim()))) return i
  return -1
}

const OFFICE_AT_END =
  /(?<=[;.,:)\p{Ll}]|Nơi nhận:?) (?=(?:(?:TM|KT|TL|TUQ|Q|T\/M)\. ?\p{Lu}|(?:PHÓ |TỔNG )*(?:CHỦ TỊCH|GIÁM ĐỐC|HIỆU TRƯỞNG|BÍ THƯ|TRƯỞNG |THỨ TRƯỞNG|BỘ TRƯỞNG|CỤC TRƯỞNG|VIỆN TRƯỞNG|CHÁNH ))[\p{Lu} .,-]*$)/u
const NAME_AT_END = /(?<=[\p{L})][.;]) (?=\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}*){1,4}$)/u

/** The columns of a line: parted by tabs, or, in the list, where an office or a name follows the end of an item. */
function columnsOf(line: Line, listing: boolean): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const part of line.text.split('\t')) {
    pieces.push(trimmed(line, from, from + part.length))
    from += part.length + 1
  }
  if (pieces.length > 1 || !listing || line.text.length > 300 || isOffice(line.text))
    return pieces.filter((piece) => piece.text !== '')
  const office = OFFICE_AT_END.exec(line.text)
  const name = NAME_AT_END.exec(line.text)
  const cut =
    office?.index ?? (name && hasFamilyName(line.text.slice(name.index + 1)) && name.index > 12 ? name.index : -1)
  return cut < 0 ? pieces : [trimmed(line, 0, cut), trimmed(line, cut + 1, line.text.length)]
}
