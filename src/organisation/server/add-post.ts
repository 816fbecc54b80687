import { formatDate, plainDate } from '../../kernel/plain-date.ts'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import { tidyName } from '../../kernel/vietnamese-text.ts'
import { record } from '../../mechanisms/record/server/index.ts'
import { refreshScopes, type Tx } from '../../platform/database/unit-of-work.ts'
import { unitPath } from '../../platform/database/unit-tree.ts'
import { whyMayNot } from '../domain/permissions.ts'
import { getPostShape, type PostShape } from './posts.ts'
import { findUnit, lockOrganisation, type UnitRow, whyNothingBegins } from './units.ts'

export type NewPost = { personId: string; id: string; unitId: string; title: string; from: string }

/** Gives a person a further post. The same id with the same content again gives the post that is there. */
export async function addPost(tx: Tx, input: NewPost): Promise<Result<{ post: PostShape }>> {
  await lockOrganisation(tx)
  const person = await tx.db
    .selectFrom('person')
    .select(['id', 'full_name as name'])
    .where('id', '=', input.personId)
    .executeTakeFirst()
  const unit = await findUnit(tx, input.unitId)
  if (!person || !unit) return refuse('not-found')
  const may = whyMayNot(tx.actor, 'add-post', { unit: await unitPath(tx, unit.id) })
  if (may) return { ok: false, refusal: may }

  const title = tidyName(input.title)
  const there = await tx.db.selectFrom('post').selectAll().where('id', '=', input.id).executeTakeFirst()
  if (there) {
    const same =
      there.person_id === person.id &&
      there.unit_id === unit.id &&
      there.title === title &&
      there.valid_from === input.from
    return same ? ok({ post: await getPostShape(tx, there.id) }) : refuse('id-taken')
  }
  const late = whyNothingBegins(unit, input.from, 'from')
  if (late) return { ok: false, refusal: late }

  if (!(await insertPost(tx, { ...input, title }, unit))) return refuse('id-taken')
  const detail = { post: title, unit: unit.name, from: formatDate(input.from) }
  await record(tx, 'post.added', { kind: 'person', id: person.id, name: person.name }, { unitId: unit.id, detail })
  await refreshScopes(tx, [person.id])
  return ok({ post: await getPostShape(tx, input.id) })
}

/** False when the id belongs to a post the actor does not see. */
export async function insertPost(tx: Tx, post: NewPost, unit: UnitRow): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto('post')
    .values({
      id: post.id,
      person_id: post.personId,
      unit_id: unit.id,
      unit_no: unit.unit_no,
      title: post.title,
      valid_from: plainDate(post.from),
      created_at: tx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}
