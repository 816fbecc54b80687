import type { Block } from './blocks.ts'
import { issuerAfter, issuerAtEnd, issuerBefore } from './citation-issuers.ts'
import { findDates } from './dates.ts'
import { type Finding, finding } from './facts.ts'
import type { Citation } from './plan.ts'
import { sentences } from './sentences.ts'
import { fold, sourceOf, type View } from './view.ts'

const KINDS =
  'Luật|Bộ luật|Hiến pháp|Pháp lệnh|Nghị định|Nghị quyết|Thông tư liên tịch|Thông tư|Quyết định|Chỉ thị|Kế hoạch|Công văn|Hướng dẫn|Kết luận|Chương trình hành động|Chương trình|Quy định|Quy chế|Văn bản|Thông báo|Công điện|Tờ trình|Thông tri|Lời kêu gọi|Đề án|Báo cáo|Điều lệ|Phát động|Giấy mời'

/** Matched without marks, because scanning loses them («Nghi quyết»). */
const KIND = new RegExp(`(?<![a-z])(?:cac )?(?<kind>${fold(KINDS)})(?![a-z](?!o \\d))`, 'g')
const KIND_BY_FOLD = new Map(KINDS.split('|').map((kind) => [fold(kind), kind]))

/** The kind with its marks, its first letter as printed. */
function kindPrinted(printed: string): string {
  const kind = KIND_BY_FOLD.get(fold(printed)) ?? printed
  return /^\p{Lu}/u.test(printed) ? kind : kind.charAt(0).toLowerCase() + kind.slice(1)
}

/** «số 65/2014/NĐ- CP», «số 12/CT - ABC», «số 1705». */
const SYMBOL =
  /^(?:\d{1,5}[a-zđ]?(?: ?[-/] ?(?:19|20)\d\d(?=\W))?(?: ?[-/] ?\p{Lu}[\p{L}\d&]*)+|\d{1,5} \p{Lu}{2,}[\p{L}&]*(?:[-/]\p{Lu}[\p{L}\d&]*)+|\d{1,5}(?=[ ,;]))/u

/** Words after which a paper rests on what it names. */
const TRIGGER =
  /^(?:[-+*] ?)?(?:(?:tiep tuc |tiep tuc trien khai )?thuc hien(?! thang loi| tot| nhiem vu)|can cu|huong ung|theo |xet |trien khai|quan triet|de trien khai|de thuc hien|nham (?:thuc hien|trien khai|cu the hoa)|thi hanh|tiep theo)/

/** «Để phát huy kết quả trên, căn cứ Chỉ thị số …»: the sentence comes to its basis later. */
const LATER_TRIGGER = new RegExp(
  `[,;] (?:căn cứ|thực hiện|hưởng ứng|triển khai|theo) (?:các )?(?:${KINDS})[^;.]{0,80} số ?:? ?\\d`,
  'iu',
)

/** Sentences of the preamble that begin with «Căn cứ», «Thực hiện», «Theo đề nghị …»: their citations. */
export function readLegalBases(blocks: readonly Block[]): Finding[] {
  const found: Finding[] = []
  for (const block of preamble(blocks)) {
    for (const [from, to] of sentences(block)) {
      const opening = block.fold.slice(from, to)
      if (!/^ ?(?:nam (?:19|20)\d\d la|trong )/.test(opening) && TRIGGER.test(opening.trimStart())) {
        found.push(...citationsIn(block, from, to))
        continue
      }
      const later = LATER_TRIGGER.exec(block.text.slice(from, to))
      if (later) found.push(...citationsIn(block, from + later.index + 1, to))
    }
  }
  const seen = new Set<string>()
  return found.filter(({ value }) => {
    const number = (value as Citation).number
    if (number === null) return true
    const known = seen.has(number)
    seen.add(number)
    return !known
  })
}

/** Blocks up to the first part of the paper; a part called «Căn cứ» counts as preamble. */
function preamble(blocks: readonly Block[]): Block[] {
  const taken: Block[] = []
  let closed = false
  for (const block of blocks) {
    if (block.section === 'basis') taken.push(block)
    else if (!closed && (block.marker === null || block.marker.level >= 8) && !block.heading) {
      taken.push(block)
      if (/(?:nhu sau|sau day|sau) ?:$/.test(block.fold)) closed = !basisFollows(blocks, block)
    } else if (!closed && block.heading && block.marker === null) continue
    else closed = true
    if (block.index > 60) break
  }
  return taken
}

/** «… với những nội dung sau:» and only then «Căn cứ …». */
const basisFollows = (blocks: readonly Block[], block: Block) =>
  /^(?:[-+*] ?)?can cu /.test(blocks[block.index + 1]?.fold ?? '')

/** Words before a paper that is only named in the title of another: «hướng dẫn thi hành Nghị định số …». */
const NESTED =
  /(?:hướng dẫn(?: thực hiện| thi hành| áp dụng)?|quy định chi tiết[\p{L} ]*|một số điều(?: của)?|thi hành|(?:việc|triển khai|tục) thực hiện|theo|thay thế|kèm theo|của|sửa đổi|bổ sung) $/u

type Piece = { kind: string; from: number; to: number }

/** The papers cited in `[from, to)`, each with symbol or title, date and issuer. */
export function citationsIn(view: View, from: number, to: number): Finding[] {
  const found: Finding[] = []
  for (const piece of pieces(view, from, to)) {
    const statute = /^(?:Bộ luật|Luật|Hiến pháp|Pháp lệnh)$/i.test(piece.kind)
    const numbers = numbersIn(view, piece)
    if (numbers.length === 0) {
      const titled = statute ? statuteIn(view, piece) : titledIn(view, piece)
      found.push(...titled)
      continue
    }
    numbers.forEach((at, n) => {
      const end = numbers[n + 1]?.start ?? piece.to
      const date = dateAfter(view, at.end, end)
      const issuer =
        issuerBefore(view, piece.from, at.start) ??
        issuerAfter(view, date?.end ?? at.end, end) ??
        (numbers.length > 1
          ? issuerAfter(view, lastEnd(view, numbers, piece), piece.to)
          : issuerAtEnd(view, date?.end ?? at.end, end))
      const value: Citation = {
        type: capital(piece.kind),
        number: at.symbol,
        date: date?.date ?? null,
        issuer: issuer?.text ?? null,
      }
      if (statute)
        value.title = view.text
          .slice(piece.from, at.start)
          .replace(/ số ?$/, '')
          .trim()
      const stop = Math.max(issuer?.end ?? 0, date?.end ?? 0, at.end)
      found.push(
        finding(
          'legalBasis',
          value,
          sourceOf(view, n === 0 ? piece.from : at.start, stop),
          issuer || statute ? 'sure' : 'look',
        ),
      )
    })
  }
  return found
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** A piece runs from one kind of paper to the next or to the semicolon. Kinds inside a title («về Kế hoạch …») belong to it. */
function pieces(view: View, from: number, to: number): Piece[] {
  const found: Piece[] = []
  const text = view.text.slice(0, to)
  KIND.lastIndex = from
  let limit = from
  const folded = view.fold.slice(0, to)
  for (let match = KIND.exec(folded); match; match = KIND.exec(folded)) {
    const start = match.index + match[0].length - (match.groups?.kind?.length ?? 0)
    const kind = kindPrinted(text.slice(start, match.index + match[0].length))
    const last = found.at(-1)
    const semicolon = last ? text.lastIndexOf(';', start) > last.from : false
    const numbered = /^(?: liên tịch)? (?:(?:của [\p{L} -]{3,60} )?số ?:? ?\d|\d{1,4} ?[-/] ?\p{Lu}{2})/u.test(
      text.slice(start + kind.length, start + kind.length + 80),
    )
    if (!/^\p{Lu}/u.test(kind) && !numbered) continue
    const lead = text.slice(last ? last.from : from, start)
    const opens =
      last === undefined
        ? opensCitation(lead)
        : semicolon || /(?:,|và|,? các) $/.test(lead.slice(-5)) || /[.:] $/.test(lead)
    if (!opens && !numbered) continue
    if (!numbered && /(?:xây dựng|ban hành|lập|đề ra) $/.test(lead.slice(-12))) continue
    if (last && !semicolon && NESTED.test(lead.slice(-60))) continue
    if (last && !semicolon && !numbered && / (?:về|v\/v|ban hành|quy định|tại) /.test(lead)) continue
    if (last) last.to = start
    found.push({ kind, from: start, to })
    limit = start
  }
  for (const piece of found) {
    const semicolon = text.indexOf(';', piece.from)
    if (semicolon >= 0 && semicolon < piece.to && !/^ ?số/.test(text.slice(semicolon + 1, semicolon + 6)))
      piece.to = semicolon
  }
  return limit >= 0 ? found : []
}

/** The first citation of a sentence stands close to its trigger. */
function opensCitation(lead: string): boolean {
  return lead.length < 40 || /(?:theo|tại|của|thực hiện|căn cứ) $/i.test(lead)
}

type FoundNumber = { start: number; end: number; symbol: string }

function numbersIn(view: View, piece: Piece): FoundNumber[] {
  const found: FoundNumber[] = []
  const text = view.text.slice(piece.from, piece.to)
  for (const match of text.matchAll(/(?<![\p{L}])(?:s[ốôổ] ?:? ?|(?<=^\p{L}[\p{L} ]{3,16} ))(?=\d)/giu)) {
    const at = match.index + match[0].length
    if (found.length > 0 && !/(?:,|;|và|\d) $/.test(text.slice(Math.max(0, match.index - 4), match.index))) continue
    if (found.length === 0 && match.index > 90) continue
    const symbol = SYMBOL.exec(text.slice(at, at + 60))?.[0]
    if (!symbol || (!/^s[ốôổ]/i.test(match[0]) && !/\p{L}/u.test(symbol))) continue
    found.push({
      start: piece.from + match.index,
      end: piece.from + at + symbol.length,
      symbol: symbol.replace(/\s+/g, ''),
    })
  }
  return found
}

function lastEnd(view: View, numbers: readonly FoundNumber[], piece: Piece): number {
  const last = numbers.at(-1)
  if (!last) return piece.to
  return dateAfter(view, last.end, piece.to)?.end ?? last.end
}

function dateAfter(view: View, from: number, to: number): { date: string | null; end: number } | null {
  const found = findDates(view.fold.slice(from, Math.min(to, from + 60)), null)[0]
  if (!found || !/^[ ,(]*(?:ngay ?|ky ngay ?|ban hanh ngay ?)?$/.test(view.fold.slice(from, from + found.start)))
    return null
  return { date: found.yearless ? null : found.date, end: from + found.end }
}

const TITLE_END =
  /(?:,? (?:ngày|ban hành|hiện hành|được |đã được|có hiệu lực|số(?= \d)|năm (?=(?:19|20)\d\d)|và (?:các|Nghị|Luật|hướng dẫn|văn bản)|các (?:văn bản|Nghị|quy định))|, (?=\p{Lu}|các|những)|[;.:(“]|$)/u

/** «Luật Thi đua, khen thưởng ngày 26/11/2003», «Luật … năm 2005 và năm 2013»: one for each date. */
function statuteIn(view: View, piece: Piece): Finding[] {
  const text = view.text.slice(piece.from, piece.to)
  const body = piece.kind.length
  const end = body + (TITLE_END.exec(text.slice(body).replace(/, Khen/g, ', khen'))?.index ?? 0)
  const title = text.slice(0, end).trim()
  if (title.length <= piece.kind.length + 2) return []
  const years = findDates(view.fold.slice(piece.from + end, Math.min(piece.to, piece.from + end + 70)), null).filter(
    (date) => !date.yearless,
  )
  const near = years.filter((date, i) => date.start < 24 || (i > 0 && date.start - (years[i - 1]?.end ?? 0) < 12))
  const dates = near.length > 0 ? near : [null]
  return dates.map((date) => {
    const stop = date ? piece.from + end + date.end : piece.from + end
    return finding(
      'legalBasis',
      { type: capital(piece.kind), number: null, date: date?.date ?? null, issuer: null, title },
      sourceOf(view, piece.from, stop),
    )
  })
}

/** A paper named without a number («Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XVI»), its day and issuer where they follow. */
function titledIn(view: View, piece: Piece): Finding[] {
  const text = view.text.slice(piece.from, piece.to)
  const end = /[;:.(“]|, (?:nhiệm vụ|cụ thể|xây|ban hành)|,? (?=ngày \d)|$/u.exec(text)?.index ?? text.length
  const words = text
    .slice(0, Math.min(end, 240))
    .trim()
    .replace(/[ ,]+(?:và)?[ ,]*$/, '')
  if (words.split(' ').length < 4 || /^(?:Văn bản|Quy chế|Phát động|Báo cáo)$/i.test(piece.kind)) return []
  const after = piece.from + words.length
  const date = dateAfter(view, after, piece.to)
  const issuer = date ? issuerAfter(view, date.end, piece.to) : null
  const value: Citation = {
    type: capital(piece.kind),
    number: null,
    date: date?.date ?? null,
    issuer: issuer?.text ?? null,
    title: words,
  }
  return [finding('legalBasis', value, sourceOf(view, piece.from, issuer?.end ?? date?.end ?? after), 'look')]
}
