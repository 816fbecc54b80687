import { refusalSentence } from '../../kernel/refusals.ts'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import type { RecordEntry } from '../../mechanisms/record/contract.ts'
import { entriesOf } from '../../mechanisms/record/server/index.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { unitPath } from '../../platform/database/unit-tree.ts'
import { whyMayNot } from '../domain/permissions.ts'
import { editsFile, handsOverWork, seesSensitive } from '../domain/sensitive.ts'
import { type AbsenceShape, absencesOf } from './absences.ts'
import { findPerson, type PersonRow } from './person-row.ts'
import { type PostShape, postShapesOf, selectPosts } from './posts.ts'

type Act = { whyNot: string | null }
type PersonAct =
  | 'add-post'
  | 'create-account'
  | 'change'
  | 'add-absence'
  | 'see-sensitive'
  | 'see-history'
  | 'merge'
  | 'hand-over'
type OnePerson = {
  person: {
    id: string
    name: string
    email: string | null
    staffCode: string | null
    recruitedOn: string | null
    version: number
    mergedInto: { id: string; name: string } | null
    hasCitizenId: boolean | null
  }
  posts: PostShape[]
  absences: AbsenceShape[] | null
  actions: Partial<Record<PersonAct, Act>>
}

/**
 * A person with all posts the actor sees: those that hold or are to come first, then those that were. Nothing sensitive comes with it:
 * that is shown on request (`showSensitive`). Absences come for whoever keeps the file, and to the person himself.
 */
export async function readPerson(tx: Tx, input: { id: string }): Promise<Result<OnePerson>> {
  const person = await findPerson(tx, input.id)
  if (!person) return refuse('not-found')
  const posts = await selectPosts(tx).where('post.person_id', '=', person.id).execute()
  const over = (to: string | null) => to !== null && to < tx.today
  posts.sort((a, b) => Number(over(a.to)) - Number(over(b.to)) || (a.from < b.from ? 1 : -1))
  const keeps = seesSensitive(tx.actor, person.place)
  const begun = posts.some((post) => post.from <= tx.today)
  const { id, name, email, staffCode, recruitedOn, version, mergedInto } = person
  const hasCitizenId = keeps ? person.citizenIdSealed !== null : null
  return ok({
    person: { id, name, email, staffCode, recruitedOn, version, mergedInto, hasCitizenId },
    posts: await postShapesOf(tx, posts),
    absences: keeps ? await absencesOf(tx, id) : null,
    actions: mergedInto ? {} : await actionsOn(tx, person, keeps, begun),
  })
}

/** `begun`: a post of his holds or held; before that there is no work of his to hand over. */
async function actionsOn(tx: Tx, person: PersonRow, keeps: boolean, begun: boolean): Promise<OnePerson['actions']> {
  const free: Act = { whyNot: null }
  const actions: OnePerson['actions'] = {}
  if (whyMayNot(tx.actor, 'add-post', { unit: await unitPath(tx, person.mainUnitId) }) === undefined) {
    const account = await tx.db.selectFrom('account').select('id').where('person_id', '=', person.id).executeTakeFirst()
    const has = account ? refusalSentence('person-has-account', { name: person.name }) : null
    actions['add-post'] = free
    actions['create-account'] = { whyNot: has }
    actions.merge = free
  }
  if (editsFile(tx.actor, person.place)) {
    actions.change = free
    actions['add-absence'] = free
  }
  if (keeps) {
    actions['see-sensitive'] = free
    actions['see-history'] = free
  }
  if (begun && handsOverWork(tx.actor, person.place)) actions['hand-over'] = free
  return actions
}

/** What happened to a person's file, newest first, also while it was two: for whoever keeps it, and for the person himself. */
export async function personHistory(tx: Tx, input: { id: string }): Promise<Result<{ entries: RecordEntry[] }>> {
  const person = await findPerson(tx, input.id)
  if (!person) return refuse('not-found')
  if (!seesSensitive(tx.actor, person.place)) return refuse('not-yours-to-see', { who: 'người giữ hồ sơ của đơn vị' })
  const gone = await tx.db.selectFrom('person').select('id').where('merged_into', '=', person.id).execute()
  return ok({ entries: await entriesOf(tx, [person.id, ...gone.map((row) => row.id)]) })
}
