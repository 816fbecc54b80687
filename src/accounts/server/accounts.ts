import { sql } from 'kysely'
import type { UnitPath } from '../../kernel/actor.ts'
import { formatDate } from '../../kernel/plain-date.ts'
import { refusalSentence } from '../../kernel/refusals.ts'
import { ok, type Refusal, type Result, refuse } from '../../kernel/result.ts'
import { lockOrganisation } from '../../organisation/server/index.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { unitPaths } from '../../platform/database/unit-tree.ts'
import type { AccountShape } from '../contract.ts'
import { type AccountAct, whyMayNot } from '../domain/permissions.ts'

export type GrantShape = AccountShape['grants'][number]

export type AccountRow = {
  id: string
  personId: string
  personName: string
  signInName: string
  email: string | null
  disabledAt: Date | null
  activated: boolean
  secondFactor: boolean
}

function selectAccounts(tx: Tx) {
  return tx.db
    .selectFrom('account')
    .innerJoin('person', 'person.id', 'account.person_id')
    .select(['account.id', 'person.id as personId', 'person.full_name as personName'])
    .select(['account.sign_in_name as signInName', 'account.email', 'account.disabled_at as disabledAt'])
    .select((eb) => [
      eb('account.activated_at', 'is not', null).$castTo<boolean>().as('activated'),
      eb('account.second_factor_at', 'is not', null).$castTo<boolean>().as('secondFactor'),
    ])
}

export async function findAccount(tx: Tx, id: string): Promise<AccountRow | undefined> {
  return selectAccounts(tx).where('account.id', '=', id).executeTakeFirst()
}

export async function findAccountOf(tx: Tx, personId: string): Promise<AccountRow | undefined> {
  return selectAccounts(tx).where('person.id', '=', personId).executeTakeFirst()
}

/** Every unit the person reaches from today on; one without posts still belongs where the last post was. */
export async function reachOf(tx: Tx, personId: string): Promise<UnitPath[]> {
  const { rows } = await sql<{ id: string }>`
    select app.reach_of(${personId}::uuid, ${tx.today}::date) as id`.execute(tx.db)
  let ids = rows.map((row) => row.id)
  if (ids.length === 0) {
    const last = await tx.db
      .selectFrom('person')
      .innerJoin('unit', 'unit.unit_no', 'person.unit_no')
      .select('unit.id')
      .where('person.id', '=', personId)
      .executeTakeFirst()
    ids = last ? [last.id] : []
  }
  const paths = await unitPaths(tx, ids)
  return ids.map((id) => paths.get(id) ?? [])
}

/** Why the actor may not do this to the account of a person he sees. */
export async function whyNotAccountOf(tx: Tx, act: AccountAct, personId: string): Promise<Refusal | undefined> {
  return whyMayNot(tx.actor, act, { units: await reachOf(tx, personId) })
}

/** The account, locked against others who change accounts, when the actor may do this to it. */
export async function accountToChange(tx: Tx, id: string, act: AccountAct): Promise<Result<AccountRow>> {
  await lockOrganisation(tx)
  const account = await findAccount(tx, id)
  if (!account) return refuse('not-found')
  const may = await whyNotAccountOf(tx, act, account.personId)
  return may ? { ok: false, refusal: may } : ok(account)
}

export async function getAccountShape(tx: Tx, id: string): Promise<AccountShape> {
  const account = await findAccount(tx, id)
  if (!account) throw new Error(`no account ${id}`)
  return accountShapeOf(tx, account)
}

/** The account with the grants that hold or are still to come, and what the actor may do with each. */
export async function accountShapeOf(tx: Tx, account: AccountRow): Promise<AccountShape> {
  const reach = await reachOf(tx, account.personId)
  const mine = whyMayNot(tx.actor, 'disable', { units: reach }) === undefined
  const disabled = account.disabledAt !== null
  const own = tx.actor.kind === 'person' && tx.actor.accountId === account.id
  return {
    id: account.id,
    personId: account.personId,
    personName: account.personName,
    signInName: account.signInName,
    email: account.email,
    disabled,
    activated: account.activated,
    secondFactor: account.secondFactor,
    mailTo: account.email,
    grants: await grantShapes(tx, { personId: account.personId }),
    actions: mine
      ? {
          ...(disabled ? { enable: { whyNot: null } } : { disable: { whyNot: null } }),
          ...(disabled || own ? {} : { 'issue-access': { whyNot: null } }),
          ...(disabled || own || !account.secondFactor ? {} : { 'remove-second-factor': { whyNot: null } }),
          ...(disabled ? {} : { 'end-sessions': { whyNot: null } }),
          grant: { whyNot: null },
        }
      : {},
  }
}

export async function getGrant(tx: Tx, id: string): Promise<GrantShape> {
  const [grant] = await grantShapes(tx, { grantId: id })
  if (!grant) throw new Error(`no grant ${id}`)
  return grant
}

type Which = { personId: string } | { grantId: string }

/** Grants that have not ended: of one person, or the one asked for, ended or not. */
export async function grantShapes(tx: Tx, which: Which): Promise<GrantShape[]> {
  let chosen = tx.db
    .selectFrom('post_grant')
    .innerJoin('post', 'post.id', 'post_grant.post_id')
    .innerJoin('unit', 'unit.id', 'post_grant.unit_id')
    .select(['post_grant.id', 'post.id as postId', 'post.title as postTitle', 'post.unit_id as postUnitId'])
    .select(['post_grant.role', 'post_grant.version', 'unit.id as unitId', 'unit.name as unitName'])
    .select(['post_grant.valid_from as from', 'post_grant.valid_to as to'])
  if ('grantId' in which) chosen = chosen.where('post_grant.id', '=', which.grantId)
  else {
    chosen = chosen
      .where('post.person_id', '=', which.personId)
      .where((eb) => eb.or([eb('post_grant.valid_to', 'is', null), eb('post_grant.valid_to', '>=', tx.today)]))
      // Withdrawn before it began.
      .where((eb) =>
        eb.or([
          eb('post_grant.valid_to', 'is', null),
          eb('post_grant.valid_to', '>=', eb.ref('post_grant.valid_from')),
        ]),
      )
  }
  const grants = await chosen.orderBy('post_grant.valid_from').orderBy('post_grant.id').execute()
  const paths = await unitPaths(
    tx,
    grants.flatMap((grant) => [grant.unitId, grant.postUnitId]),
  )
  return grants.map(({ postUnitId, ...grant }) => {
    const units = [paths.get(grant.unitId) ?? [], paths.get(postUnitId) ?? []]
    const mine = whyMayNot(tx.actor, 'end-grant', { units }) === undefined
    const over = grant.to !== null && grant.to < tx.today
    const whyNot = over && grant.to !== null ? refusalSentence('grant-ended', { day: formatDate(grant.to) }) : null
    return { ...grant, actions: mine ? { end: { whyNot } } : {} }
  })
}
