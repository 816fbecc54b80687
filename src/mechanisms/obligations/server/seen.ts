import { type RawBuilder, sql } from 'kysely'
import type { PersonActor, Role } from '../../../kernel/actor.ts'
import type { Tx } from '../../../platform/database/unit-of-work.ts'

/**
 * Which obligations the actor sees, as a condition on the row `obligation`: the same rule as `whyMayNot(actor, 'see', …)`, said to the
 * database, so that long lists are counted and paged there. A test holds the two together.
 */
export async function seenObligations(tx: Tx): Promise<RawBuilder<boolean>> {
  const { actor } = tx
  if (actor.kind !== 'person') return sql`false`
  const roots = unitsOf(actor, [...OF_UNIT, ...OF_OWED])
  if (await isTop(tx, roots)) return sql`true`
  const below = await unitsBelow(tx, roots)
  const reach = (roles: readonly Role[]) => {
    const held = new Set(unitsOf(actor, roles))
    return below.filter((unit) => held.has(unit.root))
  }
  const [ofUnit, ofOwed, givers] = [reach(OF_UNIT), reach(OF_OWED), reach(GIVERS)]
  const staff = unitsOf(actor, ['staff'])
  const posts = actor.posts.map((post) => post.unitId)
  return sql`(obligation.unit_no = any(${ofUnit.map((unit) => unit.no)}::int[])
    or obligation.owed_to_unit_id = any(${ofOwed.map((unit) => unit.id)}::uuid[])
    or (obligation.thing_kind = 'assignment' and obligation.owed_to_unit_id = any(${givers.map((unit) => unit.id)}::uuid[]))
    or obligation.unit_id = any(${staff}::uuid[])
    or (obligation.unit_id = any(${posts}::uuid[])
      and (obligation.assigned_person_id = ${actor.personId}::uuid or obligation.id = any((select app.shared_obligations())::uuid[]))))`
}

const OF_UNIT: readonly Role[] = ['head', 'officer', 'auditor']
const OF_OWED: readonly Role[] = ['standing-office', 'authority']
const GIVERS: readonly Role[] = ['head', 'officer']

function unitsOf(actor: PersonActor, roles: readonly Role[]): string[] {
  return actor.grants.filter((grant) => roles.includes(grant.role)).map((grant) => grant.unitId)
}

/** Is one of these the organisation itself? Then it is everything, whatever stood where, and nobody need walk down to it. */
async function isTop(tx: Tx, unitIds: readonly string[]): Promise<boolean> {
  const { rows } = await sql`
    select 1 from app.unit where id = any(${[...unitIds]}::uuid[]) and parent_id is null limit 1`.execute(tx.db)
  return rows.length > 0
}

type Below = { root: string; id: string; no: number }

/** Each of these units and everything below it. */
async function unitsBelow(tx: Tx, roots: readonly string[]): Promise<Below[]> {
  if (roots.length === 0) return []
  const { rows } = await sql<Below>`
    with recursive below as (
      select u.id as root, u.id, u.unit_no from app.unit u where u.id = any(${[...new Set(roots)]}::uuid[])
      union all
      select b.root, u.id, u.unit_no from below b join app.unit u on u.parent_id = b.id
    ) select root, id, unit_no as no from below`.execute(tx.db)
  return rows
}

/** The unit and everything below it, by the numbers their rows carry. */
export async function unitNosBelow(tx: Tx, unitId: string): Promise<number[]> {
  return (await unitsBelow(tx, [unitId])).map((unit) => unit.no)
}
