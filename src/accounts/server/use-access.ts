import { formatMoment } from '../../kernel/plain-date.ts'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import { record } from '../../mechanisms/record/server/index.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import type { Access } from '../../platform/sign-in/one-time-access.ts'
import type { SignIn } from '../../platform/sign-in/sign-in.ts'
import { accountAtDoor, asHimself } from './at-the-door.ts'
import { doorAct, type HouseAct, told, type UsedAccess, writeDown } from './door-acts.ts'
import { type AccessDoor, issue } from './issue-access.ts'

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
    const byCode = access.way === 'hand'
    const notice = byCode ? 'password-by-code' : 'password-by-mail'
    const act = doorAct(tx, byCode ? 'password.chosen-by-code' : 'password.chosen-by-mail', {
      access: usedAccess(access, signIn),
      ...(access.purpose === 'password' ? { notice } : {}),
    })
    await writeDown(asHimself(tx, account), account, act)
    const chosen = await signIn.choosePassword(input.code, input.password, told(act))
    return chosen.ok ? ok({ signInName: account.signInName }) : chosen
  }
}

/** At the second step, after his own password: the code an administrator handed over takes the lost second factor away. */
export function dropSecondFactor(signIn: SignIn) {
  return async (tx: Tx, input: { accountId: string; code: string; clientIp: string }): Promise<Result<void>> => {
    const { accountId, code, clientIp } = input
    const access = await signIn.access.find(code)
    const account = await accountAtDoor(tx, accountId)
    let act: HouseAct | undefined
    if (access?.purpose === 'second-factor' && access.accountId === accountId && account) {
      const used = usedAccess(access, signIn)
      act = doorAct(tx, 'second-factor.removed-by-code', { access: used, notice: 'second-factor-removed' })
      await writeDown(asHimself(tx, account), account, act)
    }
    // Last, and also for a wrong code: it counts there.
    const dropped = await signIn.dropSecondFactor(accountId, code, clientIp, act && told(act))
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

/** Whose hand it came from and when, and when it was used: the record's «{at}» is when it was given, the notice's when it was used. */
function usedAccess({ issuedByName, issuedAt }: Access, signIn: SignIn): UsedAccess {
  return { by: issuedByName ?? 'chính người dùng', issued: formatMoment(issuedAt), used: formatMoment(signIn.now()) }
}

function notValid() {
  return refuse('access-not-valid', {}, { field: 'code' })
}
