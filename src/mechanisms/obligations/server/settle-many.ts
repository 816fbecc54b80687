import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../platform/database/unit-of-work.ts'
import { type RecordAction, recordSet } from '../../record/server/index.ts'

type Settled = { readonly id: string; readonly reason: string }

/**
 * Waives open obligations, each with its reason, in one statement; nothing else waives. The caller has asked whether the actor may and holds
 * their locks. Gives how many: what is not open any more stays as it is, and is not told as waived.
 */
export async function waive(tx: Tx, settled: readonly Settled[], capacity?: string): Promise<number> {
  if (settled.length === 0) return 0
  const { rows } = await sql<{ id: string }>`
    update app.obligation o set state = 'exempt', exempt_reason = new.reason, version = o.version + 1
    from ${listed(settled)} where o.id = new.id and o.state = 'open' returning o.id`.execute(tx.db)
  const waived = new Set(rows.map((row) => row.id))
  const told = settled.filter((one) => waived.has(one.id))
  await tell(tx, told, {
    action: 'obligation.exempted',
    words: 'miễn',
    ...(capacity === undefined ? {} : { capacity }),
  })
  return waived.size
}

/** What is still open when the thing it belongs to ends stays not done: nothing changes but that it is written down, with the reason. */
export async function leaveUndone(tx: Tx, settled: readonly Settled[]): Promise<void> {
  await tell(tx, settled, { action: 'obligation.left-undone', words: 'chưa làm' })
}

function listed(settled: readonly Settled[]): RawBuilder<unknown> {
  const [ids, reasons] = [settled.map((one) => one.id), settled.map((one) => one.reason)]
  return sql`unnest(${ids}::uuid[], ${reasons}::text[]) as new (id, reason)`
}

type Telling = { action: RecordAction; words: string; capacity?: string }

async function tell(tx: Tx, settled: readonly Settled[], { action, ...said }: Telling): Promise<void> {
  if (settled.length === 0) return
  await recordSet(tx, action, {
    kind: 'obligation',
    ...said,
    things: sql`
      select o.id as thing_id, o.title as thing_name, o.title_search || ' ' || u.name_search as thing_search, o.unit_id, '{}'::jsonb as changes,
        jsonb_build_object('title', o.title, 'unit', u.name, 'reason', new.reason) as detail
      from ${listed(settled)} join app.obligation o on o.id = new.id join app.unit u on u.id = o.unit_id`,
  })
}
