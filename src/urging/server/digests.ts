import { sql } from 'kysely'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { standsUrged } from './still-urged.ts'

type DigestItem = {
  obligationId: string
  unitName: string
  title: string
  message: string
  daysLeft: number
  link: string
}
type Digest = { id: string; day: string; items: DigestItem[]; seen: boolean }
type Letter = { id: string; number: string; issuedOn: string; subject: string; open: number }

/** What I was reminded of today and is still open, and the letters by which a unit of mine is still urged. */
export async function todaysDigest(tx: Tx): Promise<Result<{ digest: Digest | null; letters: Letter[] }>> {
  const { actor } = tx
  if (actor.kind !== 'person') return ok({ digest: null, letters: [] })
  const row = await tx.db
    .selectFrom('urging_digest')
    .select(['id', 'on_day', 'reminder_ids', 'seen_at'])
    .where('person_id', '=', actor.personId)
    .where('on_day', '=', tx.today)
    .executeTakeFirst()
  const items = row ? await itemsOf(tx, row.reminder_ids) : []
  const digest = row && items.length > 0 ? { id: row.id, day: row.on_day, items, seen: row.seen_at !== null } : null
  return ok({ digest, letters: await lettersToMine(tx, actor.grants) })
}

async function itemsOf(tx: Tx, reminderIds: readonly string[]): Promise<DigestItem[]> {
  const { rows } = await sql<Omit<DigestItem, 'link'>>`
    select distinct on (o.last_day, o.id) o.id as "obligationId", u.name as "unitName", o.title, r.message, (o.last_day - ${tx.today}::date) as "daysLeft"
    from app.reminder r join app.obligation o on o.id = r.obligation_id and o.state = 'open' join app.unit u on u.id = o.unit_id
    where r.id = any (${[...reminderIds]}::uuid[]) order by o.last_day, o.id limit 100`.execute(tx.db)
  return rows.map((item) => ({ ...item, link: `/viec/${item.obligationId}` }))
}

async function lettersToMine(tx: Tx, grants: readonly { role: string; unitId: string }[]): Promise<Letter[]> {
  const units = grants.filter((one) => one.role === 'head' || one.role === 'officer').map((one) => one.unitId)
  if (units.length === 0) return []
  const { rows } = await sql<Letter>`
    select t.id, t.number, t.issued_on as "issuedOn", t.subject, count(*)::int as open
    from app.urging_letter t join app.urging_letter_obligation l on l.letter_id = t.id
    join app.obligation o on o.id = l.obligation_id
    where t.state = 'issued' and o.unit_id = any (${units}::uuid[]) and ${await standsUrged(tx)}
    group by t.id order by t.issued_on desc limit 20`.execute(tx.db)
  return rows
}

/** I have seen today's reminders: they stand folded until tomorrow's. */
export async function seeDigest(tx: Tx, { id }: { id: string }): Promise<Result<{ done: true }>> {
  const { actor } = tx
  if (actor.kind !== 'person') return refuse('not-found')
  const found = await tx.db
    .updateTable('urging_digest')
    .set((eb) => ({ seen_at: eb.fn.coalesce('seen_at', eb.val(tx.now)) }))
    .where('id', '=', id)
    .where('person_id', '=', actor.personId)
    .returning('id')
    .executeTakeFirst()
  return found ? ok({ done: true }) : refuse('not-found')
}
