import { sql } from 'kysely'
import type { UnitPath } from '../../kernel/actor.ts'
import type { PlainDate } from '../../kernel/plain-date.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { unitPath } from '../../platform/database/unit-tree.ts'

export type Contact = {
  id: string
  unitId: string
  personId: string
  name: string
  post: string
  since: PlainDate
  until: PlainDate | null
}

/** Who looks after these units on a day, or has ever, when no day is asked for; by name, to everybody signed in. */
export async function contactsOf(tx: Tx, unitIds: readonly string[], day: PlainDate | null): Promise<Contact[]> {
  if (unitIds.length === 0) return []
  const { rows } = await sql<Contact>`
    select id, unit_id as "unitId", person_id as "personId", full_name as name, post_title as post, since, until
    from app.lookers_after(${[...unitIds]}::uuid[], ${day}::date)`.execute(tx.db)
  return rows
}

/** The one whom this unit asks: looking after it, or after the nearest unit above. */
export async function contactFor(tx: Tx, path: UnitPath): Promise<Contact | undefined> {
  const found = await contactsOf(tx, path, tx.today)
  return path.map((id) => found.find((one) => one.unitId === id)).find((one) => one !== undefined)
}

/** As `contactFor`, of a unit by its id. */
export async function contactOf(tx: Tx, unitId: string): Promise<Contact | undefined> {
  return contactFor(tx, await unitPath(tx, unitId))
}

/**
 * Every unit the actor looks after today, those below them too unless another looks after those; nothing when he looks after none. What
 * lists of units put first for an officer of the standing office.
 */
export async function followedUnits(tx: Tx): Promise<ReadonlySet<string> | undefined> {
  const { actor } = tx
  if (actor.kind !== 'person') return undefined
  // As `app.lookers_after` says it to the units: whoever has left his post looks after nothing any more.
  const own = await tx.db
    .selectFrom('looking_after')
    .innerJoin('post', 'post.id', 'looking_after.post_id')
    .select('looking_after.unit_id')
    .where('looking_after.person_id', '=', actor.personId)
    .where('looking_after.valid_from', '<=', tx.today)
    .where((eb) => eb.or([eb('looking_after.valid_to', 'is', null), eb('looking_after.valid_to', '>=', tx.today)]))
    .where((eb) => eb.or([eb('post.valid_to', 'is', null), eb('post.valid_to', '>=', tx.today)]))
    .execute()
  if (own.length === 0) return undefined
  const { rows } = await sql<{ id: string }>`
    with recursive down as (
      select u.id from app.unit u where u.id = any(${own.map((row) => row.unit_id)}::uuid[])
      union
      select u.id from down d join app.unit u on u.parent_id = d.id
      where not exists (
        select 1 from app.lookers_after(array[u.id], ${tx.today}::date) l where l.person_id <> ${actor.personId})
    )
    select id from down`.execute(tx.db)
  return new Set(rows.map((row) => row.id))
}
