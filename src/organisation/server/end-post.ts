import { formatDate, plainDate } from '../../kernel/plain-date.ts'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import { record } from '../../mechanisms/record/server/index.ts'
import { refreshScopes, type Tx } from '../../platform/database/unit-of-work.ts'
import { unitPath } from '../../platform/database/unit-tree.ts'
import { whyMayNot } from '../domain/permissions.ts'
import { whyPostsClash } from '../domain/posts.ts'
import { closePost, endGrants } from './close-post.ts'
import { whyNoAdministratorRemains } from './last-administrator.ts'
import { findPost, getPostShape, type PostRow, type PostShape, stretchesOf } from './posts.ts'
import { getUnit, lockOrganisation } from './units.ts'

/**
 * Ends a post and the grants that stand on it, or moves an end that is still ahead, earlier or later. The person stays, and so does
 * everything done from the post. Moved later, its grants end where they ended: rights do not grow by themselves.
 */
export async function endPost(tx: Tx, input: { id: string; lastDay: string }): Promise<Result<{ post: PostShape }>> {
  await lockOrganisation(tx)
  const post = await findPost(tx, input.id)
  if (!post) return refuse('not-found')
  const may = whyMayNot(tx.actor, 'end-post', { unit: await unitPath(tx, post.unitId) })
  if (may) return { ok: false, refusal: may }

  const lastDay = plainDate(input.lastDay)
  if (post.to !== null && (post.to < tx.today || post.to === lastDay)) {
    return refuse('post-ended', { day: formatDate(post.to) })
  }
  if (lastDay < post.from) {
    const values = { day: formatDate(lastDay), start: formatDate(post.from) }
    return refuse('day-before-start', values, { field: 'lastDay' })
  }
  const unit = await getUnit(tx, post.unitId)
  if (unit.valid_to !== null && lastDay > unit.valid_to) {
    const values = { unit: unit.name, day: formatDate(unit.valid_to) }
    return refuse('unit-ends-earlier', values, { field: 'lastDay' })
  }
  if (post.to === null) await closePost(tx, post.id, lastDay)
  else {
    const moved = { ...post, to: lastDay }
    const clash = lastDay > post.to && whyPostsClash(post.personName, moved, await stretchesOf(tx, post.personId))
    if (clash) return { ok: false, refusal: { ...clash, field: 'lastDay' } }
    await moveEnd(tx, post, { old: formatDate(post.to), lastDay })
  }
  const last = await whyNoAdministratorRemains(tx)
  if (last) return { ok: false, refusal: last }
  await refreshScopes(tx, [post.personId])
  return ok({ post: await getPostShape(tx, post.id) })
}

async function moveEnd(
  tx: Tx,
  post: PostRow,
  { old, lastDay }: { old: string; lastDay: PostRow['from'] },
): Promise<void> {
  await tx.db
    .updateTable('post')
    .set({ valid_to: lastDay, version: post.version + 1 })
    .where('id', '=', post.id)
    .returning('id')
    .executeTakeFirstOrThrow()
  const thing = { kind: 'person', id: post.personId, name: post.personName } as const
  const detail = { post: post.title, unit: post.unitName, old, lastDay: formatDate(lastDay) }
  await record(tx, 'post.end-moved', thing, { unitId: post.unitId, detail })
  await endGrants(tx, { column: 'post_grant.post_id', id: post.id }, lastDay)
}
