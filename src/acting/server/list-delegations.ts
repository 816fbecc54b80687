import { ROLE_NAMES } from '../../kernel/actor.ts'
import { refusalSentence } from '../../kernel/refusals.ts'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { unitPath } from '../../platform/database/unit-tree.ts'
import { isDelegable } from '../domain/delegation.ts'
import { administers } from '../domain/permissions.ts'
import { type DelegationQuery, type DelegationShape, loadDelegations } from './load-delegations.ts'

type Act = { whyNot: string | null }
type Delegations = {
  delegations: DelegationShape[]
  more: boolean
  actions: { delegate?: Act; 'delegate-from-paper'?: Act }
}

const SHOWN = 200

/** What holds and what is to come; `over` asks for what has ended instead. */
export async function listDelegations(tx: Tx, input: { over?: '1' }): Promise<Result<Delegations>> {
  const { actor } = tx
  const over = input.over !== undefined
  const loaded = await loadDelegations(tx, (query) => perhapsOf(tx, query, over).limit(SHOWN + 1))
  const wanted = loaded.slice(0, SHOWN).filter((one) => (one.state === 'over') === over)
  const person = actor.kind === 'person'
  const own = person && actor.grants.some((grant) => grant.delegation === undefined && isDelegable(grant.role))
  const paper = person && actor.grants.some((grant) => grant.role === 'administrator')
  return ok({
    delegations: wanted,
    more: loaded.length > SHOWN,
    actions: {
      ...(own ? { delegate: { whyNot: null } } : {}),
      ...(paper ? { 'delegate-from-paper': { whyNot: null } } : {}),
    },
  })
}

/** All of the list, however long it is. */
export async function chosenDelegations(tx: Tx, over: boolean): Promise<DelegationShape[]> {
  const loaded = await loadDelegations(tx, (query) => perhapsOf(tx, query, over))
  return loaded.filter((one) => (one.state === 'over') === over)
}

/** Those that may be of the list: whether one is over is known for sure only with its posts and grants. */
function perhapsOf(tx: Tx, query: DelegationQuery, over: boolean): DelegationQuery {
  if (over) return query
  return query
    .where('delegation.valid_to', '>=', tx.today)
    .whereRef('delegation.valid_to', '>=', 'delegation.valid_from')
}

type Delegable = {
  id: string
  personId: string
  personName: string
  title: string
  unitId: string
  unitName: string
  grants: {
    id: string
    role: keyof typeof ROLE_NAMES
    unitName: string
    to: string | null
    whyNot: string | null
  }[]
}

/** The posts of a person with the grants that stand on them and hold today or later; another's only for who administers there. */
export async function listDelegable(tx: Tx, input: { personId?: string }): Promise<Result<{ posts: Delegable[] }>> {
  const { actor, today } = tx
  if (actor.kind !== 'person') return refuse('not-signed-in')
  const personId = input.personId ?? actor.personId
  const rows = await tx.db
    .selectFrom('post')
    .innerJoin('unit', 'unit.id', 'post.unit_id')
    .innerJoin('person', 'person.id', 'post.person_id')
    .innerJoin('post_grant', 'post_grant.post_id', 'post.id')
    .innerJoin('unit as at', 'at.id', 'post_grant.unit_id')
    .select(['post.id', 'person.id as personId', 'person.full_name as personName', 'post.title'])
    .select(['unit.id as unitId', 'unit.name as unitName', 'post.valid_to as postTo'])
    .select(['post_grant.id as grantId', 'post_grant.role', 'at.name as grantUnit', 'post_grant.valid_to as grantTo'])
    .select('post_grant.valid_from as grantFrom')
    .where('post.person_id', '=', personId)
    .orderBy('post.valid_from')
    .orderBy('post.id')
    .orderBy('post_grant.id')
    .execute()
  const current = rows.filter(
    (row) =>
      (row.postTo === null || row.postTo >= today) &&
      (row.grantTo === null || (row.grantTo >= today && row.grantTo >= row.grantFrom)),
  )
  const posts = new Map<string, Delegable>()
  for (const row of current) {
    const { id, personName, title, unitId, unitName } = row
    const post = posts.get(id) ?? { id, personId, personName, title, unitId, unitName, grants: [] }
    posts.set(id, post)
    const fixed = refusalSentence('grant-not-delegable', { role: ROLE_NAMES[row.role] })
    post.grants.push({
      id: row.grantId,
      role: row.role,
      unitName: row.grantUnit,
      to: row.grantTo,
      whyNot: isDelegable(row.role) ? null : fixed,
    })
  }
  for (const post of posts.values()) {
    if (personId !== actor.personId && !administers(actor, [await unitPath(tx, post.unitId)])) {
      return refuse('not-yours-to-do', { who: 'quản trị viên' })
    }
  }
  return ok({ posts: [...posts.values()] })
}
