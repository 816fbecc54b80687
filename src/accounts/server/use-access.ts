import { formatMoment } from '../../kernel/plain-date.ts'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import { record } from '../../mechanisms/record/server/index.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import type { Access } from '../../platform/sign-in/one-time-access.ts'
import type { SignIn } from '../../platform/sign-in/sign-in.ts'
import { accountAtDoor, asHimself } from './at-the-door.ts'
import { type AccessDoor, issue } from './issue-access.ts'
import { notify } from './notices.ts'

/** Whose code or link this is, for the page that asks for a password. One answer for what is wrong, used or run out. */
export async function readAccess(
  signIn: SignIn,
  code: string,
): Promise<Result<{ name: string; signInName: string; purpose: 'invitation' | 'password'; until: string }>> {
  const found = await signIn.access.find(code)
  if (!found || found.purpose === 'second-factor') return notValid()
  const { name, userName: signInName, purpose, expiresAt } = found
  return ok({ name, signInName, purpose, until: expiresAt.toISOString() })
}

/**
 * The owner chooses his password with a code or a link. Recorded as his own act; whose hand the code came from is told to him at his next
 * sign-in, so that a code somebody else used does not pass unseen. A second factor is still asked for afterwards.
 */
export function choosePassword(signIn: SignIn) {
  return async (tx: Tx, input: { code: string; password: string }): Promise<Result<{ signInName: string }>> => {
    const access = await signIn.access.find(input.code)
    const account = access && (await accountAtDoor(tx, access.accountId))
    if (!access || !account || access.purpose === 'second-factor') return notValid()
    await tx.db
      .updateTable('account')
      .set({ activated_at: account.activatedAt ?? tx.now })
      .where('id', '=', account.id)
      .execute()
    const detail = issuedBy(access)
    const thing = { kind: 'account', id: account.id, name: account.name } as const
    const byCode = access.way === 'hand'
    await record(asHimself(tx, account), byCode ? 'password.chosen-by-code' : 'password.chosen-by-mail', thing, {
      detail: { by: detail.by, at: detail.issued },
    })
    if (access.purpose === 'password') {
      const told = { ...detail, at: formatMoment(signIn.now()) }
      await notify(tx, account.id, byCode ? 'password-by-code' : 'password-by-mail', told)
    }
    const chosen = await signIn.choosePassword(input.code, input.password)
    return chosen.ok ? ok({ signInName: account.signInName }) : chosen
  }
}

/** At the second step, after his own password: the code an administrator handed over takes the lost second factor away. */
export function dropSecondFactor(signIn: SignIn) {
  return async (tx: Tx, input: { accountId: string; code: string; clientIp: string }): Promise<Result<void>> => {
    const { accountId, code, clientIp } = input
    const access = await signIn.access.find(code)
    const account = await accountAtDoor(tx, accountId)
    if (access?.purpose === 'second-factor' && access.accountId === accountId && account) {
      await tx.db.updateTable('account').set({ second_factor_at: null }).where('id', '=', accountId).execute()
      const detail = issuedBy(access)
      const thing = { kind: 'account', id: accountId, name: account.name } as const
      const recorded = { detail: { by: detail.by, at: detail.issued } }
      await record(asHimself(tx, account), 'second-factor.removed-by-code', thing, recorded)
      await notify(tx, accountId, 'second-factor-removed', { ...detail, at: formatMoment(signIn.now()) })
    }
    // Last, and also for a wrong code: it counts there.
    const dropped = await signIn.dropSecondFactor(accountId, code, clientIp)
    return dropped.ok ? ok(undefined) : dropped
  }
}

/**
 * Somebody at the door says he forgot his password. A mail goes to the address of the account, where there is one and mails go out; else
 * nothing happens, and he is told the same.
 */
export function askReset(door: AccessDoor) {
  return async (tx: Tx, input: { accountId: string }): Promise<Result<void>> => {
    const account = await accountAtDoor(tx, input.accountId)
    if (!account || account.disabledAt !== null || account.email === null || !door.mailsGoOut) return ok(undefined)
    if (await door.signIn.access.askedLately(account.id)) return ok(undefined)
    const thing = { kind: 'account', id: account.id, name: account.name } as const
    await record(tx, 'access.asked', thing)
    const purpose = account.activatedAt === null ? 'invitation' : 'password'
    const issued = await issue(tx, door, { ...account, personName: account.name }, purpose, 'mail')
    return issued.ok ? ok(undefined) : issued
  }
}

function issuedBy(access: Access): { by: string; issued: string } {
  return { by: access.issuedByName ?? 'chính người dùng', issued: formatMoment(access.issuedAt) }
}

function notValid() {
  return refuse('access-not-valid', {}, { field: 'code' })
}
