import { BODY_WORDS } from './issuer.ts'
import { fold, type View } from './view.ts'

/** Who issued a cited paper, and where the name ends. */
export type FoundIssuer = { text: string; end: number }

const ISSUER_END =
  /(?: (?:về|v\/v|ban hành|quy định|hướng dẫn|triển khai|phát động|thực hiện|tổ chức|sửa đổi|phê duyệt|tiếp tục|tăng cường|đẩy mạnh|đối với|tại|ngày|năm|và (?:Kế hoạch|Chỉ thị|Công văn|Quyết định|Nghị|Thông|các văn bản)|để|nhằm|có hiệu lực|trích|xây dựng|khóa|khoá|nhiệm kỳ|lần thứ|trong việc)(?![\p{L}])|,(?! ?[Kk]hen thưởng)|[;.:“(])/u

/** «Theo đề nghị của Trưởng phòng Nội vụ tại Tờ trình số …»: who proposes stands before the paper. */
export function issuerBefore(view: View, pieceFrom: number, until: number): FoundIssuer | null {
  const lead = view.text.slice(Math.max(0, pieceFrom - 160), pieceFrom)
  const who = /đề nghị của ([^;:]{3,120}?) tại $/iu.exec(lead)?.[1]
  return who === undefined ? null : { text: who, end: until }
}

const NAMES_BODY = new RegExp(`^(?:${BODY_WORDS})(?![a-z])`)

/** «Công văn số … ngày …, v/v … của Phòng GD&ĐT»: the issuer at the very end of its stretch. */
export function issuerAtEnd(view: View, from: number, to: number): FoundIssuer | null {
  const tail = view.text.slice(from, to).replace(/[ .;,]+$/, '')
  const at = tail.lastIndexOf(' của ')
  if (at < 0 || !/^,? (?:v\/v|về) /.test(tail)) return null
  const text = tail.slice(at + 5)
  if (text.length > 70 || /[,;:“]/.test(text) || !NAMES_BODY.test(fold(text))) return null
  return { text, end: from + tail.length }
}

/** «… của Bộ Nội vụ về …», also without «của» where a name follows the day. */
export function issuerAfter(view: View, from: number, to: number): FoundIssuer | null {
  const rest = view.text.slice(from, Math.min(to, from + 220))
  const lead = /^[ ,)]*(?:(?:của|cua|do) (?=\p{L})|(?=\p{Lu}\p{Ll}+ \p{L}|UBND|HĐND|BCH))/u.exec(rest)
  if (!lead) return null
  const tail = rest.slice(lead[0].length)
  const end = ISSUER_END.exec(tail)?.index ?? tail.length
  const text = tail
    .slice(0, end)
    .replace(/[ ,]+$/, '')
    .replace(/ (?:và|do)$/, '')
  if (text.length < 2 || text.length > 140) return null
  return { text, end: from + lead[0].length + text.length }
}
