import { sql } from 'kysely'
import type { z } from 'zod'
import { formatDate, type PlainDate } from '../../kernel/plain-date.ts'
import { refusalSentence } from '../../kernel/refusals.ts'
import { type Refusal, refusal } from '../../kernel/result.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { unitPaths } from '../../platform/database/unit-tree.ts'
import { whyMayNot } from '../domain/permissions.ts'
import type { HeldStretch, PostTraits } from '../domain/posts.ts'
import type { postShape } from '../people-contract.ts'

export type PostShape = z.infer<typeof postShape>

export type PostRow = PostTraits & {
  id: string
  personId: string
  personName: string
  unitId: string
  unitName: string
  title: string
  from: PlainDate
  to: PlainDate | null
  version: number
}

/** Posts with the names that belong to them, as far as the actor sees them. */
export function selectPosts(tx: Tx) {
  return tx.db
    .selectFrom('post')
    .innerJoin('unit', 'unit.id', 'post.unit_id')
    .innerJoin('person', 'person.id', 'post.person_id')
    .select(['post.id', 'post.person_id as personId', 'person.full_name as personName'])
    .select(['post.unit_id as unitId', 'unit.name as unitName', 'post.title'])
    .select(['post.valid_from as from', 'post.valid_to as to', 'post.version', 'post.kind'])
    .select(['post.leader_level as leaderLevel', 'post.recipient_class as recipientClass'])
    .select(['post.direct_worker as directWorker', 'post.party_managed as partyManaged', 'post.basis'])
}

export async function findPost(tx: Tx, id: string): Promise<PostRow | undefined> {
  return selectPosts(tx).where('post.id', '=', id).executeTakeFirst()
}

/**
 * Every post of a person, for judging whether another may stand beside them, also those the actor does not see: these without title and
 * unit's name.
 */
export async function stretchesOf(tx: Tx, personId: string): Promise<HeldStretch[]> {
  type Row = Omit<HeldStretch, 'title' | 'unitName'> & { title: string | null; unitName: string | null }
  const { rows } = await sql<Row>`
    select id, kind, title, unit_id as "unitId", unit_name as "unitName", valid_from as "from", valid_to as "to"
    from app.stretches_of(${personId}::uuid)`.execute(tx.db)
  return rows.map((row) => ({ ...row, title: row.title ?? 'vị trí khác', unitName: row.unitName ?? 'đơn vị khác' }))
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
    const over = post.to !== null && post.to < tx.today
    const ended = over && post.to !== null ? refusalSentence('post-ended', { day: formatDate(post.to) }) : null
    const mine = whyMayNot(tx.actor, 'end-post', { unit }) === undefined
    return {
      ...post,
      actions: mine
        ? { end: { whyNot: ended }, grant: { whyNot: ended }, change: { whyNot: null }, transfer: { whyNot: ended } }
        : {},
    }
  })
}

/** Title and unit of the posts that hold today, in the order they began; of those people, as far as the actor sees. */
export async function currentPosts(
  tx: Tx,
  personIds: readonly string[],
): Promise<Map<string, { title: string; unitId: string; unitName: string; kind: PostTraits['kind'] }[]>> {
  if (personIds.length === 0) return new Map()
  const rows = await tx.db
    .selectFrom('post')
    .innerJoin('unit', 'unit.id', 'post.unit_id')
    .select(['post.person_id as personId', 'post.title', 'unit.id as unitId', 'unit.name as unitName', 'post.kind'])
    .where('post.person_id', 'in', [...personIds])
    .where('post.valid_from', '<=', tx.today)
    .where((eb) => eb.or([eb('post.valid_to', 'is', null), eb('post.valid_to', '>=', tx.today)]))
    .orderBy('post.valid_from')
    .orderBy('post.id')
    .execute()
  const posts = Map.groupBy(rows, (row) => row.personId)
  return new Map([...posts].map(([id, own]) => [id, own.map(({ personId: _, ...post }) => post)]))
}

/** A post that would end before it begins; `field` is where the last day was typed. */
export function whyEndsTooSoon(post: { from: string; to?: string | null }, field: string): Refusal | undefined {
  if (!post.to || post.to >= post.from) return undefined
  return refusal('day-before-start', { day: formatDate(post.to), start: formatDate(post.from) }, { field })
}
