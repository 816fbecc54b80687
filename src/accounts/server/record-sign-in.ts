import { ok } from '../../kernel/result.ts'
import { record } from '../../mechanisms/record/server/index.ts'
import type { UnitOfWork } from '../../platform/database/unit-of-work.ts'
import type { SignInEvent } from '../../platform/sign-in/sign-in.ts'
import { accountAtDoor, asHimself, DOOR } from './at-the-door.ts'

/** What goes wrong is written by the door, of somebody who need not be the one he says; what went right, by himself. */
const ACTION_OF = {
  'signed-in': 'session.signed-in',
  'signed-out': 'session.signed-out',
  'recovery-code-used': 'session.recovery-code-used',
  'sign-in-failed': 'session.failed',
  'sign-in-paused': 'session.paused',
  'second-step-failed': 'session.second-step-failed',
  'second-step-paused': 'session.second-step-paused',
} as const satisfies Record<SignInEvent['kind'], string>

/**
 * Writes what happens at the door into the record; to be given to the sign-in as its `onEvent`. A failed try names the account it was
 * meant for. The typed name of nobody's account is not kept: people type their password into that field, and the record is for ever.
 */
export function recordSignIns(work: UnitOfWork): (event: SignInEvent) => Promise<void> {
  return async (event) => {
    const written = await work.write(DOOR, async (tx) => {
      const account = event.accountId === undefined ? undefined : await accountAtDoor(tx, event.accountId)
      if (event.kind === 'signed-in' || event.kind === 'signed-out' || event.kind === 'recovery-code-used') {
        // A sign-in left over from an account that never came to be: it opens nothing.
        if (!account) return ok(undefined)
        const thing = { kind: 'session', id: null, name: account.name } as const
        const detail: Record<string, number> = event.kind === 'recovery-code-used' ? { left: event.left } : {}
        await record(asHimself(tx, account), ACTION_OF[event.kind], thing, { detail })
        return ok(undefined)
      }
      const name = account?.signInName ?? 'không có trong hệ thống'
      const thing = { kind: 'account', id: account?.id ?? null, name: account?.name ?? '' } as const
      await record(tx, ACTION_OF[event.kind], thing, { detail: { name } })
      return ok(undefined)
    })
    if (!written.ok) throw new Error(`a sign-in event was refused: ${written.refusal.code}`)
  }
}
