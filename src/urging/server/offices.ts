import { sql } from 'kysely'
import { actingGrants, type HeldGrant, type PersonActor, type Role } from '../../kernel/actor.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { rootUnit } from '../../platform/database/unit-tree.ts'

const SEES: readonly Role[] = ['standing-office', 'authority', 'auditor']
const URGES: readonly Role[] = ['standing-office']

/** What is owed to whom an actor may urge, or look at: everything, or what is owed to these units. */
export type Offices = 'all' | readonly string[]

/**
 * The units to which something is owed and over which the actor is the standing office, the authority or the auditor, in whichever capacity;
 * and those for which he may urge in the capacity he acts in.
 */
export async function officesOf(tx: Tx): Promise<{ seen: Offices; urging: Offices }> {
  return { seen: await officesSeen(tx), urging: await officesUrging(tx) }
}

export async function officesSeen(tx: Tx): Promise<Offices> {
  return officesBy(tx, ({ grants }) => unitsWith(grants, SEES))
}

export async function officesUrging(tx: Tx): Promise<Offices> {
  return officesBy(tx, (actor) => unitsWith(actingGrants(actor), URGES))
}

/** Whose drafts wait for the actor: as the standing office, in whichever capacity. */
export async function officesServed(tx: Tx): Promise<Offices> {
  return officesBy(tx, ({ grants }) => unitsWith(grants, URGES))
}

async function officesBy(tx: Tx, heldBy: (actor: PersonActor) => readonly string[]): Promise<Offices> {
  const { actor } = tx
  if (actor.kind !== 'person') return actor.kind === 'job' || actor.kind === 'script' ? 'all' : []
  const held = heldBy(actor)
  if (held.length === 0) return []
  const root = await rootUnit(tx)
  return held.includes(root.id) ? 'all' : await hostsBelow(tx, held)
}

async function hostsBelow(tx: Tx, held: readonly string[]): Promise<string[]> {
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

function unitsWith(grants: readonly HeldGrant[], roles: readonly Role[]): string[] {
  return [...new Set(grants.filter((grant) => roles.includes(grant.role)).map((grant) => grant.unitId))]
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
