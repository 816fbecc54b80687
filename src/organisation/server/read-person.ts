import { refusalSentence } from '../../kernel/refusals.ts'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { unitPath } from '../../platform/database/unit-tree.ts'
import { whyMayNot } from '../domain/permissions.ts'
import { type PostShape, postShapesOf, selectPosts } from './posts.ts'

type Act = { whyNot: string | null }
type OnePerson = {
  person: { id: string; name: string; email: string | null }
  posts: PostShape[]
  actions: { 'add-post'?: Act; 'create-account'?: Act }
}

/** A person with all posts the actor sees: those that hold or are to come first, then those that were. */
export async function readPerson(tx: Tx, input: { id: string }): Promise<Result<OnePerson>> {
  const person = await tx.db
    .selectFrom('person')
    .innerJoin('unit', 'unit.unit_no', 'person.unit_no')
    .leftJoin('account', 'account.person_id', 'person.id')
    .select(['person.id', 'person.full_name as name', 'person.email', 'unit.id as unitId', 'account.id as accountId'])
    .where('person.id', '=', input.id)
    .executeTakeFirst()
  if (!person) return refuse('not-found')
  const posts = await selectPosts(tx).where('post.person_id', '=', person.id).execute()
  const over = (to: string | null) => to !== null && to < tx.today
  posts.sort((a, b) => Number(over(a.to)) - Number(over(b.to)) || (a.from < b.from ? 1 : -1))

  const { id, name, email } = person
  const mine = whyMayNot(tx.actor, 'add-post', { unit: await unitPath(tx, person.unitId) }) === undefined
  const has = person.accountId === null ? null : refusalSentence('person-has-account', { name })
  return ok({
    person: { id, name, email },
    posts: await postShapesOf(tx, posts),
    actions: mine ? { 'add-post': { whyNot: null }, 'create-account': { whyNot: has } } : {},
  })
}
