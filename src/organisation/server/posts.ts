import type { z } from 'zod'
import { formatDate, type PlainDate } from '../../kernel/plain-date.ts'
import { refusalSentence } from '../../kernel/refusals.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { unitPaths } from '../../platform/database/unit-tree.ts'
import type { postShape } from '../contract.ts'
import { whyMayNot } from '../domain/permissions.ts'

export type PostShape = z.infer<typeof postShape>

export type PostRow = {
  id: string
  personId: string
  personName: string
  unitId: string
  unitName: string
  title: string
  from: PlainDate
  to: PlainDate | null
}

/** Posts with the names that belong to them, as far as the actor sees them. */
export function selectPosts(tx: Tx) {
  return tx.db
    .selectFrom('post')
    .innerJoin('unit', 'unit.id', 'post.unit_id')
    .innerJoin('person', 'person.id', 'post.person_id')
    .select(['post.id', 'post.person_id as personId', 'person.full_name as personName'])
    .select(['post.unit_id as unitId', 'unit.name as unitName', 'post.title'])
    .select(['post.valid_from as from', 'post.valid_to as to'])
}

export async function findPost(tx: Tx, id: string): Promise<PostRow | undefined> {
  return selectPosts(tx).where('post.id', '=', id).executeTakeFirst()
}

export async function getPostShape(tx: Tx, id: string): Promise<PostShape> {
  const post = await findPost(tx, id)
  const [shape] = post ? await postShapesOf(tx, [post]) : []
  if (!shape) throw new Error(`no post ${id}`)
  return shape
}

/** With what this actor may do to each; whoever administers nothing there is shown no buttons. */
export async function postShapesOf(tx: Tx, posts: readonly PostRow[]): Promise<PostShape[]> {
  const paths = await unitPaths(
    tx,
    posts.map((post) => post.unitId),
  )
  return posts.map(({ personName: _, ...post }) => {
    const unit = paths.get(post.unitId) ?? []
    const ended = post.to === null ? null : refusalSentence('post-ended', { day: formatDate(post.to) })
    const over = post.to !== null && post.to < tx.today
    const mine = whyMayNot(tx.actor, 'end-post', { unit }) === undefined
    return {
      ...post,
      actions: mine ? { end: { whyNot: ended }, grant: { whyNot: over ? ended : null } } : {},
    }
  })
}
