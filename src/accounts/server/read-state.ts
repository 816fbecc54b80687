import type { Who } from '../../kernel/actor.ts'
import { ok, type Result } from '../../kernel/result.ts'
import type { Tx, UnitOfWork } from '../../platform/database/unit-of-work.ts'
import type { Me } from '../contract.ts'
import { sectionsOf } from '../domain/sections.ts'

export type State = {
  needsSetUp: boolean
  organisationName: string | null
  demo: boolean
  now: string
  today: string
  me: Me | null
  withoutPost: { name: string } | null
}

/**
 * What every screen starts from: is there an organisation, who is signed in, what day it is. A session whose account is disabled or never
 * came to be is nobody's; one whose last post has ended keeps its name and nothing else.
 */
export async function readState(work: UnitOfWork, who: Who): Promise<Result<State>> {
  const state = await work.read(who, stateOf, { withoutPost: true })
  const nobody = !state.ok && state.refusal.code === 'not-signed-in'
  return nobody ? work.read({ kind: 'public' }, stateOf) : state
}

async function stateOf(tx: Tx): Promise<Result<State>> {
  const installed = await tx.db
    .selectFrom('installation')
    .innerJoin('unit', 'unit.id', 'installation.root_unit_id')
    .select(['unit.id as rootUnitId', 'unit.name', 'installation.demo'])
    .executeTakeFirst()
  const base = {
    needsSetUp: installed === undefined,
    organisationName: installed?.name ?? null,
    demo: installed?.demo ?? false,
    now: tx.now.toISOString(),
    today: tx.today,
  }
  const { actor } = tx
  if (!installed || actor.kind !== 'person') return ok({ ...base, me: null, withoutPost: null })
  if (actor.posts.length === 0) return ok({ ...base, me: null, withoutPost: { name: actor.name } })

  const account = await tx.db
    .selectFrom('account')
    .select('sign_in_name as signInName')
    .where('id', '=', actor.accountId)
    .executeTakeFirstOrThrow()
  const me: Me = {
    accountId: actor.accountId,
    personId: actor.personId,
    name: actor.name,
    signInName: account.signInName,
    posts: actor.posts.map(({ unitNo: _, ...post }) => post),
    roles: [...new Set(actor.grants.map((grant) => grant.role))],
    sections: sectionsOf(actor, installed.rootUnitId),
  }
  return ok({ ...base, me, withoutPost: null })
}
