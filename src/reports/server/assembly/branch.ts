import { sql } from 'kysely'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/database/unit-of-work.ts'
import { unitPath } from '../../../platform/database/unit-tree.ts'
import { READERS, whyMayNotAssemble } from '../../domain/assembly-permissions.ts'
import { type LoadedForm, readForm } from '../load-form.ts'

/** A unit of the branch in its place: a unit that has ended stands below the one that carries it on. */
export type PlacedUnit = {
  readonly id: string
  readonly no: number
  readonly name: string
  readonly above: string | null
  readonly carriedByName: string | null
}

/** A unit and everything below it, as its tree reads: each before those below it. */
export type Branch = {
  readonly unit: { readonly id: string; readonly name: string; readonly no: number }
  readonly units: readonly PlacedUnit[]
}

export type Asked = { id: string; unitId?: string | undefined }
export type OpenedBranch = { readonly form: LoadedForm; readonly branch: Branch }

/**
 * The published form, and the branch that is asked for as the actor may read it: without a unit, that of the form's host where he reads it,
 * else that of his own. Whoever reads no branch of it finds nothing here.
 */
export async function openBranch(
  tx: Tx,
  { id, unitId }: Asked,
  action: 'see' | 'edit' = 'see',
): Promise<Result<OpenedBranch>> {
  const read = await readForm(tx, id, 'see')
  if (!read.ok) return read
  const form = read.value
  const chosen = unitId ?? ownBranch(tx, form)
  if (chosen === undefined) return refuse('not-found')
  const refused = whyMayNotAssemble(tx.actor, action, await unitPath(tx, chosen))
  if (refused) return { ok: false, refusal: refused }
  if (form.row.version_no === 0) return refuse('report-form-not-published')
  const branch = await loadBranch(tx, chosen)
  return branch ? ok({ form, branch }) : refuse('not-found')
}

function ownBranch(tx: Tx, { row, hostPath }: LoadedForm): string | undefined {
  if (whyMayNotAssemble(tx.actor, 'see', hostPath) === undefined) return row.unit_id
  if (tx.actor.kind !== 'person') return undefined
  return tx.actor.grants.find((grant) => (READERS as readonly string[]).includes(grant.role))?.unitId
}

type Row = PlacedUnit & { order: number }

/** The branch of a unit today, in the order of the tree. */
export async function loadBranch(tx: Tx, unitId: string): Promise<Branch | undefined> {
  const { rows } = await sql<Row>`
    select b.unit_id as id, b.unit_no as no, u.name, b.above, u.order_no as "order",
      case when b.above is distinct from u.parent_id then carrier.name end as "carriedByName"
    from app.branch_of(${unitId}::uuid, ${tx.today}::date) b join app.unit u on u.id = b.unit_id
    left join app.unit carrier on carrier.id = b.above`.execute(tx.db)
  const top = rows.find((row) => row.id === unitId)
  if (!top) return undefined
  const below = new Map<string, Row[]>()
  for (const row of rows) {
    if (row.above === null) continue
    const there = below.get(row.above)
    if (there) there.push(row)
    else below.set(row.above, [row])
  }
  for (const children of below.values()) children.sort(byOrder)
  const units: PlacedUnit[] = []
  const waiting = [top]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { order: _order, ...unit } = next
    units.push(unit)
    waiting.push(...(below.get(next.id) ?? []).toReversed())
  }
  return { unit: { id: top.id, name: top.name, no: top.no }, units }
}

function byOrder(a: Row, b: Row): number {
  return a.order - b.order || a.no - b.no
}
