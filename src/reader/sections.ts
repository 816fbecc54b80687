/** Parts that hold whatever stands in them: a heading on targets among last year's results is about results. */
export const HOLDING: ReadonlySet<Section | null> = new Set<Section>(['tasks', 'past', 'basis'])

/** What a part of a plan is about, told by the words of its heading. */
export type Section =
  | 'basis'
  | 'purpose'
  | 'theme'
  | 'content'
  | 'targets'
  | 'time'
  | 'criteria'
  | 'tasks'
  | 'past'
  /** A heading that announces several of these at once; the lower headings decide. */
  | 'mixed'
  /** The same, where targets are among them. */
  | 'targets-among'

const WORDS: readonly (readonly [Section, RegExp])[] = [
  [
    'tasks',
    /to chuc thuc hien|to chuc trien khai|trien khai thuc hien|to chuc chi dao|phan cong|chi dao thuc hien|trach nhiem (?:cua|thuc hien)|^trach nhiem|thuc hien nhiem vu$/,
  ],
  ['past', /ket qua|tinh hinh|dac diem|thuc trang|han che|ton tai|uu diem|nguyen nhan|thanh tich da dat/],
  ['basis', /^(?:cac )?can cu/],
  ['targets', /chi tieu|muc tieu/],
  ['theme', /chu de|khau hieu/],
  ['purpose', /muc dich|yeu cau|y nghia/],
  ['time', /thoi gian|cac dot thi dua|tien do|phan ky|lo trinh/],
  [
    'criteria',
    /tieu chi|tieu chuan|thang diem|cham diem|cach tinh|binh xet|^(?:cong tac |ve )?(?:thi dua,? ?(?:va )?)?khen thuong|hinh thuc khen|nguyen tac|danh hieu|xep loai|diem thuong|kinh phi|doi tuong|pham vi/,
  ],
  ['content', /noi dung|nhiem vu|giai phap|phong trao|bien phap|phuong huong/],
]

/**
 * The same under the part it stands in: «Danh hiệu thi đua» among contents or targets lists what is aimed at, elsewhere what
 * is granted.
 */
export function sectionUnder(named: Section | null, folded: string, parent: Section | null): Section | null {
  if (
    named !== 'criteria' ||
    !/danh hieu/.test(folded) ||
    /tieu chuan|tieu chi|hinh thuc|xet |ho so|quy trinh|ty le/.test(folded)
  )
    return named
  if (parent === 'targets') return 'targets'
  return parent === 'content' || parent === 'targets-among' || parent === 'mixed' ? 'targets-among' : named
}

/**
 * The section a heading opens, `null` when its words do not say. `whole` is true for lines that are nothing but a
 * heading; for items with text of their own only a heading-like beginning counts.
 */
export function sectionOf(folded: string, whole: boolean): Section | null {
  const colon = folded.indexOf(':')
  const words = whole ? folded : colon > 0 && colon < 60 ? folded.slice(0, colon) : ''
  if (words === '') return null
  const kinds = WORDS.filter(([, form]) => form.test(words)).map(([kind]) => kind)
  const first = kinds[0]
  if (first === undefined) return null
  if (first === 'tasks' || first === 'past' || first === 'basis' || kinds.length === 1) return first
  const rest = kinds.slice(1)
  if (first === 'targets') {
    const leads = /^(?:cac |mot so )?(?:chi tieu|muc tieu)/.test(words)
    const beside = rest.every((kind) => kind === 'purpose' || kind === 'content' || kind === 'criteria')
    return leads && beside ? 'targets' : 'targets-among'
  }
  if (first === 'criteria' && rest.includes('content')) return 'content'
  if (rest.every((kind) => kind === 'time' || kind === 'content' || kind === 'criteria'))
    return first === 'theme' ? 'content' : first
  return 'mixed'
}
