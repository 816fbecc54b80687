import { awardIn } from './awards.ts'
import type { Block } from './blocks.ts'
import { type Confidence, type Finding, finding } from './facts.ts'
import type { Target, TargetSubject } from './plan.ts'
import { type Quantity, quantitiesIn } from './quantities.ts'
import { fold, sourceOf } from './view.ts'

type Clause = { from: number; to: number; quantity: Quantity | null }

/** Targets of the parts called «chỉ tiêu», «mục tiêu»; elsewhere only what says «phấn đấu …» with a number. */
export function readTargets(blocks: readonly Block[]): Finding[] {
  const found: { target: Target; block: Block; clause: Clause; confidence: Confidence }[] = []
  for (const block of blocks) {
    if (
      block.section === 'past' ||
      block.section === 'basis' ||
      block.section === 'criteria' ||
      block.section === 'tasks'
    )
      continue
    const inZone = block.section === 'targets'
    if (inZone && block.heading && !/\d ?%|: ?\d/.test(block.fold)) continue
    let of: string | null = null
    for (const clause of clausesOf(block, inZone)) {
      const target = targetOf(block, clause, of, inZone)
      if (!target) continue
      if (target.of) of = target.of
      found.push({ target, block, clause, confidence: inZone && clause.quantity ? 'sure' : 'look' })
    }
  }
  const inside = found.filter((one) => one.block.section === 'targets')
  return found
    .filter((one) => one.block.section === 'targets' || !inside.some((other) => alike(one.target, other.target)))
    .map(({ target, block, clause, confidence }) =>
      finding('target', target, sourceOf(block, clause.from, clause.to), confidence),
    )
}

function alike(a: Target, b: Target): boolean {
  if (a.value !== b.value || a.unit !== b.unit) return false
  const x = new Set(fold(a.text).split(/[^a-z0-9]+/))
  const y = new Set(fold(b.text).split(/[^a-z0-9]+/))
  const both = [...x].filter((word) => y.has(word)).length
  return both / Math.min(x.size, y.size) >= 0.5
}

const OPENS =
  /(?:^|[;.:,(+]|(?<![a-z])trong do|(?<![a-z])va|(?<![a-z])co|(?<![a-z])tren do) (?:co |phan dau |toi thieu |it nhat |tren |duoi |tu |dat |khoang |tren co so )*$/

/**
 * Cuts a block into clauses that each carry one number, or none. Inside the parts on targets, a cut also falls at
 * every semicolon and full stop; a number in mid-clause («5 năm», «theo Nghị quyết 18») starts none.
 */
function clausesOf(block: Block, inZone: boolean): Clause[] {
  const cuts = [block.body]
  for (const match of block.fold.matchAll(/[;](?= )|\.(?= [^a-z]*[a-z])|,? (?=trong do)/g)) {
    const after = match.index + match[0].length
    if (match.index <= block.body) continue
    if (match[0] === '.' && !/\p{Lu}|\d/u.test(block.text.charAt(after + 1))) continue
    cuts.push(after)
  }
  const quantities = quantitiesIn(block.fold).filter((one) => one.from >= block.body)
  for (const one of quantities) {
    const before = block.fold.slice(Math.max(0, one.from - 60), one.from)
    const opening = OPENS.exec(before)
    if (!opening || !/[,(:]/.test(opening[0].charAt(0))) continue
    if (opening[0].startsWith(':') && !quantities.some((other) => other.from < one.from)) continue
    cuts.push(one.from - opening[0].length + 1)
  }
  const places = [...new Set(cuts)].sort((a, b) => a - b)
  return places.flatMap((from, i) => {
    const to = places[i + 1] ?? block.text.length
    const quantity = quantities.find((one) => one.from >= from && one.from < to) ?? null
    if (
      quantity === null &&
      (!inZone || (i > 0 && !/^[ ,;]*(?:trong do )?(?:khong|co) /.test(block.fold.slice(from, from + 30))))
    )
      return []
    return [{ from, to, quantity }]
  })
}

const VERB =
  / (?:dat|duoc|hoan thanh|thuc hien|tham gia|khong|dang ky|su dung|chap hanh|tro len|co(?! quan| so|ng )|xep loai|xep|co it nhat|to chuc(?! dang| doan| co so| chinh tri| cong doan)|trien khai|ung dung|ky|hoc tap|bao dam|dam bao|giu vung|nghiem tuc|la|so voi|tang|giam|phan dau|quan triet|gui|nop|xay dung|duy tri|phat trien|ren luyen|giai quyet|cap nhat|theo|trong|tai|ve|deu|dung|tot|phai|luon|biet|ap dung|duoi|tren)(?![a-z])/

function targetOf(block: Block, clause: Clause, carried: string | null, inZone: boolean): Target | null {
  const lead = /^[ ,;.:+-]*(?:trong do[ ,:]*|va )?/.exec(block.fold.slice(clause.from, clause.to))?.[0].length ?? 0
  const from = clause.from + lead
  const text = block.text.slice(from, clause.to).replace(/[ ,;./]+$/, '')
  const folded = block.fold.slice(from, from + text.length)
  if (text.length < 6) return null
  const award = awardIn(text, folded)
  const quantity = clause.quantity
  if (!inZone) {
    if (!quantity || (quantity.unit === 'count' && !award)) return null
    const rising =
      /(?:phan dau|bao dam|dam bao|dat|toi thieu|it nhat|muc tieu)/.test(folded) &&
      !/(?:da dat|dat duoc|nam qua|trong nam qua|vua qua|ket qua)/.test(folded)
    if (!rising || !/phan dau|bao dam|dam bao|muc tieu/.test(block.fold.slice(Math.max(0, from - 200), clause.to)))
      return null
  }
  if (!quantity) return qualitative(text, folded, award?.text ?? null)
  const at = quantity.from - from
  const after = folded.slice(quantity.to - from)
  const named = VERB.exec(`${after} `)
  const noun = text
    .slice(quantity.to - from, quantity.to - from + (named ? named.index : nounEnd(after)))
    .replace(/^[ ,]+|[ ,:]+$/g, '')
  const label = text
    .slice(0, Math.max(0, at))
    .replace(/^(?:phấn đấu(?: có| đạt)?|có|tỷ lệ các|đạt|ít nhất|tối thiểu)(?: |$)/iu, '')
    .replace(
      / ?(?:đạt|là|từ|trên|dưới|xuống|giảm|tăng|còn|ít nhất|tối thiểu|có|phấn đấu|xếp|đứng|nằm|trong|nhóm|thứ|trở|không quá|:|,|khoảng|lên)+ ?$/giu,
      '',
    )
    .replace(
      /(?: (?:đạt|là|từ|trên|dưới|xuống|giảm|tăng|còn|có|nằm|trong|nhóm|xếp|thứ|đứng|hạng|ít nhất|tối thiểu))+ ?:?$/iu,
      '',
    )
    .trim()
  const measured = quantity.unit !== '%' && quantity.unit !== 'count'
  const of = measured ? label || carried : noun || (label.length > 3 ? label : '') || carried
  const colonLabel = /^[^:]{2,40}: ?\d/.test(text) ? text.slice(0, text.indexOf(':')).trim() : null
  return {
    subject: subjectOf(of ?? '', block, quantity),
    text,
    comparator: quantity.comparator,
    value: quantity.value,
    ...(quantity.max === null ? {} : { max: quantity.max }),
    unit: unitName(quantity.unit, block.text.slice(quantity.from, quantity.to)),
    of: of || null,
    award: award?.text ?? (colonLabel && quantity.unit === 'count' ? colonLabel : null),
  }
}

const nounEnd = (after: string) =>
  Math.min(/[,;.(]|$/.exec(after.replace(/, (?=[a-z]+ ?[a-z]*,|[a-z ]{2,20} va )/g, '  '))?.index ?? 0, 120)

function unitName(unit: string, printed: string): string {
  if (unit === '%' || unit === 'count' || unit === 'rank') return unit
  return /[\p{L}][\p{L}\d ]*$/u.exec(printed)?.[0].trim() ?? unit
}

function qualitative(text: string, folded: string, award: string | null): Target {
  const none = /^(?:phan dau |dam bao |bao dam )?khong (?:co|de xay ra|de) /.test(folded)
  const some = /^(?:phan dau )?co (?!quan |so |ng)/.test(folded)
  const verb = VERB.exec(folded)
  const lead = /^(?:phan dau |khong co |khong de xay ra |khong de |co |dam bao )+/.exec(folded)?.[0].length ?? 0
  const rest = lead > 0 ? VERB.exec(folded.slice(lead)) : verb
  const of = text.slice(lead, lead + (rest?.index ?? Math.min(text.length - lead, 100))).trim()
  return {
    subject: none || some ? subjectOf(of, null, null) : 'unit',
    text,
    comparator: none ? '<=' : some ? '>=' : null,
    value: none ? 0 : some ? 1 : null,
    unit: none || some ? 'count' : null,
    of: of || null,
    award,
  }
}

const PEOPLE =
  /can bo|cong chuc|vien chuc|nguoi lao dong|ca nhan|dang vien|doan vien|hoi vien|giao vien|hoc sinh|sinh vien|cbcc|cb,? ?cc|nhan vien|chien s[iy]|cnv|doi vien|nguoi|cong nhan|bac s[iy]|luat su|cbgv|thanh nien|phu nu|nong dan|quan nhan|lao dong(?! tien tien)|cstd|ldtt|thay co|nha giao/
const BODIES =
  /tap the|phong|ban(?! hanh)|don vi|^to(?![a-z])| to(?![a-z])|khoa|co quan|xa|phuong|chi bo|truong|lop|doanh nghiep|thon|khu dan cu|trung tam|so,|huyen|cong doan|chi doan|dia phuong|co so|ho(?![a-z])|gia dinh|mo hinh/

function subjectOf(of: string, block: Block | null, quantity: Quantity | null): TargetSubject {
  const words = fold(of)
  if (quantity && quantity.unit !== '%' && quantity.unit !== 'count') return 'unit'
  if (/^(?:ty le|chi so|tong |diem|thu nhap|gia tri|nguon)/.test(words)) return 'unit'
  if (/^(?:tap the|phong|don vi)/.test(words)) return 'collective'
  if (PEOPLE.test(words)) return 'individual'
  if (BODIES.test(words)) return 'collective'
  const heading = block?.parent ? block.parent.fold.slice(block.parent.body) : ''
  if (/ca nhan/.test(heading)) return 'individual'
  return /tap the/.test(heading) ? 'collective' : 'unit'
}
