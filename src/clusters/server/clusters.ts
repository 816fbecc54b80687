import { formatDate, type PlainDate } from '../../kernel/plain-date.ts'
import { refusalSentence } from '../../kernel/refusals.ts'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import type { RecordedThing } from '../../mechanisms/record/server/index.ts'
import { lockOrganisation } from '../../organisation/server/index.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { unitPath, unitPaths } from '../../platform/database/unit-tree.ts'
import type { ClusterShape } from '../contract.ts'
import type { ClusterKind, Membership } from '../domain/cluster.ts'
import { whyMayNotKeep } from '../domain/permissions.ts'

const COLUMNS = [
  'cluster.id',
  'cluster.kind',
  'cluster.name',
  'cluster.level',
  'cluster.unit_id as unitId',
  'unit.name as unitName',
  'cluster.valid_from as from',
  'cluster.valid_to as to',
  'cluster.basis',
  'cluster.version',
] as const

export type ClusterRow = {
  id: string
  kind: ClusterKind
  name: string
  level: ClusterShape['level']
  unitId: string
  unitName: string
  from: PlainDate
  to: PlainDate | null
  basis: string | null
  version: number
}

export function selectClusters(tx: Tx) {
  return tx.db.selectFrom('cluster').innerJoin('unit', 'unit.id', 'cluster.unit_id').select(COLUMNS)
}

export async function findCluster(tx: Tx, id: string): Promise<ClusterRow | undefined> {
  return selectClusters(tx).where('cluster.id', '=', id).executeTakeFirst()
}

/** With what the actor may do to each; whoever keeps none is shown no buttons. */
export async function clusterShapes(tx: Tx, rows: readonly ClusterRow[]): Promise<ClusterShape[]> {
  const paths = await unitPaths(
    tx,
    rows.map((row) => row.unitId),
  )
  return rows.map((row) => {
    if (whyMayNotKeep(tx.actor, paths.get(row.unitId) ?? [])) return { ...row, actions: {} }
    const over =
      row.to === null ? null : refusalSentence('cluster-ended', { cluster: row.name, day: formatDate(row.to) })
    const acts = { change: null, 'set-members': over, 'set-head': null, end: over }
    const actions = Object.fromEntries(Object.entries(acts).map(([name, whyNot]) => [name, { whyNot }]))
    return { ...row, actions }
  })
}

export async function getClusterShape(tx: Tx, id: string): Promise<ClusterShape> {
  const row = await findCluster(tx, id)
  const [shape] = row ? await clusterShapes(tx, [row]) : []
  if (!shape) throw new Error(`no cluster ${id}`)
  return shape
}

/** Lock, load, may he? One change of clusters at a time: a unit is in one of a level, and two lists cannot see each other. */
export async function openCluster(tx: Tx, id: string, version?: number): Promise<Result<ClusterRow>> {
  await lockOrganisation(tx)
  const row = await findCluster(tx, id)
  if (!row) return refuse('not-found')
  const may = whyMayNotKeep(tx.actor, await unitPath(tx, row.unitId))
  if (may) return { ok: false, refusal: may }
  if (version !== undefined && version !== row.version) return refuse('changed-meanwhile')
  return ok(row)
}

export function recorded(row: Pick<ClusterRow, 'id' | 'kind' | 'name'>): RecordedThing {
  return { kind: 'cluster', id: row.id, name: row.name }
}

export async function membersOf(tx: Tx, clusterId: string): Promise<(Membership & { alsoElsewhere: string | null })[]> {
  return tx.db
    .selectFrom('cluster_member')
    .select(['id', 'unit_id as unitId', 'valid_from as from', 'valid_to as to', 'also_elsewhere as alsoElsewhere'])
    .where('cluster_id', '=', clusterId)
    .orderBy('valid_from')
    .orderBy('id')
    .execute()
}
