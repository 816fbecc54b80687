import type { Role, Who } from '../../kernel/actor.ts'
import { ok, type Result } from '../../kernel/result.ts'
import type { Tx, UnitOfWork } from '../../platform/database/unit-of-work.ts'
import type { Me } from '../contract.ts'
import { sectionsOf } from '../domain/sections.ts'
import { OWN_ACCOUNT } from './at-the-door.ts'
import { unreadNotices } from './notices.ts'
import { obligedRole } from './second-factor.ts'

export type State = {
  needsSetUp: boolean
  organisationName: string | null
  demo: boolean
  now: string
  today: string
  me: Me | null
  withoutPost: { name: string } | null
  withoutSecondFactor: { name: string; role: Role } | null
  mails: boolean
}

type Asking = { readonly sessionId: string | undefined; readonly mailsGoOut: boolean }

/**
 * What every screen starts from: is there an organisation, who is signed in, what day it is. A session whose account is disabled or never
 * came to be is nobody's; one whose last post has ended, or whose role asks for a second factor he has not got, keeps its name and nothing else.
 */
export async function readState(work: UnitOfWork, who: Who, asking: Asking): Promise<Result<State>> {
  const state = await work.read(who, (tx) => stateOf(tx, asking), OWN_ACCOUNT)
  const nobody = !state.ok && state.refusal.code === 'not-signed-in'
  return nobody ? work.read({ kind: 'public' }, (tx) => stateOf(tx, asking)) : state
}

async function stateOf(tx: Tx, { sessionId, mailsGoOut }: Asking): Promise<Result<State>> {
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
    me: null,
    withoutPost: null,
    withoutSecondFactor: null,
    mails: mailsGoOut,
  }
  const { actor } = tx
  if (!installed || actor.kind !== 'person') return ok(base)
  if (actor.posts.length === 0) return ok({ ...base, withoutPost: { name: actor.name } })

  const account = await tx.db
    .selectFrom('account')
    .select(['sign_in_name as signInName', 'second_factor_at as secondFactorAt'])
    .where('id', '=', actor.accountId)
    .executeTakeFirstOrThrow()
  const role = account.secondFactorAt === null ? await obligedRole(tx) : undefined
  if (role) return ok({ ...base, withoutSecondFactor: { name: actor.name, role } })
  const me: Me = {
    accountId: actor.accountId,
    personId: actor.personId,
    name: actor.name,
    signInName: account.signInName,
    posts: actor.posts.map(({ unitNo: _, ...post }) => post),
    roles: [...new Set(actor.grants.map((grant) => grant.role))],
    notices: await unreadNotices(tx, sessionId),
    sections: sectionsOf(actor, installed.rootUnitId),
  }
  return ok({ ...base, me })
}
