import { holds, seesAs } from '../../kernel/actor.ts'
import { refusalSentence } from '../../kernel/refusals.ts'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { rootUnit } from '../../platform/database/unit-tree.ts'
import type { OutboxMail } from '../contract.ts'

const PAGE_SIZE = 50

type Asked = { page: number; state?: OutboxMail['state'] }
type Listed = { mails: OutboxMail[]; mailsGoOut: boolean; total: number; page: number; pageSize: number }

/** The outbox, newest first: what waits, what went out, what could not. The address of a link that lets somebody in is not among it. */
export function listOutbox(mailsGoOut: boolean) {
  return async (tx: Tx, { page, state }: Asked): Promise<Result<Listed>> => {
    if (!(await seesOutbox(tx))) return refuse('not-yours-to-see', { who: 'quản trị viên' })
    const total = await countMails(tx, state)
    const rows = await mailsInOrder(tx, state)
      .select(['state', 'attempts', 'last_error as lastError', 'sent_at as sentAt', 'next_try_at as nextTryAt'])
      .select(['link_path as linkPath', 'secret', 'not_before as notBefore', 'maybe_twice as maybeTwice'])
      .limit(PAGE_SIZE)
      .offset((page - 1) * PAGE_SIZE)
      .execute()
    const root = await rootUnit(tx)
    const may = holds(tx.actor, 'administrator', [root.id])
    const mails = rows.map(({ createdAt, sentAt, nextTryAt, notBefore, ...row }) => ({
      ...row,
      createdAt: createdAt.toISOString(),
      sentAt: sentAt?.toISOString() ?? null,
      nextTryAt: nextTryAt?.toISOString() ?? null,
      notBefore: notBefore?.toISOString() ?? null,
      actions:
        may && (row.state === 'failed' || row.state === 'stale') ? { 'send-again': { whyNot: whyNot(row) } } : {},
    }))
    return ok({ mails, mailsGoOut, total, page, pageSize: PAGE_SIZE })
  }
}

function whyNot({ secret, toName }: { secret: boolean; toName: string }): string | null {
  return secret ? refusalSentence('mail-link-gone', { name: toName }) : null
}

/** Who administers or audits the whole. */
export async function seesOutbox(tx: Tx): Promise<boolean> {
  const root = await rootUnit(tx)
  return seesAs(tx.actor, ['administrator', 'auditor'], [root.id])
}

export async function countMails(tx: Tx, state: OutboxMail['state'] | undefined): Promise<number> {
  const { total } = await mailsIn(tx, state)
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return total
}

function mailsIn(tx: Tx, state: OutboxMail['state'] | undefined) {
  const all = tx.db.selectFrom('outbox_mail')
  return state === undefined ? all : all.where('state', '=', state)
}

/** Newest first. */
export function mailsInOrder(tx: Tx, state: OutboxMail['state'] | undefined) {
  return mailsIn(tx, state)
    .select(['id', 'to_name as toName', 'to_address as toAddress', 'subject', 'body', 'created_at as createdAt'])
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
}
