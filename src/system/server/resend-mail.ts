import { holds } from '../../kernel/actor.ts'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import { record } from '../../mechanisms/record/server/index.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { rootUnit } from '../../platform/database/unit-tree.ts'

/** Lets a mail that was given up be tried again from the start. One whose link lets somebody in is issued anew instead: its link is gone. */
export async function resendMail(tx: Tx, { id }: { id: string }): Promise<Result<{ done: true }>> {
  const root = await rootUnit(tx)
  if (!holds(tx.actor, 'administrator', [root.id])) return refuse('not-yours-to-do', { who: 'quản trị viên' })
  const mail = await tx.db
    .selectFrom('outbox_mail')
    .select(['id', 'state', 'subject', 'to_name as toName', 'secret'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!mail) return refuse('not-found')
  if (mail.state !== 'failed' && mail.state !== 'stale') return refuse('mail-not-failed')
  if (mail.secret) return refuse('mail-link-gone', { name: mail.toName })
  await tx.db
    .updateTable('outbox_mail')
    .set({ state: 'waiting', attempts: 0, next_try_at: tx.now, last_error: null })
    .where('id', '=', id)
    .execute()
  await record(tx, 'mail.sent-again', { kind: 'mail', id, name: mail.subject }, { detail: { to: mail.toName } })
  return ok({ done: true })
}
