import { formatDate, plainDate } from '../../kernel/plain-date.ts'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import { refreshScopes, type Tx } from '../../platform/database/unit-of-work.ts'
import { unitPath } from '../../platform/database/unit-tree.ts'
import { whyMayNot } from '../domain/permissions.ts'
import { closePost } from './close-post.ts'
import { whyNoAdministratorRemains } from './last-administrator.ts'
import { findPost, getPostShape, type PostShape } from './posts.ts'
import { lockOrganisation } from './units.ts'

/** Ends a post and the grants that stand on it. The person stays, and so does everything done from the post. */
export async function endPost(tx: Tx, input: { id: string; lastDay: string }): Promise<Result<{ post: PostShape }>> {
  await lockOrganisation(tx)
  const post = await findPost(tx, input.id)
  if (!post) return refuse('not-found')
  const may = whyMayNot(tx.actor, 'end-post', { unit: await unitPath(tx, post.unitId) })
  if (may) return { ok: false, refusal: may }

  if (post.to !== null) return refuse('post-ended', { day: formatDate(post.to) })
  const lastDay = plainDate(input.lastDay)
  if (lastDay < post.from) {
    const values = { day: formatDate(lastDay), start: formatDate(post.from) }
    return refuse('day-before-start', values, { field: 'lastDay' })
  }
  await closePost(tx, post.id, lastDay)
  const last = await whyNoAdministratorRemains(tx)
  if (last) return { ok: false, refusal: last }
  await refreshScopes(tx, [post.personId])
  return ok({ post: await getPostShape(tx, post.id) })
}
