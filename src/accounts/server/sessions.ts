import { sql } from 'kysely'
import { ok, type Result } from '../../kernel/result.ts'
import { record } from '../../mechanisms/record/server/index.ts'
import type { Tx, UnitOfWork } from '../../platform/database/unit-of-work.ts'
import type { Job } from '../../platform/jobs/job.ts'
import type { SignIn } from '../../platform/sign-in/sign-in.ts'
import { deviceWords } from '../domain/device-words.ts'

type Session = { id: string; device: string; ip: string | null; begunAt: string; usedAt: string; here: boolean }

/** The open sessions of one's own account; `here` is the one that asks. */
export async function listSessions(signIn: SignIn, accountId: string, hereId: string): Promise<Session[]> {
  const sessions = await signIn.openSessions(accountId)
  return sessions.map(({ id, userAgent, ip, begunAt, usedAt }) => ({
    id,
    device: deviceWords(userAgent),
    ip,
    begunAt: begunAt.toISOString(),
    usedAt: usedAt.toISOString(),
    here: id === hereId,
  }))
}

/** Closes one session of one's own; one that is gone already is closed. */
export function endSession(signIn: SignIn) {
  return async (tx: Tx, { accountId, id }: { accountId: string; id: string }): Promise<Result<{ done: true }>> => {
    const session = (await signIn.openSessions(accountId)).find((one) => one.id === id)
    if (!session) return ok({ done: true })
    const name = tx.actor.kind === 'person' ? tx.actor.name : ''
    const detail = { device: deviceWords(session.userAgent) }
    await record(tx, 'session.ended', { kind: 'session', id: null, name }, { detail })
    await signIn.sessions.end(accountId, id)
    return ok({ done: true })
  }
}

export function endOtherSessions(signIn: SignIn) {
  return async (tx: Tx, { accountId, keepId }: { accountId: string; keepId: string }) => {
    const others = (await signIn.openSessions(accountId)).filter((one) => one.id !== keepId)
    if (others.length === 0) return ok({ ended: 0 })
    const name = tx.actor.kind === 'person' ? tx.actor.name : ''
    await record(tx, 'session.others-ended', { kind: 'session', id: null, name }, { detail: { count: others.length } })
    await signIn.sessions.endAll(accountId, keepId)
    return ok({ ended: others.length })
  }
}

/**
 * Closes what is still open of people whose last post has ended, on the day or by the day's passing. They could do nothing in it from that
 * moment (the unit of work lets nobody act without a post) and are not let in again (`mayEnter`): this only clears away.
 */
export function endSessionsWithoutPost(signIn: SignIn): Job {
  return {
    name: 'end-sessions-without-post',
    words: 'Đóng phiên của người không còn vị trí công tác',
    every: '7 * * * *',
    run: async (_payload, { work }) => {
      for (const account of await accountsWithoutPost(work, await signIn.sessions.holders())) {
        const ended = await work.write({ kind: 'job', name: 'đóng phiên' }, async (tx) => {
          await record(tx, 'session.ended-without-post', { kind: 'account', ...account })
          await signIn.sessions.endAll(account.id)
          return ok(undefined)
        })
        if (!ended.ok) throw new Error(`sessions were not ended: ${ended.refusal.code}`)
      }
    },
  }
}

async function accountsWithoutPost(work: UnitOfWork, ids: readonly string[]): Promise<{ id: string; name: string }[]> {
  const found = await work.read({ kind: 'job', name: 'đóng phiên' }, async (tx) => {
    const { rows } = await sql<{ id: string; name: string }>`
      select a.id, p.full_name as name from app.account a join app.person p on p.id = a.person_id
      where a.id::text = any (${[...ids]}::text[]) and not exists (
        select 1 from app.post t where t.person_id = a.person_id
          and ${tx.today}::date between t.valid_from and coalesce(t.valid_to, 'infinity'))`.execute(tx.db)
    return ok(rows)
  })
  if (!found.ok) throw new Error(`accounts were not read: ${found.refusal.code}`)
  return found.value
}
