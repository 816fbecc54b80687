import { awardIn } from './awards.ts'
import { type Block, bodyText } from './blocks.ts'
import { type Confidence, type Finding, finding } from './facts.ts'
import type { Target } from './plan.ts'
import type { Quantity } from './quantities.ts'
import { type Clause, clausesOf } from './target-clauses.ts'
import { exhorts, subjectOf, VERB } from './target-words.ts'
import { fold, sourceOf } from './view.ts'

/**
 * How a part of the paper is read: parts on targets give all they say, parts that are on targets among other things what
 * carries a number, the rest only «phấn đấu …» with a number.
 */
type Zone = 'targets' | 'numbers' | 'strict'

function zoneOf(block: Block): Zone | null {
  switch (block.section) {
    case 'past':
    case 'basis':
    case 'criteria':
    case 'tasks':
    case 'purpose':
    case 'time':
      return null
    case 'targets':
      return 'targets'
    case 'targets-among':
      return 'numbers'
    default:
      return 'strict'
  }
}

/** What the campaign is to reach. */
export function readTargets(blocks: readonly Block[]): Finding[] {
  const found: { target: Target; zone: Zone; finding: Finding }[] = []
  for (const block of blocks) {
    const zone = zoneOf(block)
    if (zone === null || /^(?:stt|tt) /.test(block.fold) || (block.heading && !/\d ?%|: ?\d/.test(block.fold))) continue
    let of: string | null = null
    let bare: Target | null = null
    const pledge = zone !== 'targets' && pledges(block)
    for (const clause of clausesOf(block, zone === 'targets' || inItems(block))) {
      const without = zone !== 'targets' && clause.quantity === null
      if (without && !(pledge && clause.from === block.body) && !rulesOut(block, clause)) continue
      const target = targetOf(block, clause, of, zone)
      if (!target) continue
      if (target.of) of = target.of
      // «90% hộ gia đình, 65% tổ dân phố được công nhận …»: what is said of the second is said of both.
      if (bare && target.award && block.text.charAt(clause.from - 1) === ',') bare.award = target.award
      bare = target.award === null && endsWithNoun(target) ? target : null
      const confidence: Confidence = zone === 'targets' && clause.quantity ? 'sure' : 'look'
      found.push({
        target,
        zone,
        finding: finding('target', target, sourceOf(block, clause.from, clause.to), confidence),
      })
    }
  }
  const firm = new Map<string, Target[]>()
  for (const { target, zone } of found) {
    if (zone === 'strict') continue
    const same = firm.get(sameAmount(target)) ?? []
    if (same.length < 20) firm.set(sameAmount(target), [...same, target])
  }
  const repeats = (one: Target) => (firm.get(sameAmount(one)) ?? []).some((other) => alike(one, other))
  return found.filter((one) => one.zone !== 'strict' || !repeats(one.target)).map((one) => one.finding)
}

const endsWithNoun = ({ of, text }: Target) => of !== null && text.endsWith(of)

const sameAmount = ({ value, unit }: Target) => `${value} ${unit}`

function alike(a: Target, b: Target): boolean {
  const x = new Set(fold(a.text).split(/[^a-z0-9]+/))
  const y = new Set(fold(b.text).split(/[^a-z0-9]+/))
  const both = [...x].filter((word) => y.has(word)).length
  return both / Math.min(x.size, y.size) >= 0.5
}

function targetOf(block: Block, clause: Clause, carried: string | null, zone: Zone): Target | null {
  const lead = /^[ ,;.:+-]*(?:trong do[ ,:]*|va )?/.exec(block.fold.slice(clause.from, clause.to))?.[0].length ?? 0
  const from = clause.from + lead
  const text = block.text.slice(from, clause.to).replace(/[ ,;./)]+$/, '')
  const folded = block.fold.slice(from, from + text.length)
  const { quantity } = clause
  if (/^(?:moi [a-z ]{2,20} )?(?:tri gia|voi (?:so|tong so) tien|kinh phi|tong kinh phi|thuong )/.test(folded))
    return null
  const award = awardIn(text, folded)?.text ?? null
  if (quantity === null) return text.split(' ').length < 3 || general(block) ? null : qualitative(text, folded, award)
  if (zone === 'strict' && !promised(block, clause, folded, award !== null)) return null
  const at = quantity.from - from
  const of = whatCounts(text, folded, at, quantity, carried)
  const label = /^([^:]{2,60}?) ?: ?\d/.exec(text)?.[1]
  const each =
    /(?:^|: |phấn đấu )mỗi ([\p{L}, ]{2,60}?) (?:có|đạt|đăng ký|bình chọn|tổ chức|xây dựng|đảm nhận|thực hiện|duy trì|nhận|giúp|hỗ trợ)(?= )/iu.exec(
      text,
    )?.[1]
  return {
    subject: each ? subjectOf(each, null, null) : subjectOf(of ?? '', block, quantity),
    text,
    comparator: quantity.comparator,
    value: quantity.value,
    ...(quantity.max === null ? {} : { max: quantity.max }),
    unit: unitName(quantity.unit, block.text.slice(quantity.from, quantity.to)),
    of,
    award: award ?? (label && quantity.unit === 'count' ? label : null),
  }
}

/** Items of the part on content, or of a paper without parts. */
const inItems = (block: Block) =>
  (block.marker !== null || block.parent?.heading === true) &&
  (block.section === 'content' || block.section === 'targets-among' || block.section === null)

/** «Không có đảng viên vi phạm …» among the items. */
const rulesOut = (block: Block, clause: Clause) =>
  inItems(block) && /^[ ,;.]*(?:phan dau )?khong (?:co|de) /.test(block.fold.slice(clause.from, clause.to))

/** An item among others that pledges something without a number: «Phấn đấu … được tặng Cờ thi đua …». */
function pledges(block: Block): boolean {
  if (block.marker === null || block.text.length - block.body > 240) return false
  const words = block.fold.slice(block.body)
  return /^phan dau (?:de )?[^.;]{2,90} (?:dat|duoc) /.test(words) && awardIn(bodyText(block), words) !== null
}

/** «Mục tiêu chung», «Mục tiêu tổng quát»: words without a measure. */
const general = (block: Block) => /muc tieu (?:chung|tong quat)/.test(block.parent?.fold ?? '')

/** Outside the parts on targets a number counts only where the sentence promises it, and not as something achieved. */
function promised(block: Block, clause: Clause, folded: string, awarded: boolean): boolean {
  if (block.marker !== null && /^(?:(?:toi thieu|it nhat|tren|co) )?\d[\d.,]* ?%/.test(folded)) return true
  const measured = inItems(block) && measures(block, clause)
  if (clause.quantity?.unit === 'count' && !awarded && !measured) return false
  const said = block.fold.slice(Math.max(0, clause.from - 200), clause.to)
  if (/(?:^|[ ,])đã \p{L}/iu.test(block.text.slice(clause.from, clause.to)) || /dat duoc|nam qua|vua qua/.test(said))
    return false
  return measured || /phan dau|muc tieu/.test(said) || /^(?:bao dam|dam bao) /.test(folded)
}

/**
 * An item of the part on content that sets a measure by its own words: «… đạt 95% trở lên», «Mỗi khoa có ít nhất 01 …». A bare
 * count («tổ chức 02 hội nghị») is a thing to do.
 */
function measures(block: Block, clause: Clause): boolean {
  const { quantity } = clause
  if (quantity === null || block.text.length > 400 || (quantity.unit === 'diem' && block.section === null)) return false
  const before = block.fold.slice(Math.max(clause.from, quantity.from - 40), quantity.from)
  const after = block.fold.slice(quantity.to, quantity.to + 24)
  if (
    /(?<![a-z])(?:it nhat|toi thieu|khong qua|khong duoi)(?: dat)? $/.test(before) ||
    /^ ?[a-z ,]{0,16}tro (?:len|xuong)/.test(after)
  )
    return true
  if (
    /(?<![a-z])moi [a-z, ]{2,60} (?:co|dat|dang ky)(?: tu| tren)? $/.test(block.fold.slice(clause.from, quantity.from))
  )
    return true
  if (quantity.unit === 'count') return false
  return /(?:^|[:;] |(?<![a-z])(?:dat|duoi|tren|con|giam|tang|hoan thanh|giai quyet|dam bao|bao dam|co) )(?:(?:tu|tren|duoi|xuong|con|it nhat|toi thieu) )*$/.test(
    before,
  )
}

/** What the number counts: the label before it («Tỷ lệ hộ nghèo … dưới 5%»), else the noun after it («100% cán bộ»). */
function whatCounts(
  text: string,
  folded: string,
  at: number,
  quantity: Quantity,
  carried: string | null,
): string | null {
  const printed = quantity.to - quantity.from
  const after = folded.slice(at + printed)
  const skip = /^ ?(?:(?:tro len|tro xuong|cac|tong so)(?![a-z]) ?)?/.exec(after)?.[0].length ?? 0
  const rest = ` ${after.slice(skip)}`
  const end = Math.min(VERB.exec(`${rest} `)?.index ?? rest.length, nounEnd(rest))
  const from = at + printed + skip
  const printedNoun = text.slice(from, from + Math.max(0, end - 1)).replace(/^[% ,]+|[ ,:]+$/g, '')
  const noun = /^(?:vung manh|trong sach|kha|gioi|tot|xuat sac|loai|hang|dung han|som han)(?![a-z])/.test(
    fold(printedNoun),
  )
    ? ''
    : printedNoun
  const before = text.slice(0, at)
  const joined = /(?:^|[ ,])(?:có|với|gồm|trong đó)(?: (?:ít nhất|tối thiểu|trên|từ|thêm))* ?$/iu.test(before)
  const label = labelOf(before)
  const measured = quantity.unit !== '%' && quantity.unit !== 'count'
  const words = label.split(' ').length
  if (measured) return label || carried
  if (quantity.unit === 'count' && noun !== '') return noun
  if (noun !== '' && (joined || words < 2 || label === '')) return noun
  return label || noun || carried
}

const BEFORE =
  /^(?:phấn đấu|tuyệt đối|có|đạt|ít nhất|tối thiểu|về [\p{L} ]{2,30}:|đảm bảo|bảo đảm|duy trì|hoàn thành)(?: |$)/iu
const BETWEEN =
  /(?:^|[ :,])(?:đạt|là|từ|trên|dưới|xuống|giảm|tăng|còn|ít nhất|tối thiểu|có|phấn đấu|xếp|đứng|nằm|trong|nhóm|thứ|hạng|trở|không|vượt|quá|khoảng|lên|bình quân|đến|thêm) ?:?$/iu

function labelOf(before: string): string {
  let label = before.trim()
  for (let i = 0; i < 4; i += 1) label = label.replace(BEFORE, '').trim()
  for (let i = 0; i < 8 && BETWEEN.test(label); i += 1) label = label.replace(BETWEEN, '').trim()
  return label.replace(/[ :,(]+$/, '')
}

/** A comma inside «cán bộ, công chức, viên chức» does not end the noun; a semicolon or bracket does. */
function nounEnd(rest: string): number {
  const hard = /[;.(:]/.exec(rest)?.index ?? rest.length
  for (const comma of rest.slice(0, hard).matchAll(/, ?/g)) {
    const next = rest.slice(comma.index + comma[0].length, comma.index + comma[0].length + 40)
    if (
      !/^(?:cong chuc|vien chuc|nguoi lao dong|ban|phong|trung tam|don vi|to|khoa|dang vien|doan vien|hoi vien|nhan vien|giao vien|xa|phuong|thi tran|thon|ap|khu|co quan|chien s|ca nhan|truong|dia phuong|doanh nghiep|nganh|cc|vc|nld|dang bo|chi bo|to chuc|thanh pho|huyen|so|tap the|lop|hoc sinh|sinh vien|lao dong|nha giao|hop tac xa|hgd|ho )/.test(
        next,
      )
    )
      return comma.index
  }
  return Math.min(hard, 140)
}

function unitName(unit: string, printed: string): string {
  if (unit === '%' || unit === 'count' || unit === 'rank') return unit
  return /\p{L}[\p{L}\d /]*$/u.exec(printed)?.[0].trim() ?? unit
}

/** A target in words: «Không có …» is none at all, «Có cá nhân được …» at least one, the rest has no value. */
function qualitative(text: string, folded: string, award: string | null): Target | null {
  const lead =
    /^(?:phan dau |tuyet doi |dam bao |bao dam |khong co |khong de xay ra |khong de |co (?!quan|so |ng))+/.exec(
      folded,
    )?.[0] ?? ''
  const none = /khong (?:co|de)/.test(lead)
  const some = !none && /(?:^|[a-z] )co $/.test(lead)
  if (!none && !some && award === null && exhorts(folded)) return null
  const verb = VERB.exec(folded.slice(lead.length))
  const of = text.slice(lead.length, lead.length + (verb?.index ?? Math.min(text.length - lead.length, 100))).trim()
  return {
    subject: (none && !lead.includes(' de ')) || some ? subjectOf(of, null, null) : 'unit',
    text,
    comparator: none ? '<=' : some ? '>=' : null,
    value: none ? 0 : some ? 1 : null,
    unit: none || some ? 'count' : null,
    of: of || null,
    award,
  }
}
