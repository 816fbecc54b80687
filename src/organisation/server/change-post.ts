import { formatDate, type PlainDate, plainDate } from '../../kernel/plain-date.ts'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import { tidyName } from '../../kernel/vietnamese-text.ts'
import { record } from '../../mechanisms/record/server/index.ts'
import { refreshScopes, type Tx } from '../../platform/database/unit-of-work.ts'
import { unitPath } from '../../platform/database/unit-tree.ts'
import { whyMayNot } from '../domain/permissions.ts'
import {
  LEADER_LEVEL_WORDS,
  POST_KIND_WORDS,
  type PostTraits,
  RECIPIENT_CLASS_WORDS,
  whyPostsClash,
} from '../domain/posts.ts'
import { whyNoAdministratorRemains } from './last-administrator.ts'
import { findPost, getPostShape, type PostRow, type PostShape, stretchesOf } from './posts.ts'
import { getUnit, lockOrganisation } from './units.ts'

export type PostChange = PostTraits & { id: string; version: number; title: string; from: string }

/**
 * Corrects what a post says of itself, and its first day; its last day is `endPost`'s, another unit is `transferPerson`'s. Refused when
 * somebody changed it meanwhile, when it would then clash with another post, when a grant on it begins before the new first day.
 */
export async function changePost(tx: Tx, input: PostChange): Promise<Result<{ post: PostShape }>> {
  await lockOrganisation(tx)
  const post = await findPost(tx, input.id)
  if (!post) return refuse('not-found')
  const may = whyMayNot(tx.actor, 'change-post', { unit: await unitPath(tx, post.unitId) })
  if (may) return { ok: false, refusal: may }

  const next: PostRow = {
    ...post,
    ...input,
    title: tidyName(input.title),
    from: plainDate(input.from),
    basis: input.basis?.trim() || null,
  }
  const what = differences(post, next)
  if (what.length === 0) return ok({ post: await getPostShape(tx, post.id) })
  if (input.version !== post.version) return refuse('changed-meanwhile')
  const late = await whyNotFrom(tx, post, next.from)
  if (late) return late
  const clash = whyPostsClash(post.personName, next, await stretchesOf(tx, post.personId))
  if (clash) return { ok: false, refusal: clash }

  await tx.db
    .updateTable('post')
    .set({
      title: next.title,
      valid_from: next.from,
      kind: next.kind,
      leader_level: next.leaderLevel,
      recipient_class: next.recipientClass,
      direct_worker: next.directWorker,
      party_managed: next.partyManaged,
      basis: next.basis,
      version: post.version + 1,
    })
    .where('id', '=', post.id)
    .returning('id')
    .executeTakeFirstOrThrow()
  const thing = { kind: 'person', id: post.personId, name: post.personName } as const
  const detail = { post: post.title, unit: post.unitName, what: what.join('; ') }
  await record(tx, 'post.changed', thing, { unitId: post.unitId, detail })
  const last = await whyNoAdministratorRemains(tx)
  if (last) return { ok: false, refusal: last }
  await refreshScopes(tx, [post.personId])
  return ok({ post: await getPostShape(tx, post.id) })
}

async function whyNotFrom(tx: Tx, post: PostRow, from: PlainDate) {
  if (from === post.from) return undefined
  const unit = await getUnit(tx, post.unitId)
  const start = from < unit.valid_from ? unit.valid_from : undefined
  if (start) return refuse('day-before-start', { day: formatDate(from), start: formatDate(start) }, { field: 'from' })
  if (post.to !== null && post.to < from) {
    return refuse('day-before-start', { day: formatDate(post.to), start: formatDate(from) }, { field: 'from' })
  }
  const first = await tx.db
    .selectFrom('post_grant')
    .select((eb) => eb.fn.min('valid_from').as('day'))
    .where('post_id', '=', post.id)
    .executeTakeFirst()
  const day = first?.day as PlainDate | null | undefined
  return day && day < from ? refuse('grant-begins-earlier', { day: formatDate(day) }, { field: 'from' }) : undefined
}

/** Each change as the record says it: «cấp lãnh đạo: Cấp phó». */
function differences(before: PostRow, next: PostRow): string[] {
  const yes = (value: boolean) => (value ? 'có' : 'không')
  const words = (post: PostRow): Record<string, string> => ({
    'chức vụ': post.title,
    'từ ngày': formatDate(post.from),
    'hình thức': POST_KIND_WORDS[post.kind],
    'cấp lãnh đạo': post.leaderLevel === null ? 'không' : LEADER_LEVEL_WORDS[post.leaderLevel],
    'đối tượng thống kê': post.recipientClass === null ? 'chưa có' : RECIPIENT_CLASS_WORDS[post.recipientClass],
    'trực tiếp lao động': yes(post.directWorker),
    'cấp ủy quản lý': yes(post.partyManaged),
    'văn bản': post.basis ?? 'chưa có',
  })
  const was = words(before)
  return Object.entries(words(next))
    .filter(([name, value]) => was[name] !== value)
    .map(([name, value]) => `${name}: ${value}`)
}
