import { ok, type Result, refuse } from '../../kernel/result.ts'
import { record } from '../../mechanisms/record/server/index.ts'
import { lockOrganisation } from '../../organisation/server/index.ts'
import { refreshScopes, type Tx } from '../../platform/database/unit-of-work.ts'
import type { AccountShape } from '../contract.ts'
import { findAccount, findAccountOf, getAccountShape, whyNotAccountOf } from './accounts.ts'

export type NewAccount = { id: string; personId: string; signInName: string; email: string | null }

/** Makes the sign-in of an account that has just come to be; what it gives goes back to whoever opened the account. */
export type LetIn<Entry> = (account: NewAccount & { personName: string }) => Promise<Result<Entry>>

/**
 * Opens an account for a person: the row, its record, its scope; then, last in the same transaction, `letIn` makes its sign-in: an account
 * refused here leaves nothing at the door. The same again gives the account that is there and leaves its sign-in alone. `activated`:
 * its owner has chosen his password already (the first administrator, the sample world's cast).
 */
export async function createAccount<Entry = null>(
  tx: Tx,
  input: NewAccount,
  { letIn, activated = false }: { letIn?: LetIn<Entry>; activated?: boolean } = {},
): Promise<Result<{ account: AccountShape; entry: Entry | null }>> {
  await lockOrganisation(tx)
  const person = await tx.db
    .selectFrom('person')
    .select(['id', 'full_name as name'])
    .where('id', '=', input.personId)
    .executeTakeFirst()
  if (!person) return refuse('not-found')
  const may = await whyNotAccountOf(tx, 'create-account', person.id)
  if (may) return { ok: false, refusal: may }

  const there = await findAccount(tx, input.id)
  if (there) {
    const same = there.personId === person.id && there.signInName === input.signInName && there.email === input.email
    return same ? ok({ account: await getAccountShape(tx, there.id), entry: null }) : refuse('id-taken')
  }
  if (await findAccountOf(tx, person.id)) return refuse('person-has-account', { name: person.name })

  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto('account')
    .values({
      id: input.id,
      person_id: person.id,
      sign_in_name: input.signInName,
      email: input.email,
      created_at: tx.now,
      activated_at: activated ? tx.now : null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  if (numInsertedOrUpdatedRows !== 1n) return refuse('sign-in-name-taken', {}, { field: 'signInName' })
  const detail = { signInName: input.signInName }
  await record(tx, 'account.created', { kind: 'account', id: input.id, name: person.name }, { detail })
  await refreshScopes(tx, [person.id])
  const entered = letIn && (await letIn({ ...input, personName: person.name }))
  if (entered && !entered.ok) return entered
  return ok({ account: await getAccountShape(tx, input.id), entry: entered?.value ?? null })
}
