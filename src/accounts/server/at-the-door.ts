import type { PersonActor } from '../../kernel/actor.ts'
import { ok, type Result } from '../../kernel/result.ts'
import type { Tx, UnitOfWork, WorkOptions } from '../../platform/database/unit-of-work.ts'

/** Who writes what happens before somebody is inside. */
export const DOOR = { kind: 'job', name: 'đăng nhập' } as const

/** For what concerns the account itself: open also to whom no post or no second factor lets do anything else. */
export const OWN_ACCOUNT: WorkOptions = { withoutPost: true, withoutSecondFactor: true }

export type AccountAtDoor = {
  readonly id: string
  readonly personId: string
  readonly name: string
  readonly signInName: string
  readonly email: string | null
  readonly activatedAt: Date | null
  readonly disabledAt: Date | null
}

/** The account behind a sign-in; none where it broke off before the account came to be. */
export async function accountAtDoor(tx: Tx, accountId: string): Promise<AccountAtDoor | undefined> {
  return await tx.db
    .selectFrom('account')
    .innerJoin('person', 'person.id', 'account.person_id')
    .select(['account.id', 'person.id as personId', 'person.full_name as name', 'account.email'])
    .select(['account.sign_in_name as signInName', 'account.activated_at as activatedAt'])
    .select('account.disabled_at as disabledAt')
    .where('account.id', '=', accountId)
    .executeTakeFirst()
}

/** The same transaction with the person himself as who acts: he is at the door, so the record names him and not the door. */
export function asHimself(tx: Tx, account: AccountAtDoor): Tx {
  const actor: PersonActor = {
    kind: 'person',
    accountId: account.id,
    personId: account.personId,
    name: account.name,
    posts: [],
    grants: [],
  }
  return { ...tx, actor }
}

/**
 * Whether somebody whose password was right may come in: not without a post that holds today. To be given to the sign-in. A post that
 * begins opens the door again by itself: nothing is kept that could be out of date. A sign-in without an account opens nothing.
 */
export function mayEnter(work: UnitOfWork): (accountId: string) => Promise<Result<void>> {
  return async (accountId) => {
    const who = { kind: 'person', accountId } as const
    const may = await work.read(who, async () => ok(undefined), { withoutSecondFactor: true })
    return !may.ok && may.refusal.code === 'no-current-post' ? may : ok(undefined)
  }
}
