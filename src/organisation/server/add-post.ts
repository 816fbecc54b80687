import { formatDate, plainDate } from '../../kernel/plain-date.ts'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import { tidyName } from '../../kernel/vietnamese-text.ts'
import { record } from '../../mechanisms/record/server/index.ts'
import { refreshScopes, type Tx } from '../../platform/database/unit-of-work.ts'
import { unitPath } from '../../platform/database/unit-tree.ts'
import { whyMayNot } from '../domain/permissions.ts'
import { PLAIN_POST, type PostTraits, whyPostsClash } from '../domain/posts.ts'
import { findPerson } from './person-row.ts'
import { getPostShape, type PostShape, stretchesOf, whyEndsTooSoon } from './posts.ts'
import { findUnit, lockOrganisation, type UnitRow, whyNothingBegins } from './units.ts'

/** What is not told of a post is plain: a regular post that leads nobody. */
export type NewPost = Partial<PostTraits> & {
  personId: string
  id: string
  unitId: string
  title: string
  from: string
  to?: string | null
}

/** Gives a person a further post. The same id with the same content again gives the post that is there. */
export async function addPost(tx: Tx, input: NewPost): Promise<Result<{ post: PostShape }>> {
  await lockOrganisation(tx)
  const person = await findPerson(tx, input.personId)
  const unit = await findUnit(tx, input.unitId)
  if (!person || !unit) return refuse('not-found')
  const may = whyMayNot(tx.actor, 'add-post', { unit: await unitPath(tx, unit.id) })
  if (may) return { ok: false, refusal: may }

  const post = postRowOf(input)
  const there = await tx.db.selectFrom('post').selectAll().where('id', '=', input.id).executeTakeFirst()
  if (there) {
    const same = there.person_id === person.id && sameAsTold(there, input)
    return same ? ok({ post: await getPostShape(tx, there.id) }) : refuse('id-taken')
  }
  if (person.mergedInto) return refuse('person-merged', { name: person.mergedInto.name })
  const late = whyNothingBegins(unit, post.from, 'from')
  if (late) return { ok: false, refusal: late }
  const soon = whyEndsTooSoon(post, 'to')
  if (soon) return { ok: false, refusal: soon }
  const clash = whyPostsClash(person.name, post, await stretchesOf(tx, person.id))
  if (clash) return { ok: false, refusal: clash }

  if (!(await insertPost(tx, post, unit))) return refuse('id-taken')
  const detail = { post: post.title, unit: unit.name, from: formatDate(post.from) }
  await record(tx, 'post.added', { kind: 'person', id: person.id, name: person.name }, { unitId: unit.id, detail })
  // No grant stands on it yet, so no scope changes; who sees the person does.
  await refreshScopes(tx, [person.id])
  return ok({ post: await getPostShape(tx, input.id) })
}

/** The post with everything that was not told filled in. */
export function postRowOf(input: NewPost) {
  const { personId, id, unitId, from, to, title, ...traits } = input
  return {
    ...PLAIN_POST,
    ...traits,
    basis: traits.basis?.trim() || null,
    personId,
    id,
    unitId,
    title: tidyName(title),
    from: plainDate(from),
    to: to ? plainDate(to) : null,
  }
}
export type NewPostRow = ReturnType<typeof postRowOf>

/** Is the post that is there the one that is told again? */
export function sameAsTold(
  there: { unit_id: string | null; title: string | null; valid_from: string | null },
  told: Pick<NewPost, 'unitId' | 'title' | 'from'>,
): boolean {
  return there.unit_id === told.unitId && there.title === tidyName(told.title) && there.valid_from === told.from
}

/** False when the id belongs to a post the actor does not see. */
export async function insertPost(tx: Tx, post: NewPostRow, unit: UnitRow): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto('post')
    .values({
      id: post.id,
      person_id: post.personId,
      unit_id: unit.id,
      unit_no: unit.unit_no,
      title: post.title,
      valid_from: post.from,
      valid_to: post.to,
      kind: post.kind,
      leader_level: post.leaderLevel,
      recipient_class: post.recipientClass,
      direct_worker: post.directWorker,
      party_managed: post.partyManaged,
      basis: post.basis,
      created_at: tx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}
