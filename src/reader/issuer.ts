import { type Finding, finding, type Source } from './facts.ts'
import type { Line } from './lines.ts'
import { sourceOf } from './view.ts'

/** First words of the names of bodies, folded. */
export const BODY_WORDS =
  'uy ban|ubnd|hdnd|so|bo|phong|truong|benh vien|cong ty|tong cong ty|tap doan|tinh uy|thanh uy|huyen uy|quan uy|thi uy|dang uy|dang bo|dang doan|ban|cuc|tong cuc|chi cuc|vu|van phong|hoi|lien doan|lien minh|cong doan|doan|tinh doan|huyen doan|thanh doan|quan doan|trung tam|toa an|vien|dai hoc|hoc vien|ngan hang|kho bac|bao hiem|bch|cong an|bo chi huy|bo tu lenh|quan khu|su doan|trung doan|mat tran|chi bo|chi doan|thanh tra|cum|khoi|to|khu|xi nghiep|nha may|hop tac xa|trai giam|thanh pho|chinh phu|thu tuong|quoc hoi|dai|bao|tap chi|kiem toan|hai quan|thue|buu dien|vnpt|hdqt|quy|lien hiep|tong lien doan|phan hieu|phan vien|trung uong'

const BEGINS_BODY = new RegExp(`^(?:${BODY_WORDS})\\b`)
/** The national motto, or the name of the Party, that stands at the top right. */
export const MOTTO =
  /(?:c.ng )?h.a x. h.i ch. ngh.a vi.t(?: nam)?|d.c l.p ?[-.,]? ?t. do ?[-.,]? ?h.nh ph.c|d.ng c.ng s.n vi.t nam|(?<=^|\t)doan (?:tncs|thanh nien cong san) ho chi minh(?=\s*$)/
const PLACE_NAME = /^(?:tinh|huyen|quan|thi xa|thanh pho|tp\.?|xa|phuong|thi tran) (?!uy|doan)/

/**
 * The bodies at the top left, the last of them the issuer. The motto on the right is cut away where extraction put both
 * columns on one line; names that go on over two lines are joined.
 */
export function readIssuer(lines: readonly Line[], until: number, free: (i: number) => boolean): Finding[] {
  const bodies: { text: string; source: Source }[] = []
  for (let i = 0; i < until; i += 1) {
    const line = lines[i]
    if (!line || !free(i)) continue
    for (const [from, to] of besideMotto(line)) addBody(bodies, line, from, to)
  }
  const own = bodies.at(-1)
  if (!own) return []
  const above = bodies.at(-2)
  if (above && COMMITTEE_ALONE.test(own.text)) {
    bodies.pop()
    above.text = `${own.text} ${above.text}`
    above.source = { start: above.source.start, end: own.source.end }
    return readBodies(bodies)
  }
  return readBodies(bodies)
}

/** A committee of the body above it: «HỘI LIÊN HIỆP PHỤ NỮ TỈNH … / BAN THƯỜNG VỤ». */
const COMMITTEE_ALONE = /^(?:BAN THƯỜNG VỤ|BAN CHẤP HÀNH|BAN THƯỜNG TRỰC|BCH|BTV)$/u

function readBodies(bodies: readonly { text: string; source: Source }[]): Finding[] {
  const own = bodies.at(-1)
  if (!own) return []
  const superior = bodies.at(-2)
  const findings = [finding('issuer', own.text, own.source, BEGINS_BODY.test(foldFirst(own.text)) ? 'sure' : 'look')]
  if (superior) findings.push(finding('superior', superior.text, superior.source))
  return findings
}

const foldFirst = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[Đđ]/g, 'd').toLowerCase()

/** A name that cannot end here: «HỘI ĐỒNG THI ĐUA -», «BAN CHỈ ĐẠO PHONG TRÀO VÀ». */
function dangling(text: string): boolean {
  return /(?:[-,&]| VÀ| CỦA)$/.test(text)
}

/** The stretches of a line left of the motto, and those after it that name a body (columns mixed by extraction). */
function besideMotto(line: Line): [number, number][] {
  const motto = MOTTO.exec(line.fold)
  const cuts: [number, number][] = []
  let from = 0
  for (const part of line.text.split('\t')) {
    const to = from + part.length
    const end = motto && motto.index >= from && motto.index < to ? motto.index : to
    if (cuts.length === 0 || BEGINS_BODY.test(line.fold.slice(from, end))) cuts.push([from, end])
    from = to + 1
  }
  return cuts
}

function addBody(bodies: { text: string; source: Source }[], line: Line, from: number, to: number): void {
  const text = line.text.slice(from, to).trim()
  const words = line.fold.slice(from, to).trim()
  if (
    /^(?:so ?[:.]|cong$|v\/v|du thao|mau |phu luc|\(|signer|nguoi ky|thoi gian ky)/.test(words) ||
    / ngay .*thang /.test(words)
  )
    return
  if (text.length < 3 || /\p{Ll}{2}/u.test(text) || /\d{2}/.test(text)) return
  const before = bodies.at(-1)
  const source = sourceOf(line, from, to)
  const begins = BEGINS_BODY.test(words) && !(before && PLACE_NAME.test(words))
  if (before && (!begins || dangling(before.text))) {
    before.text = `${before.text} ${text}`
    before.source = { start: before.source.start, end: source.end }
  } else bodies.push({ text, source })
}
