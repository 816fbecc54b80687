import { sql } from 'kysely'
import type { PersonActor, Role } from '../../kernel/actor.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { rootUnit } from '../../platform/database/unit-tree.ts'

const SEES: readonly Role[] = ['standing-office', 'authority', 'auditor']

/** What is owed to whom an actor may urge, or look at: everything, or what is owed to these units. */
export type Offices = 'all' | readonly string[]

/**
 * The units to which something is owed and over which the actor is the standing office, the authority or the auditor; and those for which he
 * may urge.
 */
export async function officesOf(tx: Tx): Promise<{ seen: Offices; urging: Offices }> {
  const { actor } = tx
  if (actor.kind !== 'person') {
    const house = actor.kind === 'job' || actor.kind === 'script' ? 'all' : []
    return { seen: house, urging: house }
  }
  const [seen, urging] = [unitsWith(actor, SEES), unitsWith(actor, ['standing-office'])]
  if (seen.length === 0) return { seen, urging }
  const root = await rootUnit(tx)
  const below = async (held: readonly string[]) => (held.includes(root.id) ? 'all' : await hostsBelow(tx, held))
  return { seen: await below(seen), urging: await below(urging) }
}

export async function officesSeen(tx: Tx): Promise<Offices> {
  return (await officesOf(tx)).seen
}

export async function officesUrging(tx: Tx): Promise<Offices> {
  return (await officesOf(tx)).urging
}

async function hostsBelow(tx: Tx, held: readonly string[]): Promise<string[]> {
  if (held.length === 0) return []
  const { rows } = await sql<{ id: string }>`
    with recursive down as (
      select u.id from app.unit u where u.id = any (${[...held]}::uuid[])
      union
      select u.id from down d join app.unit u on u.parent_id = d.id
    )
    select d.id from down d
    where exists (select 1 from app.campaign c where c.unit_id = d.id) or exists (select 1 from app.assignment a where a.unit_id = d.id)`.execute(
    tx.db,
  )
  return rows.map((row) => row.id)
}

function unitsWith(actor: PersonActor, roles: readonly Role[]): string[] {
  return [...new Set(actor.grants.filter((grant) => roles.includes(grant.role)).map((grant) => grant.unitId))]
}

/** These units and everything below them. */
export async function branchOf(tx: Tx, unitId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive down as (
      select u.id from app.unit u where u.id = ${unitId}::uuid
      union
      select u.id from down d join app.unit u on u.parent_id = d.id
    )
    select id from down`.execute(tx.db)
  return rows.map((row) => row.id)
}
