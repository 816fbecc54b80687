import type { Comparator } from './plan.ts'

/** A number with its measure in a clause of a target. */
export type Quantity = {
  from: number
  to: number
  value: number
  max: number | null
  /** `%`, `count`, `rank`, or the printed measure. */
  unit: string
  comparator: Comparator
}

const MEASURES =
  '(?:nghin |trieu |t[yi] )+(?:dong|kwh|usd|tan|san pham|luot|m3|kg|khach)|nghin|dong(?! chi)|t[yi](?! le)|trieu|diem|ha|tan|ta|kg|km|m2|m3|met|gio|phut|lit|usd|kwh|%|phan tram|‰'

const NUMBER = new RegExp(
  String.raw`(?<![\d/.,\p{L}-])(?<a>\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d{1,9}(?:[.,]\d{1,3})?)(?: ?%)?(?: ?(?:-|den) ?(?<b>\d{1,9}(?:[.,]\d{1,3})?))?(?: ?\/ ?(?<whole>\d{1,4}))?(?![\d/]) ?(?<unit>(?:${MEASURES})(?![a-z\d])(?:\/(?:lao dong|[a-z][a-z\d]{0,9})(?![a-z])){0,2})?`,
  'gu',
)

/** «48,5» · «3.400» · «7.5»: a dot before exactly three digits parts thousands, unless the measure is points. */
export function numberOf(printed: string, points = false): number {
  if (/^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(printed) && !points)
    return Number(printed.replaceAll('.', '').replace(',', '.'))
  return Number(printed.replace(',', '.'))
}

const NAMED_BEFORE =
  /(?<!\p{L})(?:năm|tháng|ngày|quý|số|thứ|khóa|khoá|lớp|điều|khoản|iso|mục|đợt|giai đoạn|nhiệm kỳ|năm học|hạng|cấp|loại|vùng|covid|tt|phụ lục|biểu|mẫu|nđ|thông tư|học kỳ|kỳ|vòng|chương|lần|quyển|trang) ?:? ?-? ?$/u
const COUNTED_BEFORE = /(?:tổng số|chỉ số|mức số|nhóm số|số lượng) ?:? ?$|(?:xếp|đứng|vị trí|hạng) thứ ?:? ?$/u

/** Numbers that name something else: years, dates, ordinals, articles, codes. Takes the accented text, in lower case. */
function names(lower: string, from: number, to: number, printed: string): boolean {
  const before = lower.slice(Math.max(0, from - 22), from)
  const after = lower.slice(to, to + 14)
  if (NAMED_BEFORE.test(before) && !COUNTED_BEFORE.test(before)) return true
  if (/^ ?(?:tháng|năm|ngày|giờ|tuần|tuổi|h)(?: |$|,)/u.test(after) && !/[%]/.test(lower.slice(from, to))) return true
  return /^(?:19|20)\d\d$/.test(printed) && !/^ ?(?:%|hộ|người|đồng|lượt|sản phẩm|học sinh|cây|ha)/u.test(after)
}

const RANK =
  /(?:xep (?:thu|hang|vi tri)|dung (?:thu|vi tri|trong)|vi thu|hang thu|thu hang|thuoc|trong|nam trong|lot vao|vao|thuoc ve)(?: (?:hang|thu|nhom|top|top dau|so|vi tri|danh sach))* ?:? ?$/
const RANKED =
  /^ ?(?:co quan|don vi|tinh|dia phuong|huyen|so|nganh|truong|thanh pho|xa|phuong|vi tri)?[a-z, ]{0,30}(?:dung dau|dan dau|hang dau|tot nhat|cao nhat)/

/** The quantities of a clause, in order. */
export function quantitiesIn(text: string, folded: string): Quantity[] {
  const lower = text.toLowerCase()
  const found: Quantity[] = []
  for (const match of folded.matchAll(NUMBER)) {
    const g = match.groups ?? {}
    const printed = g.a ?? ''
    const from = match.index
    const to = from + match[0].trimEnd().length
    if (names(lower, from, to, printed)) continue
    const percent = match[0].includes('%') || g.unit === 'phan tram'
    const value = numberOf(printed, g.unit === 'diem' || percent)
    const before = folded.slice(Math.max(0, from - 48), from)
    const after = folded.slice(to, to + 60)
    const rank =
      !percent &&
      g.unit === undefined &&
      ((/(?:xep|dung|vi tri|hang|nhom|top) [a-z ]{0,14}:? ?$/.test(before) && RANK.test(before)) || RANKED.test(after))
    const max = g.b === undefined ? null : numberOf(g.b)
    found.push({
      from,
      to,
      value,
      max: max !== null && max > value ? max : null,
      unit: percent ? '%' : rank ? 'rank' : (g.unit ?? 'count'),
      comparator: rank ? 'rank<=' : comparator(before, after, max !== null),
    })
  }
  return found
}

function comparator(before: string, after: string, range: boolean): Comparator {
  const atLeast = /khong (?:it|thap|nho|kem) hon ?$/.test(before)
  if (
    !atLeast &&
    /(?:duoi|thap hon|kem hon|khong qua|khong vuot|vuot qua|khong vuot qua|toi da|nho hon|it hon|xuong con|giam con|con duoi|khong lon hon|khong cao hon|<=?|≤) ?:? ?$/.test(
      before,
    )
  )
    return '<='
  if (
    /(?:it nhat|toi thieu|tren|khong duoi|hon|tu|khong it hon|vuot|>=?|≥|dat tu|khong thap hon) ?(?:dat )?:? ?$/.test(
      before,
    )
  )
    return '>='
  if (/^ ?[a-z ,]{0,24}tro len/.test(after)) return '>='
  if (/^ ?tro xuong/.test(after)) return '<='
  return range ? '>=' : '='
}
