import type { Actor } from '../../kernel/actor.ts'
import { formatMoment } from '../../kernel/plain-date.ts'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import { record } from '../../mechanisms/record/server/index.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { writeMail } from '../../platform/mail/write-mail.ts'
import type { AccessPurpose, AccessWay } from '../../platform/sign-in/one-time-access.ts'
import type { SignIn } from '../../platform/sign-in/sign-in.ts'
import type { AccessShape } from '../access-contract.ts'
import { accessMail } from './access-mail.ts'
import { type AccountRow, accountToChange, findAccount } from './accounts.ts'

/** What access is issued with: the door, and whether mails go out at all. */
export type AccessDoor = { readonly signIn: Pick<SignIn, 'access'>; readonly mailsGoOut: boolean }

/** What stands in the record for each purpose: «cấp mã đặt lại mật khẩu cho …». */
const PURPOSE_WORDS: Readonly<Record<AccessPurpose, string>> = {
  invitation: 'kích hoạt tài khoản',
  password: 'đặt lại mật khẩu',
  'second-factor': 'gỡ xác thực hai bước',
}

/**
 * Lets the owner of an account choose a password himself: a link by mail, or a code the administrator hands over and sees this once. No
 * administrator ever knows a password. The door comes last but for the mail, whose link is the door's.
 */
export function issueAccess(door: AccessDoor) {
  return async (tx: Tx, input: { id: string; way: AccessWay }): Promise<Result<{ access: AccessShape }>> => {
    const found = await accountToChange(tx, input.id, 'issue-access')
    if (!found.ok) return found
    const account = found.value
    const barred = whyNotIssued(tx, account)
    if (barred) return barred
    return await issue(tx, door, account, account.activated ? 'password' : 'invitation', input.way)
  }
}

/** A code with which somebody who lost his authenticator and his recovery codes is rid of the second factor, after his own password. */
export function issueSecondFactorRemoval(door: AccessDoor) {
  return async (tx: Tx, input: { id: string }): Promise<Result<{ access: AccessShape }>> => {
    const found = await accountToChange(tx, input.id, 'remove-second-factor')
    if (!found.ok) return found
    const account = found.value
    const barred = whyNotIssued(tx, account)
    if (barred) return barred
    if (!account.secondFactor) return refuse('second-factor-off')
    return await issue(tx, door, account, 'second-factor', 'hand')
  }
}

/** For an account that has just come to be, too. */
export async function issue(
  tx: Tx,
  { signIn, mailsGoOut }: AccessDoor,
  account: Pick<AccountRow, 'id' | 'personName' | 'signInName' | 'email'>,
  purpose: AccessPurpose,
  way: AccessWay,
): Promise<Result<{ access: AccessShape }>> {
  const thing = { kind: 'account', id: account.id, name: account.personName } as const
  const to = way === 'mail' ? account.email : null
  if (way === 'mail' && !mailsGoOut) return refuse('mail-not-possible', { problem: 'chưa nối máy chủ thư' })
  if (way === 'mail' && to === null) return refuse('mail-not-possible', { problem: 'tài khoản chưa có địa chỉ thư' })
  const by = issuerOf(tx.actor)
  const issued = await signIn.access.issue({ accountId: account.id, purpose, way, ...(by ? { by } : {}) })
  if (!issued.ok) return issued
  const { secret, expiresAt } = issued.value
  const detail = { purpose: PURPOSE_WORDS[purpose], until: formatMoment(expiresAt) }
  if (purpose === 'second-factor') await record(tx, 'second-factor.removal-handed', thing, { detail })
  else await record(tx, way === 'mail' ? 'access.mailed' : 'access.handed', thing, { detail })
  if (to !== null) await writeMail(tx, accessMail({ ...account, to, purpose, secret, until: expiresAt }))
  const code = way === 'hand' ? secret : null
  return ok({ access: { way, purpose, code, to, until: expiresAt.toISOString() } })
}

/**
 * From the server's terminal: for the only administrator, who has nobody to hand him a code. Whoever may run it can read the database
 * anyway; it is recorded and told like any other, with where it came from.
 */
export function issueFromTerminal(door: AccessDoor) {
  return async (
    tx: Tx,
    input: { signInName: string; secondFactor: boolean },
  ): Promise<Result<{ access: AccessShape; name: string }>> => {
    const row = await tx.db
      .selectFrom('account')
      .select('id')
      .where('sign_in_name', '=', input.signInName.trim().toLowerCase())
      .executeTakeFirst()
    const account = row && (await findAccount(tx, row.id))
    if (!account) return refuse('not-found')
    if (account.disabledAt !== null) return refuse('account-disabled')
    if (input.secondFactor && !account.secondFactor) return refuse('second-factor-off')
    const purpose = input.secondFactor ? 'second-factor' : account.activated ? 'password' : 'invitation'
    const issued = await issue(tx, door, account, purpose, 'hand')
    return issued.ok ? ok({ ...issued.value, name: account.personName }) : issued
  }
}

function issuerOf(actor: Actor): { accountId?: string; name: string } | undefined {
  if (actor.kind === 'person') return { accountId: actor.accountId, name: actor.name }
  return actor.kind === 'script' ? { name: 'người vận hành máy chủ' } : undefined
}

function whyNotIssued(tx: Tx, account: AccountRow) {
  if (account.disabledAt !== null) return refuse('account-disabled')
  // Whoever sits at somebody's open session must not come by his password that way.
  if (tx.actor.kind === 'person' && tx.actor.accountId === account.id) return refuse('own-account')
  return undefined
}
