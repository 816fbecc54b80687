import { newId } from '../../kernel/ids.ts'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import { jsonText } from '../../platform/database/json-text.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { MOST_NOTICES, type NoticeKind, type ShownNotice, shownNotices } from '../domain/notice-sentences.ts'

/** Tells the owner of an account what was done to it, on his next page; `sessionId` names the session that is itself the news. */
export async function notify(
  tx: Tx,
  accountId: string,
  kind: NoticeKind,
  detail: Readonly<Record<string, string>>,
  sessionId?: string,
): Promise<void> {
  await tx.db
    .insertInto('account_notice')
    .values({
      id: newId(tx.now.getTime()),
      account_id: accountId,
      kind,
      detail: jsonText(detail),
      session_id: sessionId ?? null,
      at: tx.now,
    })
    .execute()
}

/** What the acting person has not read yet, oldest first. Whoever sits in a new session is not the one to be warned of it. */
export async function unreadNotices(tx: Tx, sessionId: string | undefined): Promise<ShownNotice[]> {
  const rows = await tx.db
    .selectFrom('account_notice')
    .select(['id', 'kind', 'detail', 'session_id as sessionId'])
    .where('seen_at', 'is', null)
    .orderBy('at')
    .orderBy('id')
    .limit(MOST_NOTICES)
    .execute()
  return shownNotices(
    rows
      .filter((row) => row.sessionId === null || row.sessionId !== sessionId)
      .map(({ id, kind, detail }) => ({ id, kind, detail: detail as Record<string, unknown> })),
  )
}

/** A session goes on under another id: what it is the news of goes with it. */
export async function followSession(tx: Tx, from: string, to: string): Promise<Result<void>> {
  await tx.db.updateTable('account_notice').set({ session_id: to }).where('session_id', '=', from).execute()
  return ok(undefined)
}

/** The owner has read these; again changes nothing. Refuses all of them when one is not his. */
export async function dismissNotices(tx: Tx, input: { ids: string[] }): Promise<Result<{ done: true }>> {
  const ids = [...new Set(input.ids)]
  const found = await tx.db.selectFrom('account_notice').select('id').where('id', 'in', ids).execute()
  if (found.length < ids.length) return refuse('not-found')
  await tx.db
    .updateTable('account_notice')
    .set({ seen_at: tx.now })
    .where('id', 'in', ids)
    .where('seen_at', 'is', null)
    .execute()
  return ok({ done: true })
}
