import { formatDate, type PlainDate } from '../../kernel/plain-date.ts'
import { type Refusal, refusal } from '../../kernel/result.ts'
import { sameWords } from '../../kernel/vietnamese-text.ts'
import { overlap } from './units.ts'

/** A regular post is the one place of work; a concurrent post and a secondment stand beside it. */
export type PostKind = 'regular' | 'concurrent' | 'secondment'
export const POST_KINDS: readonly PostKind[] = ['regular', 'concurrent', 'secondment']
export const POST_KIND_WORDS: Readonly<Record<PostKind, string>> = {
  regular: 'Chính thức',
  concurrent: 'Kiêm nhiệm',
  secondment: 'Biệt phái',
}

/** Who leads the unit of the post: its head (cấp trưởng), a deputy of the head (cấp phó); nothing for the others. */
export type LeaderLevel = 'head' | 'deputy'
export const LEADER_LEVELS: readonly LeaderLevel[] = ['head', 'deputy']
export const LEADER_LEVEL_WORDS: Readonly<Record<LeaderLevel, string>> = {
  head: 'Cấp trưởng',
  deputy: 'Cấp phó',
}

/**
 * The classes of recipients that the yearly form 0603.N counts awards by (Thông tư 02/2023/TT-BNV). law.md §1 names them from a second
 * source and not to the end: the product says so beside the field.
 */
export const RECIPIENT_CLASSES = [
  'ministry-province-leader',
  'department-leader',
  'business',
  'division-leader',
  'direct-worker',
  'other',
] as const
export type RecipientClass = (typeof RECIPIENT_CLASSES)[number]
export const RECIPIENT_CLASS_WORDS: Readonly<Record<RecipientClass, string>> = {
  'ministry-province-leader': 'Lãnh đạo bộ, ngành, tỉnh',
  'department-leader': 'Lãnh đạo vụ, sở và tương đương',
  business: 'Doanh nhân',
  'division-leader': 'Lãnh đạo từ cấp phó phòng trở lên',
  'direct-worker': 'Người trực tiếp công tác, lao động, sản xuất',
  other: 'Đối tượng khác',
}

/** What a post says beside who, where and when. */
export type PostTraits = {
  readonly kind: PostKind
  readonly leaderLevel: LeaderLevel | null
  readonly recipientClass: RecipientClass | null
  readonly directWorker: boolean
  /** The title is managed by a Party committee (thuộc diện cấp ủy quản lý). */
  readonly partyManaged: boolean
  /** The decision it rests on, as written. */
  readonly basis: string | null
}
export const PLAIN_POST: PostTraits = {
  kind: 'regular',
  leaderLevel: null,
  recipientClass: null,
  directWorker: false,
  partyManaged: false,
  basis: null,
}

type Stretch = { readonly from: PlainDate; readonly to: PlainDate | null }
export type HeldStretch = Stretch & {
  readonly id: string
  readonly kind: PostKind
  readonly title: string
  readonly unitId: string
  readonly unitName: string
}

/** «từ 01/01/2022», «01/01/2022 – 30/06/2022». */
export function spanWords({ from, to }: { from: string; to: string | null }): string {
  return to === null ? `từ ${formatDate(from)}` : `${formatDate(from)} – ${formatDate(to)}`
}

/**
 * Why this post cannot stand among the others of the person (itself, by its id, is passed over): the same title in the same unit twice on
 * one day, two regular posts on one day, a secondment with no regular post to be seconded from on its first day.
 */
export function whyPostsClash(
  name: string,
  post: Omit<HeldStretch, 'unitName'>,
  others: readonly HeldStretch[],
): Refusal | undefined {
  const beside = others.filter((other) => other.id !== post.id)
  const at = beside.filter((other) => overlap(other, post))
  const values = (other: HeldStretch) => ({ name, post: other.title, unit: other.unitName, span: spanWords(other) })
  const twice = at.find((other) => other.unitId === post.unitId && sameWords(other.title, post.title))
  if (twice) return refusal('post-twice', values(twice), { field: 'from' })
  if (post.kind === 'regular') {
    const regular = at.find((other) => other.kind === 'regular')
    return regular && refusal('post-overlaps', values(regular), { field: 'from' })
  }
  if (post.kind === 'concurrent') return undefined
  const sending = beside.some(
    (other) =>
      other.kind === 'regular' &&
      other.unitId !== post.unitId &&
      other.from <= post.from &&
      (other.to === null || other.to >= post.from),
  )
  return sending ? undefined : refusal('secondment-needs-post', { name, day: formatDate(post.from) }, { field: 'kind' })
}
