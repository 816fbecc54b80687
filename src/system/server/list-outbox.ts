import { seesAs } from '../../kernel/actor.ts'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { rootUnit } from '../../platform/database/unit-tree.ts'

const PAGE_SIZE = 50

type Mail = { id: string; toName: string; toAddress: string; subject: string; body: string; createdAt: string }

/** Mails that would have gone out, newest first: read here until a mail server is set up. */
export async function listOutbox(
  tx: Tx,
  { page }: { page: number },
): Promise<Result<{ mails: Mail[]; total: number; page: number; pageSize: number }>> {
  if (!(await seesOutbox(tx))) return refuse('not-yours-to-see', { who: 'quản trị viên' })
  const { total } = await tx.db
    .selectFrom('outbox_mail')
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const rows = await mailsInOrder(tx)
    .limit(PAGE_SIZE)
    .offset((page - 1) * PAGE_SIZE)
    .execute()
  const mails = rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() }))
  return ok({ mails, total, page, pageSize: PAGE_SIZE })
}

/** Who administers or audits the whole. */
export async function seesOutbox(tx: Tx): Promise<boolean> {
  const root = await rootUnit(tx)
  return seesAs(tx.actor, ['administrator', 'auditor'], [root.id])
}

/** Newest first. */
export function mailsInOrder(tx: Tx) {
  return tx.db
    .selectFrom('outbox_mail')
    .select(['id', 'to_name as toName', 'to_address as toAddress', 'subject', 'body', 'created_at as createdAt'])
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
}
