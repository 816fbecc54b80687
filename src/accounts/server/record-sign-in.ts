import { ok } from '../../kernel/result.ts'
import { record } from '../../mechanisms/record/server/index.ts'
import type { UnitOfWork } from '../../platform/database/unit-of-work.ts'
import type { SignInEvent } from '../../platform/sign-in/sign-in.ts'

const DOOR = { kind: 'job', name: 'đăng nhập' } as const

/**
 * Writes what happens at the door into the record; to be given to the sign-in as its `onEvent`. A failed try names the account it was
 * meant for. The typed name of nobody's account is not kept: people type their password into that field, and the record is for ever.
 */
export function recordSignIns(work: UnitOfWork): (event: SignInEvent) => Promise<void> {
  return async (event) => {
    const written = await work.write(DOOR, async (tx) => {
      const account =
        event.accountId === undefined
          ? undefined
          : await tx.db
              .selectFrom('account')
              .innerJoin('person', 'person.id', 'account.person_id')
              .select(['account.id', 'person.id as personId', 'person.full_name as name', 'account.sign_in_name'])
              .where('account.id', '=', event.accountId)
              .executeTakeFirst()
      if (event.kind === 'signed-in' || event.kind === 'signed-out') {
        // A sign-in left over from an account that never came to be: it opens nothing.
        if (!account) return ok(undefined)
        const action = event.kind === 'signed-in' ? 'session.signed-in' : 'session.signed-out'
        const actor = { kind: 'person', accountId: account.id, personId: account.personId, name: account.name } as const
        const thing = { kind: 'session', id: null, name: account.name } as const
        await record({ ...tx, actor: { ...actor, posts: [], grants: [] } }, action, thing)
        return ok(undefined)
      }
      const action = event.kind === 'sign-in-failed' ? 'session.failed' : 'session.paused'
      const name = account?.sign_in_name ?? 'không có trong hệ thống'
      const thing = { kind: 'account', id: account?.id ?? null, name: account?.name ?? '' } as const
      await record(tx, action, thing, { detail: { name } })
      return ok(undefined)
    })
    if (!written.ok) throw new Error(`a sign-in event was refused: ${written.refusal.code}`)
  }
}
