import { ok, type Result, refuse } from '../../kernel/result.ts'
import { tidyName } from '../../kernel/vietnamese-text.ts'
import { record } from '../../mechanisms/record/server/index.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { unitPath } from '../../platform/database/unit-tree.ts'
import { whyMayNot } from '../domain/permissions.ts'
import { insertPost, type NewPost, postRowOf, sameAsTold } from './add-post.ts'
import { findLikelySame, type LikelySame } from './find-likely-same.ts'
import {
  NO_DETAILS,
  newDoubts,
  type PersonInput,
  personColumns,
  readDetails,
  whyDoubtful,
  whyKeysTaken,
} from './person-details.ts'
import { whyEndsTooSoon } from './posts.ts'
import { findUnit, lockOrganisation, whyNothingBegins } from './units.ts'

export type NewPerson = PersonInput & {
  id: string
  name: string
  email: string | null
  post: Omit<NewPost, 'personId'>
  /** Why the people with the same name are others: asked for where there are any. */
  notSame?: string | null
  doubtsSeen?: boolean
}
type Person = { id: string; name: string; email: string | null }

/**
 * Adds a person with a first post: nobody is in the organisation without one. The same again gives the person that is there. Refuses with
 * `person-likely-same` and those people until a reason says that they are others, with `person-doubtful` until the doubts are seen.
 */
export async function createPerson(tx: Tx, input: NewPerson): Promise<Result<{ person: Person }>> {
  await lockOrganisation(tx)
  const unit = await findUnit(tx, input.post.unitId)
  if (!unit) return refuse('not-found')
  const may = whyMayNot(tx.actor, 'create-person', { unit: await unitPath(tx, unit.id) })
  if (may) return { ok: false, refusal: may }

  const { id, post, notSame = null, doubtsSeen = false, ...fields } = input
  const read = readDetails(tx, { name: tidyName(input.name), ...NO_DETAILS }, fields)
  if (!read.ok) return read
  const details = read.value
  const person = { id, name: details.name, email: details.email }
  const there = await tx.db
    .selectFrom('person')
    .leftJoin('post', (join) => join.onRef('post.person_id', '=', 'person.id').on('post.id', '=', post.id))
    .select(['full_name', 'email', 'unit_id', 'title', 'post.valid_from'])
    .where('person.id', '=', id)
    .executeTakeFirst()
  if (there) {
    const same = there.full_name === person.name && there.email === person.email && sameAsTold(there, post)
    return same ? ok({ person }) : refuse('id-taken')
  }
  const late = whyNothingBegins(unit, post.from, 'post.from')
  if (late) return { ok: false, refusal: late }
  const soon = whyEndsTooSoon(post, 'post.to')
  if (soon) return { ok: false, refusal: soon }
  const taken = await whyKeysTaken(tx, details, [id])
  if (taken) return { ok: false, refusal: taken }
  const doubtful = whyDoubtful(tx, { next: details, before: undefined, seen: doubtsSeen || tx.actor.kind !== 'person' })
  if (doubtful) return { ok: false, refusal: doubtful }
  const likely = await findLikelySame(tx, details, [id])
  if (likely.length > 0 && !notSame?.trim()) return refuseLikely(likely)

  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto('person')
    .values({ id, ...personColumns(tx, details), unit_no: unit.unit_no, created_at: tx.now })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirstOrThrow()
  if (numInsertedOrUpdatedRows !== 1n) return refuse('id-taken')
  const row = postRowOf({ ...post, personId: id })
  if (!(await insertPost(tx, row, unit))) return refuse('id-taken')
  const thing = { kind: 'person', id, name: person.name } as const
  const of = (detail: Record<string, string>) => ({ unitId: unit.id, detail })
  await record(tx, 'person.created', thing, of({ post: row.title, unit: unit.name }))
  if (likely.length > 0) {
    const others = likely.map((one) => one.name).join(', ')
    await record(tx, 'person.likely-same-passed', thing, of({ others, reason: notSame?.trim() ?? '' }))
  }
  const doubts = tx.actor.kind === 'person' ? newDoubts(tx, details, undefined) : []
  if (doubts.length > 0) await record(tx, 'person.doubts-passed', thing, of({ doubts: doubts.join('; ') }))
  return ok({ person })
}

function refuseLikely(likely: LikelySame[]) {
  const names = likely
    .slice(0, 3)
    .map(({ name, posts }) => [name, posts[0]?.unitName].filter(Boolean).join(', '))
    .join('; ')
  const more = likely.length > 3 ? ` và ${likely.length - 3} người nữa` : ''
  return refuse('person-likely-same', { names: names + more }, { field: 'notSame', data: { likely } })
}
