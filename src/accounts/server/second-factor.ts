import { type Actor, ROLE_NAMES, type Role } from '../../kernel/actor.ts'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import { record } from '../../mechanisms/record/server/index.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import type { Caller } from '../../platform/sign-in/library-calls.ts'
import type { NewSecret } from '../../platform/sign-in/second-factor.ts'
import type { SignIn } from '../../platform/sign-in/sign-in.ts'
import { isAdvised, obligedBy } from '../domain/second-factor-rule.ts'
import { doorAct, told, writeDown } from './door-acts.ts'

type Mine = {
  on: boolean
  since: string | null
  recoveryCodesLeft: number
  obliged: Role | null
  advised: boolean
}

/** The acts of a person on his own second factor; `caller` is his browser, for the library. The door comes last in each. */
export function secondFactorActs({ signIn, caller }: { signIn: SignIn; caller: Caller }) {
  const { secondFactor } = signIn
  return {
    async read(tx: Tx): Promise<Result<Mine>> {
      const { accountId } = owner(tx)
      const [state, account, obliged] = [
        await secondFactor.state(accountId),
        await tx.db
          .selectFrom('account')
          .select('second_factor_at')
          .where('id', '=', accountId)
          .executeTakeFirstOrThrow(),
        await obligedRole(tx),
      ]
      const since = state.on ? (account.second_factor_at?.toISOString() ?? null) : null
      const advised = isAdvised(rolesOf(tx.actor))
      return ok({ ...state, since, obliged: obliged ?? null, advised })
    },

    async begin(tx: Tx, input: { password: string; code?: string }): Promise<Result<NewSecret>> {
      const { accountId, name } = owner(tx)
      const act = doorAct(tx, 'second-factor.moved')
      if ((await secondFactor.state(accountId)).on) await writeDown(tx, { id: accountId, name }, act)
      return await secondFactor.begin({ accountId, caller, ...input, act: told(act) })
    },

    async confirm(tx: Tx, input: { code: string }) {
      const { accountId, name } = owner(tx)
      await tx.db.updateTable('account').set({ second_factor_at: tx.now }).where('id', '=', accountId).execute()
      await record(tx, 'second-factor.turned-on', { kind: 'account', id: accountId, name })
      return await secondFactor.confirm({ accountId, caller, ...input })
    },

    async renewRecoveryCodes(tx: Tx, input: { password: string; code: string }) {
      const { accountId, name } = owner(tx)
      await record(tx, 'second-factor.codes-renewed', { kind: 'account', id: accountId, name })
      const renewed = await secondFactor.renewRecoveryCodes({ accountId, caller, ...input })
      return renewed.ok ? ok({ recoveryCodes: renewed.value }) : renewed
    },

    /** Not where a role he holds obliges him. */
    async turnOff(tx: Tx, input: { password: string; code: string }): Promise<Result<{ done: true }>> {
      const { accountId, name } = owner(tx)
      const role = await obligedRole(tx)
      if (role) return refuse('second-factor-obliged', { role: ROLE_NAMES[role] })
      const act = doorAct(tx, 'second-factor.turned-off')
      await writeDown(tx, { id: accountId, name }, act)
      const off = await secondFactor.turnOff({ accountId, caller, ...input, act: told(act) })
      return off.ok ? ok({ done: true }) : off
    },
  }
}

/** The role for which the acting person must have a second factor, whether or not he has one. */
export async function obligedRole(tx: Tx): Promise<Role | undefined> {
  const rule = await tx.db.selectFrom('second_factor_rule').select('role').execute()
  return obligedBy(
    rolesOf(tx.actor),
    rule.map((row) => row.role),
  )
}

function rolesOf(actor: Actor): Role[] {
  return actor.kind === 'person' ? actor.grants.map((grant) => grant.role) : []
}

function owner(tx: Tx): { accountId: string; name: string } {
  if (tx.actor.kind !== 'person') throw new Error(`a second factor is a person’s, not of ${tx.actor.kind}`)
  return tx.actor
}
