import { addDays, formatDate } from '../../kernel/plain-date.ts'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import { record } from '../../mechanisms/record/server/index.ts'
import { refreshScopes, type Tx } from '../../platform/database/unit-of-work.ts'
import { unitPath } from '../../platform/database/unit-tree.ts'
import { whyMayNot } from '../domain/permissions.ts'
import { whyPostsClash } from '../domain/posts.ts'
import { insertPost, type NewPost, postRowOf, sameAsTold } from './add-post.ts'
import { closePost } from './close-post.ts'
import { whyNoAdministratorRemains } from './last-administrator.ts'
import { findPost, getPostShape, type PostShape, stretchesOf, whyEndsTooSoon } from './posts.ts'
import { findUnit, lockOrganisation, whyNothingBegins } from './units.ts'

export type Transfer = { postId: string; post: Omit<NewPost, 'personId'> }

/**
 * One post ends the day before another begins, in one act and by one decision: a transfer to another unit, or another title in the same
 * one. For who administers both units. The grants of the old post end with it; those of the new one are given anew.
 */
export async function transferPerson(tx: Tx, input: Transfer): Promise<Result<{ post: PostShape }>> {
  await lockOrganisation(tx)
  const old = await findPost(tx, input.postId)
  const unit = await findUnit(tx, input.post.unitId)
  if (!old || !unit) return refuse('not-found')
  for (const unitId of [old.unitId, unit.id]) {
    const may = whyMayNot(tx.actor, 'end-post', { unit: await unitPath(tx, unitId) })
    if (may) return { ok: false, refusal: may }
  }
  const post = postRowOf({ kind: old.kind, ...input.post, personId: old.personId })
  const there = await tx.db.selectFrom('post').selectAll().where('id', '=', post.id).executeTakeFirst()
  if (there) {
    const same = there.person_id === old.personId && sameAsTold(there, input.post)
    return same ? ok({ post: await getPostShape(tx, there.id) }) : refuse('id-taken')
  }
  if (old.to !== null && old.to < tx.today) return refuse('post-ended', { day: formatDate(old.to) })
  if (post.from <= old.from) {
    const values = { day: formatDate(post.from), start: formatDate(addDays(old.from, 1)) }
    return refuse('day-before-start', values, { field: 'post.from' })
  }
  const soon = whyEndsTooSoon(post, 'post.to')
  if (soon) return { ok: false, refusal: soon }
  const late = whyNothingBegins(unit, post.from, 'post.from')
  if (late) return { ok: false, refusal: late }
  const lastDay = addDays(post.from, -1)
  // An end set ahead, earlier than this transfer, stands: the person is in no post between.
  const others = (await stretchesOf(tx, old.personId)).map((one) =>
    one.id === old.id ? { ...one, to: old.to !== null && old.to < lastDay ? old.to : lastDay } : one,
  )
  const clash = whyPostsClash(old.personName, post, others)
  if (clash) return { ok: false, refusal: { ...clash, field: 'post.from' } }

  if (old.to === null || old.to > lastDay) await closePost(tx, old.id, lastDay)
  if (!(await insertPost(tx, post, unit))) return refuse('id-taken')
  const thing = { kind: 'person', id: old.personId, name: old.personName } as const
  const detail = {
    fromPost: old.title,
    fromUnit: old.unitName,
    post: post.title,
    unit: unit.name,
    from: formatDate(post.from),
    basis: post.basis === null ? '' : ` theo ${post.basis}`,
  }
  await record(tx, 'post.transferred', thing, { unitId: unit.id, detail })
  const last = await whyNoAdministratorRemains(tx)
  if (last) return { ok: false, refusal: last }
  await refreshScopes(tx, [old.personId])
  return ok({ post: await getPostShape(tx, post.id) })
}
