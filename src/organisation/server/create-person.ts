import { ok, type Result, refuse } from '../../kernel/result.ts'
import { foldForSearch, givenName, tidyName } from '../../kernel/vietnamese-text.ts'
import { record } from '../../mechanisms/record/server/index.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { unitPath } from '../../platform/database/unit-tree.ts'
import { whyMayNot } from '../domain/permissions.ts'
import { insertPost } from './add-post.ts'
import { findUnit, lockOrganisation, whyNothingBegins } from './units.ts'

export type NewPerson = {
  id: string
  name: string
  email: string | null
  post: { id: string; unitId: string; title: string; from: string }
}
type Person = { id: string; name: string; email: string | null }

/** Adds a person with a first post: nobody is in the organisation without one. The same again gives the person that is there. */
export async function createPerson(tx: Tx, input: NewPerson): Promise<Result<{ person: Person }>> {
  await lockOrganisation(tx)
  const unit = await findUnit(tx, input.post.unitId)
  if (!unit) return refuse('not-found')
  const may = whyMayNot(tx.actor, 'create-person', { unit: await unitPath(tx, unit.id) })
  if (may) return { ok: false, refusal: may }

  const person = { id: input.id, name: tidyName(input.name), email: input.email?.trim().toLowerCase() || null }
  const title = tidyName(input.post.title)
  const there = await tx.db
    .selectFrom('person')
    .leftJoin('post', (join) => join.onRef('post.person_id', '=', 'person.id').on('post.id', '=', input.post.id))
    .select(['full_name', 'email', 'unit_id', 'title', 'valid_from'])
    .where('person.id', '=', input.id)
    .executeTakeFirst()
  if (there) {
    const same =
      there.full_name === person.name &&
      there.email === person.email &&
      there.unit_id === unit.id &&
      there.title === title &&
      there.valid_from === input.post.from
    return same ? ok({ person }) : refuse('id-taken')
  }
  const late = whyNothingBegins(unit, input.post.from, 'post.from')
  if (late) return { ok: false, refusal: late }

  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto('person')
    .values({
      id: person.id,
      full_name: person.name,
      given_name: givenName(person.name),
      name_search: foldForSearch(person.name),
      email: person.email,
      unit_no: unit.unit_no,
      created_at: tx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  if (numInsertedOrUpdatedRows !== 1n) return refuse('id-taken')
  if (!(await insertPost(tx, { ...input.post, personId: person.id, title }, unit))) return refuse('id-taken')
  const detail = { post: title, unit: unit.name }
  await record(tx, 'person.created', { kind: 'person', id: person.id, name: person.name }, { unitId: unit.id, detail })
  return ok({ person })
}
