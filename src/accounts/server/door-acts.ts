import { newId } from '../../kernel/ids.ts'
import { ok } from '../../kernel/result.ts'
import { record } from '../../mechanisms/record/server/index.ts'
import { lockId } from '../../platform/database/lock-id.ts'
import type { Tx, UnitOfWork } from '../../platform/database/unit-of-work.ts'
import type { Job } from '../../platform/jobs/job.ts'
import type { DoorAct, ToldAct } from '../../platform/sign-in/door-acts.ts'
import type { SignIn } from '../../platform/sign-in/sign-in.ts'
import { accountAtDoor, asHimself, DOOR } from './at-the-door.ts'
import { notify } from './notices.ts'

/** What the owner of an account does at the door and the house follows. */
const ACTIONS = [
  'password.changed',
  'password.chosen-by-code',
  'password.chosen-by-mail',
  'second-factor.moved',
  'second-factor.removed-by-code',
  'second-factor.turned-off',
] as const
type Action = (typeof ACTIONS)[number]
const NOTICES = ['password-by-code', 'password-by-mail', 'second-factor-removed'] as const

/** Of a one-time access: by whose hand, when it was given, when it was used. */
export type UsedAccess = { readonly by: string; readonly issued: string; readonly used: string }
export type HouseAct = {
  readonly id: string
  readonly action: Action
  /** Where a one-time access was used. */
  readonly access?: UsedAccess
  readonly notice?: (typeof NOTICES)[number]
}

/** How long an act of the door may still be on its way into the house. */
const ON_ITS_WAY_MS = 60_000

/** An act about to be done, with the id its row in the record will have. */
export function doorAct(tx: Tx, action: Action, told: Pick<HouseAct, 'access' | 'notice'> = {}): HouseAct {
  return { id: newId(tx.now.getTime()), action, ...told }
}

/** As the door keeps it. */
export function told({ id, action, access, notice }: HouseAct): ToldAct {
  return { id, action, detail: { ...access }, ...(notice ? { notice } : {}) }
}

/**
 * What the house does for an act of the door, before the door in the same transaction: the account's row, the record, the owner's notice.
 * `tx` has the owner as who acts. Whoever looks later whether it was written down waits for this transaction.
 */
export async function writeDown(tx: Tx, account: { id: string; name: string }, act: HouseAct): Promise<void> {
  await lockId(tx, act.id)
  await followAct(tx, account.id, act.action)
  await sayAct(tx, account, act)
}

/** The job that writes down what a server which died between the door and the house has left unsaid. */
export function writeDownDoorActs(signIn: SignIn): Job {
  return {
    name: 'write-down-door-acts',
    words: 'Ghi nhật ký những việc dở dang ở cửa đăng nhập',
    every: '* * * * *',
    run: async (_payload, { work }) => {
      const before = new Date(signIn.now().getTime() - ON_ITS_WAY_MS)
      for (const act of await signIn.acts.doneBefore(before)) await writeDownLate(work, signIn, act)
      await followTurnedOn(work, signIn)
    },
  }
}

/**
 * A second factor is turned on by the library, in a transaction of its own: here the two states are compared. A row that is being changed is
 * waited for, and the door asked again.
 */
async function followTurnedOn(work: UnitOfWork, signIn: SignIn): Promise<void> {
  const holders = await signIn.secondFactor.holders()
  const found = await work.read(DOOR, async (tx) => {
    if (holders.length === 0) return ok([])
    const without = tx.db.selectFrom('account').select('id').where('second_factor_at', 'is', null)
    return ok(await without.where('id', 'in', holders).execute())
  })
  if (!found.ok) throw new Error(`accounts were not read: ${found.refusal.code}`)
  for (const { id } of found.value) {
    const followed = await work.write(DOOR, async (tx) => {
      const row = tx.db.selectFrom('account').select('second_factor_at as since').where('id', '=', id).forUpdate()
      const account = (await row.executeTakeFirst())?.since === null ? await accountAtDoor(tx, id) : undefined
      if (!account || !(await signIn.secondFactor.state(id)).on) return ok(undefined)
      await tx.db.updateTable('account').set({ second_factor_at: tx.now }).where('id', '=', id).execute()
      const thing = { kind: 'account', id, name: account.name } as const
      await record(asHimself(tx, account), 'second-factor.turned-on', thing)
      return ok(undefined)
    })
    if (!followed.ok) throw new Error(`a second factor was not written down: ${followed.refusal.code}`)
  }
}

async function writeDownLate(work: UnitOfWork, signIn: SignIn, act: DoorAct): Promise<void> {
  const written = await work.write(DOOR, async (tx) => {
    await lockId(tx, act.id)
    const there = await tx.db.selectFrom('record').select('id').where('id', '=', act.id).executeTakeFirst()
    const account = await accountAtDoor(tx, act.accountId)
    // An act of a sign-in whose account never came to be is nobody's.
    if (there || !account) return ok(undefined)
    const known = houseActOf(act)
    // What he has turned on since stays on.
    const since = known.action.startsWith('second-factor.') && (await signIn.secondFactor.state(account.id)).on
    if (!since) await followAct(tx, account.id, known.action)
    await sayAct(asHimself(tx, account), account, known)
    return ok(undefined)
  })
  if (!written.ok) throw new Error(`an act of the door was not written down: ${written.refusal.code}`)
  await signIn.acts.forget(act.id)
}

async function followAct(tx: Tx, accountId: string, action: Action): Promise<void> {
  const row = tx.db.updateTable('account').where('id', '=', accountId)
  switch (action) {
    case 'password.changed':
      return
    case 'password.chosen-by-code':
    case 'password.chosen-by-mail':
      await row.set({ activated_at: tx.now }).where('activated_at', 'is', null).execute()
      return
    case 'second-factor.moved':
    case 'second-factor.removed-by-code':
    case 'second-factor.turned-off':
      await row.set({ second_factor_at: null }).execute()
  }
}

async function sayAct(tx: Tx, account: { id: string; name: string }, act: HouseAct): Promise<void> {
  const { id, action, access, notice } = act
  const thing = { kind: 'account', id: account.id, name: account.name } as const
  await record(tx, action, thing, access ? { id, detail: { by: access.by, at: access.issued } } : { id })
  if (notice && access) await notify(tx, account.id, notice, { by: access.by, issued: access.issued, at: access.used })
}

/** As it was given to the door: what is in its table came through `told` alone. */
function houseActOf({ id, action, detail, notice }: DoorAct): HouseAct {
  const known = ACTIONS.find((one) => one === action)
  if (!known) throw new Error(`the door knows an act that the house does not: ${action}`)
  const shown = NOTICES.find((one) => one === notice)
  const { by, issued, used } = detail
  const access = by !== undefined && issued !== undefined && used !== undefined ? { by, issued, used } : undefined
  return { id, action: known, ...(access ? { access } : {}), ...(shown ? { notice: shown } : {}) }
}
