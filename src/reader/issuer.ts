import { type Finding, finding, type Source } from './facts.ts'
import type { Line } from './lines.ts'
import { sourceOf } from './view.ts'

/** First words of the names of bodies, folded. */
export const BODY_WORDS =
  'uy ban|ubnd|hdnd|so|bo|phong|truong|benh vien|cong ty|tong cong ty|tap doan|tinh uy|thanh uy|huyen uy|quan uy|thi uy|dang uy|dang bo|dang doan|ban|cuc|tong cuc|chi cuc|vu|van phong|hoi|lien doan|lien minh|cong doan|doan|tinh doan|huyen doan|thanh doan|quan doan|trung tam|toa an|vien|dai hoc|hoc vien|ngan hang|kho bac|bao hiem|bch|cong an|bo chi huy|bo tu lenh|quan khu|su doan|trung doan|mat tran|chi bo|chi doan|thanh tra|cum|khoi|to|khu|xi nghiep|nha may|hop tac xa|trai giam|thanh pho|chinh phu|thu tuong|quoc hoi|dai|bao|tap chi|kiem toan|hai quan|thue|buu dien|vnpt|hdqt|quy|lien hiep|tong lien doan|phan hieu|phan vien|trung uong'

const BEGINS_BODY = new RegExp(`^(?:${BODY_WORDS})\\b`)
/** The national motto, or the name of the Party, that stands at the top right. */
export const MOTTO =
  /c.ng h.a x. h.i ch. ngh.a vi.t nam|d.c l.p ?[-.,]? ?t. do ?[-.,]? ?h.nh ph.c|d.ng c.ng s.n vi.t nam/
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
    const left = leftOfMotto(line)
    if (left === 0) continue
    const text = line.text
      .slice(0, left)
      .replace(/[\t ]+/g, ' ')
      .trim()
    const words = line.fold.slice(0, left)
    if (
      /^(?:so ?[:.]|v\/v|du thao|mau |phu luc|\(|signer|nguoi ky|thoi gian ky)/.test(words) ||
      / ngay .*thang /.test(words)
    )
      continue
    if (text.length < 3 || /\p{Ll}{2}/u.test(text) || /\d{2}/.test(text)) continue
    const before = bodies.at(-1)
    const begins = BEGINS_BODY.test(words) && !(before && PLACE_NAME.test(words))
    if (begins && !(before && dangling(before.text))) bodies.push({ text, source: sourceOf(line, 0, left) })
    else if (before) {
      before.text = `${before.text} ${text}`
      before.source = { start: before.source.start, end: sourceOf(line, 0, left).end }
    } else bodies.push({ text, source: sourceOf(line, 0, left) })
  }
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

function leftOfMotto(line: Line): number {
  const motto = MOTTO.exec(line.fold)
  const tab = line.text.indexOf('\t')
  const end = Math.min(motto?.index ?? line.text.length, tab >= 0 ? tab : line.text.length)
  return end
}
