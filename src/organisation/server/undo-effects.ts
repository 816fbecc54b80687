import { sql } from 'kysely'
import type { PlainDate } from '../../kernel/plain-date.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { restoreRecipient } from './follow-campaigns.ts'
import { moveParts, restoreKept } from './follow-parts.ts'
import type { Effect } from './unit-event-effects.ts'

/** Why what followed can no longer be undone: it has changed since. Nothing when it stands as it was left. */
export async function whyNotUndone(tx: Tx, effect: Effect): Promise<string | undefined> {
  const { kind, thingId, after } = effect
  switch (kind) {
    case 'post-ended':
    case 'grant-ended': {
      const table = kind === 'post-ended' ? 'post' : 'post_grant'
      const row = await tx.db.selectFrom(table).select('valid_to').where('id', '=', thingId).executeTakeFirst()
      return row?.valid_to === after.to ? undefined : 'một vị trí công tác hoặc quyền đã được sửa sau đó'
    }
    case 'obligation-moved':
    case 'obligation-made':
    case 'obligation-exempted': {
      const row = await tx.db
        .selectFrom('obligation')
        .select(['state', 'version', 'title'])
        .where('id', '=', thingId)
        .executeTakeFirst()
      const left = kind === 'obligation-exempted' ? 'exempt' : 'open'
      return row?.state === left && row.version === after.version
        ? undefined
        : `việc “${row?.title ?? ''}” đã được làm tiếp`
    }
    case 'campaign-moved': {
      const row = await tx.db
        .selectFrom('campaign')
        .select(['unit_id', 'title'])
        .where('id', '=', thingId)
        .executeTakeFirst()
      return row?.unit_id === after.unitId ? undefined : `phong trào “${row?.title ?? ''}” đã chuyển nơi giữ`
    }
    case 'recipient-moved': {
      const row = await tx.db
        .selectFrom('campaign')
        .select(['state', 'title'])
        .where('id', '=', thingId)
        .executeTakeFirst()
      return (after.launched === true && row?.state === 'launched') ||
        row?.state === 'draft' ||
        row?.state === 'returned'
        ? undefined
        : `phong trào “${row?.title ?? ''}” đã được trình`
    }
    case 'looking-after-ended':
    case 'looking-after-begun': {
      const row = await tx.db
        .selectFrom('looking_after')
        .select('valid_to')
        .where('id', '=', thingId)
        .executeTakeFirst()
      return row?.valid_to === after.to ? undefined : 'người theo dõi đơn vị đã được phân công lại'
    }
    // Whether something stands on the new post is found when it is taken away.
    case 'post-begun':
    case 'grant-begun':
    case 'owed-to-moved':
    case 'kept-moved':
      return undefined
  }
}

/** Puts one thing back as it was; gives the reason when something stands on it after all. */
export async function undoEffect(tx: Tx, { kind, thingId, before, after }: Effect): Promise<string | undefined> {
  switch (kind) {
    case 'post-ended':
      await tx.db
        .updateTable('post')
        .set((eb) => ({ valid_to: dayIn(before.to), version: eb('version', '+', 1) }))
        .where('id', '=', thingId)
        .execute()
      return undefined
    case 'grant-ended':
      await tx.db
        .updateTable('post_grant')
        .set({ valid_to: dayIn(before.to) })
        .where('id', '=', thingId)
        .execute()
      return undefined
    case 'grant-begun':
      return undefined
    case 'post-begun': {
      const { rows } = await sql<{ gone: boolean }>`select app.remove_post(${thingId}) as gone`.execute(tx.db)
      return rows[0]?.gone ? undefined : `vị trí mới của ${String(after.name)} đã được dùng`
    }
    case 'obligation-moved': {
      const unitId = String(before.unitId)
      await sql`
        update app.obligation o set unit_id = u.id, unit_no = u.unit_no, version = version + 1,
          title = coalesce(${before.title ?? null}::text, o.title), source_key = coalesce(${before.sourceKey ?? null}::text, o.source_key),
          title_search = coalesce(${before.titleSearch ?? null}::text, o.title_search),
          assigned_person_id = ${before.assignedPersonId ?? null}::uuid, assigned_name = ${before.assignedName ?? null}
        from app.unit u where u.id = ${unitId} and o.id = ${thingId}`.execute(tx.db)
      await moveParts(tx, thingId, unitId)
      return undefined
    }
    case 'obligation-made': {
      const { rows } = await sql<{ gone: boolean }>`select app.remove_obligation(${thingId}) as gone`.execute(tx.db)
      return rows[0]?.gone ? undefined : `việc “${String(after.title)}” đã được làm tiếp`
    }
    case 'obligation-exempted':
      await sql`update app.obligation set state = 'open', exempt_reason = null, version = version + 1 where id = ${thingId}`.execute(
        tx.db,
      )
      return undefined
    case 'owed-to-moved':
      await sql`
        update app.obligation set owed_to_unit_id = ${String(before.unitId)}
        where id = ${thingId} and owed_to_unit_id = ${String(after.unitId)}`.execute(tx.db)
      return undefined
    case 'campaign-moved':
      await sql`
        update app.campaign c set unit_id = u.id, unit_no = u.unit_no from app.unit u
        where u.id = ${String(before.unitId)} and c.id = ${thingId}`.execute(tx.db)
      await sql`
        update app.document d set unit_id = c.unit_id, unit_no = c.unit_no from app.campaign c
        where c.id = ${thingId} and d.id = c.document_id`.execute(tx.db)
      return undefined
    case 'kept-moved':
      await restoreKept(tx, thingId, before, after)
      return undefined
    case 'recipient-moved':
      await restoreRecipient(tx, thingId, String(before.unitId), after)
      return undefined
    case 'looking-after-ended':
      await tx.db
        .updateTable('looking_after')
        .set({ valid_to: dayIn(before.to) })
        .where('id', '=', thingId)
        .execute()
      return undefined
    case 'looking-after-begun':
      await sql`select app.remove_looking_after(${thingId})`.execute(tx.db)
      return undefined
  }
}

function dayIn(value: unknown): PlainDate | null {
  return value === null || value === undefined ? null : (value as PlainDate)
}
