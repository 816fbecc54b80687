import { formatMoment } from '../../kernel/plain-date.ts'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import { actorName, record } from '../../mechanisms/record/server/index.ts'
import { whyNoAdministratorRemains } from '../../organisation/server/index.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import type { AccountShape } from '../contract.ts'
import {
  type AccountRow,
  accountShapeOf,
  accountToChange,
  findAccountOf,
  getAccountShape,
  whyNotAccountOf,
} from './accounts.ts'
import { notify } from './notices.ts'

type OneAccount = { account: AccountShape }

/** The account of a person the actor sees, or null: the person page of an administrator shows both. */
export async function readAccountOf(
  tx: Tx,
  input: { personId: string },
): Promise<Result<{ account: AccountShape | null }>> {
  const person = await tx.db.selectFrom('person').select('id').where('id', '=', input.personId).executeTakeFirst()
  if (!person) return refuse('not-found')
  const may = await whyNotAccountOf(tx, 'see-account', person.id)
  if (may) return { ok: false, refusal: may }
  const account = await findAccountOf(tx, person.id)
  return ok({ account: account ? await accountShapeOf(tx, account) : null })
}

/** Closes an account from this moment on. The handler ends its sessions in the same breath. */
export async function disableAccount(tx: Tx, input: { id: string }): Promise<Result<OneAccount>> {
  const found = await accountToChange(tx, input.id, 'disable')
  if (!found.ok) return found
  const account = found.value
  if (account.disabledAt === null) {
    await tx.db.updateTable('account').set({ disabled_at: tx.now }).where('id', '=', account.id).execute()
    await record(tx, 'account.disabled', thingOf(account))
    const last = await whyNoAdministratorRemains(tx)
    if (last) return { ok: false, refusal: last }
  }
  return ok({ account: await getAccountShape(tx, account.id) })
}

export async function enableAccount(tx: Tx, input: { id: string }): Promise<Result<OneAccount>> {
  const found = await accountToChange(tx, input.id, 'enable')
  if (!found.ok) return found
  const account = found.value
  if (account.disabledAt !== null) {
    await tx.db.updateTable('account').set({ disabled_at: null }).where('id', '=', account.id).execute()
    await record(tx, 'account.enabled', thingOf(account))
  }
  return ok({ account: await getAccountShape(tx, account.id) })
}

/** Records that an administrator closes every session of an account, and tells its owner. The handler ends them in the same breath. */
export async function endSessionsOf(tx: Tx, input: { id: string }): Promise<Result<void>> {
  const found = await accountToChange(tx, input.id, 'end-sessions')
  if (!found.ok) return found
  await record(tx, 'session.ended-by-administrator', thingOf(found.value))
  await notify(tx, found.value.id, 'sessions-ended', { by: actorName(tx.actor), at: formatMoment(tx.now) })
  return ok(undefined)
}

function thingOf(account: AccountRow) {
  return { kind: 'account', id: account.id, name: account.personName } as const
}
