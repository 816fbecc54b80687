import { type Finding, finding, type Source } from './facts.ts'
import type { Line } from './lines.ts'
import { fold, sourceOf, trimmed } from './view.ts'

/** Recipients and signers, and the lines `[from, to)` they take up. */
export type Foot = { findings: Finding[]; from: number; to: number }

const TITLE_WORDS =
  'chu tich|pho chu tich|giam doc|pho giam doc|tong giam doc|pho tong giam doc|hieu truong|pho hieu truong|bo truong|thu truong|truong phong|pho truong phong|truong ban|pho truong ban|bi thu|pho bi thu|cuc truong|pho cuc truong|vien truong|chanh an|chanh van phong|pho chanh van phong|truong khoa|to truong|chi cuc truong|thu tuong|pho thu tuong|tong thu ky|truong doan|cum truong|khoi truong|chinh uy|tu lenh|chi huy truong|tong bien tap|vien pho|hieu pho|chu nhiem|pho chu nhiem|truong tram|trung tam truong|tong cuc truong|vu truong|thuong truc|chanh thanh tra|kiem toan truong|doi truong|thanh tra truong|thu ky|ke toan truong|truong thon|chu toa|pho hieu truong phu trach|quyen giam doc|tram truong|dai dien'

const TITLE = new RegExp(
  `^(?:(?:tm|kt|tl|tuq|q|ct)\\.? ?|t/m ?|k/t ?|thua lenh |thay mat )?(?:${TITLE_WORDS})(?![a-z])`,
)
const FOR = /^(?:tm|t\/m|kt|tl|tuq)[. ]/

/** Names begin with a family name or a rank; each word has its capital. */
const PERSON =
  /^(?:(?:GS|PGS|TS|ThS|Th\.S|BS|BSCKI{1,3}|BS\.? ?CKI{1,3}|DS|KS|CN|Đại tá|Thượng tá|Trung tá|Thiếu tá|Đại úy|Thiếu tướng|Trung tướng|NGƯT|NGND|Luật sư|Ông|Bà)\.? ?)*(?:\p{Lu}[\p{Ll}\p{M}'’]*\.?)(?: (?:\p{Lu}[\p{Ll}\p{M}'’]+|[A-ZĐ]\.)){1,5}$/u
const FAMILY =
  /^(?:nguyen|tran|le|pham|hoang|huynh|phan|vu|vo|dang|bui|do|ho|ngo|duong|ly|dinh|ha|trinh|mai|dao|cao|luong|hua|to|luu|ta|chu|thai|quach|vuong|nong|trieu|lo|giang|ma|la|tong|phung|than|tang|kieu|doan|truong|lam|luc|on|au|khuc|nghiem|cu|bach|lai|van|dam|be|hau|quan|thach|kim|son|danh|y|ksor|ro|cam|sung|vang|ly|tan|chau|ton|diep|ninh|khong|kha|nhu|uong|vi|vien|bo|a|giap|mac|luyen|tieu|ong|thi|tu|dong|lu|hang|chang|thao) /

type SignColumn = { title: string | null; name: string | null; source: Source }

/** Where the foot begins: «Nơi nhận», or the capitals of the signature after the closing words. */
export function readFoot(lines: readonly Line[], bodyFrom: number): Foot {
  const at = lines.findIndex(
    (line, i) => i >= bodyFrom && /^(?:[-*] )?noi nhan\b/.test(line.fold) && line.text.length < 160,
  )
  const closing = lastClosing(lines, bodyFrom)
  const sign = signStart(lines, at >= 0 ? Math.max(bodyFrom, at - 8) : Math.max(closing + 1, bodyFrom), at)
  const from = at < 0 ? sign : sign >= 0 && sign < at ? sign : at
  if (from < 0) return { findings: [], from: lines.length, to: lines.length }
  const recipients: Finding[] = []
  const columns: SignColumn[] = []
  let to = from
  let listing = false
  let current: { text: string; source: Source } | null = null
  const flush = () => {
    if (current) recipients.push(...recipientFindings(current))
    current = null
  }
  for (let i = from; i < lines.length && i - from < 60; i += 1) {
    const line = lines[i]
    if (!line) break
    if (i > from && annex(line)) break
    const { left, right } = columnsOf(line, listing)
    for (const piece of right) sign1(columns, line, piece)
    const text = line.text.slice(left.from, left.to).trim()
    const words = fold(text)
    if (/^(?:[-*] )?noi nhan/.test(words)) {
      listing = true
      const colon = text.search(/[Nn][HhƠơ]?[ẬậAaẤấ][Nn] ?:?/u)
      const rest = text.slice(colon).replace(/^[^:]*:? ?/, '')
      if (rest.length > 3)
        for (const piece of rest.split(';'))
          recipients.push(...recipientFindings({ text: piece, source: sourceOf(line) }))
      to = i + 1
      continue
    }
    if (text === '') {
      to = i + 1
      continue
    }
    if (isSign(text)) {
      if (left.from === 0 && left.to > 0) sign1(columns, line, left)
      to = i + 1
      if (columns.some((column) => column.name) && !listing && at < 0) break
      continue
    }
    if (!listing) {
      if (i === from || columns.length === 0) break
      continue
    }
    const bullet = /^[-+*•.] ?/.exec(text)
    const complete = current !== null && /[;,.]$/.test((current as { text: string }).text)
    const person = !bullet && PERSON.test(text) && (columns.length > 0 || FAMILY.test(words) || line.gap > 0)
    if (person) {
      flush()
      sign1(columns, line, left)
      to = i + 1
      if (columns.every((column) => column.name)) break
      continue
    }
    if (text.length > 200 || (!bullet && line.gap > 1 && (recipients.length > 0 || current !== null))) break
    if (bullet || complete || current === null) {
      flush()
      const trimmedLine = trimmed(line, left.from + (bullet?.[0].length ?? 0), left.to)
      current = { text: trimmedLine.text, source: trimmedLine.source }
    } else {
      const before: { text: string; source: Source } = current
      current = {
        text: `${before.text} ${text}`,
        source: { start: before.source.start, end: sourceOf(line, left.from, left.to).end },
      }
    }
    to = i + 1
  }
  flush()
  const signers = columns.filter((column) => column.name !== null || column.title !== null)
  const named = signers.filter((column) => column.name !== null)
  const findings = (named.length > 0 ? named : signers.slice(-1)).map((column) =>
    finding(
      'signer',
      { title: column.title, name: column.name },
      column.source,
      column.name && column.title ? 'sure' : 'look',
    ),
  )
  return { findings: [...recipients, ...findings], from, to }
}

function annex(line: Line): boolean {
  return (
    /^(?:phu luc|danh sach|bieu (?:mau|so)|mau (?:so )?\d|\(?kem theo|bang tong hop|bang dang ky)/.test(line.fold) ||
    (line.text.length > 260 && line.gap > 0)
  )
}

function lastClosing(lines: readonly Line[], from: number): number {
  for (let i = lines.length - 1; i >= from; i -= 1) if (/\.\/ ?\.?$/.test(lines[i]?.text ?? '')) return i
  return Math.max(from, lines.length - 14)
}

function signStart(lines: readonly Line[], from: number, before: number): number {
  const end = before >= 0 ? before : lines.length
  for (let i = from; i < end; i += 1) {
    const text = lines[i]?.text ?? ''
    if (isSign(text.replaceAll('\t', ' '))) return i
  }
  return -1
}

/** A line of the signature: in capitals, opening with «TM.», «KT.» or an office. */
function isSign(text: string): boolean {
  if (/\p{Ll}{2}/u.test(text) || text.length > 120) return false
  const words = fold(text)
  return FOR.test(words) || TITLE.test(words)
}

type Stretch = { from: number; to: number }

/** The left column of a line and the pieces of signature that extraction has put to its right. */
function columnsOf(line: Line, listing: boolean): { left: Stretch; right: Stretch[] } {
  const pieces: Stretch[] = []
  let from = 0
  for (const part of line.text.split('\t')) {
    pieces.push({ from, to: from + part.length })
    from += part.length + 1
  }
  const first = pieces[0] ?? { from: 0, to: line.text.length }
  const right = pieces.slice(1)
  if (right.length > 0 || (!listing && !/^noi nhan/i.test(line.fold))) return { left: first, right }
  const tail =
    /(?<=[;.,:)\p{Ll}]) (?=(?:(?:TM|KT|TL|TUQ|Q|T\/M)\. ?\p{Lu}|(?:PHÓ |TỔNG )?(?:CHỦ TỊCH|GIÁM ĐỐC|HIỆU TRƯỞNG|BÍ THƯ|TRƯỞNG |BỘ TRƯỞNG|CỤC TRƯỞNG|VIỆN TRƯỞNG|CHÁNH ))[\p{Lu} .,-]*$)/u.exec(
      line.text,
    )
  if (tail) return { left: { from: 0, to: tail.index }, right: [{ from: tail.index + 1, to: line.text.length }] }
  const name = /(?<=[.;]) (?=\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+){1,4}$)/u.exec(line.text)
  if (name && FAMILY.test(line.fold.slice(name.index + 1)))
    return { left: { from: 0, to: name.index }, right: [{ from: name.index + 1, to: line.text.length }] }
  return { left: first, right }
}

/** Adds a piece of signature to the column it completes: titles gather, a name closes. */
function sign1(columns: SignColumn[], line: Line, piece: Stretch): void {
  const { text, source } = trimmed(line, piece.from, piece.to)
  const words = fold(text)
  if (/^\(?(?:da ky|ky ten|ky, |signature|nguoi ky)/.test(words)) return
  if (isSign(text)) {
    const open = columns.find(
      (column) => column.name === null && (FOR.test(fold(column.title ?? '')) || FOR.test(words)),
    )
    if (open) {
      open.title =
        FOR.test(words) && !TITLE.test(words) && open.title && TITLE.test(fold(open.title)) ? open.title : text
      open.source = { start: Math.min(open.source.start, source.start), end: Math.max(open.source.end, source.end) }
    } else columns.push({ title: text, name: null, source })
    return
  }
  const capsName =
    !/\p{Ll}{2}/u.test(text) && FAMILY.test(`${words} `) && text.split(' ').length <= 5 && text.split(' ').length >= 2
  if (!PERSON.test(text) && !capsName) return
  const open = columns.find((column) => column.name === null)
  if (open) {
    open.name = text
    open.source = { start: Math.min(open.source.start, source.start), end: Math.max(open.source.end, source.end) }
  } else columns.push({ title: null, name: text, source })
}

function recipientFindings({ text, source }: { text: string; source: Source }): Finding[] {
  const name = text.replace(/^[-+*•. ]+|[ ;,.]+$/g, '').trim()
  return name.length < 2 || name.length > 240 ? [] : [finding('recipient', name, source)]
}
