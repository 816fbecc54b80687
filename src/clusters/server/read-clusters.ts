import { actingGrants } from '../../kernel/actor.ts'
import { type PlainDate, plainDate } from '../../kernel/plain-date.ts'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import { compareVietnamese } from '../../kernel/vietnamese-text.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import type { ClusterShape } from '../contract.ts'
import { clusterShapes, findCluster, getClusterShape, membersOf, selectClusters } from './clusters.ts'

export type Head = {
  year: number
  headUnitId: string
  headName: string
  viceUnitId: string | null
  viceName: string | null
  basis: string | null
}
type Listed = ClusterShape & { members: number; head: Head | null }
type List = { on: string; clusters: Listed[]; actions: { create?: { whyNot: null } } }

/** The clusters of one day with the head of its year. */
export async function listClusters(tx: Tx, input: { on?: string }): Promise<Result<List>> {
  const on = input.on === undefined ? tx.today : plainDate(input.on)
  const rows = await selectClusters(tx)
    .where('cluster.valid_from', '<=', on)
    .where((eb) => eb.or([eb('cluster.valid_to', 'is', null), eb('cluster.valid_to', '>=', on)]))
    .execute()
  rows.sort((a, b) => compareVietnamese(a.name, b.name))
  const ids = rows.map((row) => row.id)
  const counts = await countMembers(tx, ids, on)
  const heads = new Map((await headsOf(tx, ids, Number(on.slice(0, 4)))).map((one) => [one.clusterId, one]))
  const clusters = (await clusterShapes(tx, rows)).map((shape): Listed => {
    const head = heads.get(shape.id)
    return { ...shape, members: counts.get(shape.id) ?? 0, head: head ? shownHead(head) : null }
  })
  const { actor } = tx
  const keeps =
    actor.kind === 'person' &&
    actingGrants(actor).some((grant) => grant.role === 'standing-office' || grant.role === 'administrator')
  return ok({ on, clusters, actions: keeps ? { create: { whyNot: null } } : {} })
}

type Page = {
  cluster: ClusterShape
  members: { unitId: string; name: string; from: string; to: string | null; alsoElsewhere: string | null }[]
  heads: Head[]
}

/** One cluster: who is and was in it, who led it year by year. A unit that has ended is there until its last day. */
export async function readCluster(tx: Tx, input: { id: string }): Promise<Result<Page>> {
  if (!(await findCluster(tx, input.id))) return refuse('not-found')
  const members = await membersOf(tx, input.id)
  const units = await unitsNamed(
    tx,
    members.map((one) => one.unitId),
  )
  const shown = members.map(({ unitId, from, to, alsoElsewhere }) => {
    const unit = units.get(unitId)
    return { unitId, name: unit?.name ?? '', from, to: earlier(to, unit?.to ?? null), alsoElsewhere }
  })
  shown.sort((a, b) => Number(a.to !== null) - Number(b.to !== null) || compareVietnamese(a.name, b.name))
  return ok({
    cluster: await getClusterShape(tx, input.id),
    members: shown,
    heads: (await headsOf(tx, [input.id])).map(shownHead),
  })
}

function earlier(a: PlainDate | null, b: PlainDate | null): PlainDate | null {
  if (a === null || b === null) return a ?? b
  if (a < b) return a
  return b
}

async function unitsNamed(tx: Tx, unitIds: readonly string[]) {
  if (unitIds.length === 0) return new Map<string, { name: string; to: PlainDate | null }>()
  const rows = await tx.db
    .selectFrom('unit')
    .select(['id', 'name', 'valid_to as to'])
    .where('id', 'in', [...unitIds])
    .execute()
  return new Map(rows.map((row) => [row.id, { name: row.name, to: row.to }]))
}

async function countMembers(tx: Tx, clusterIds: readonly string[], on: PlainDate): Promise<Map<string, number>> {
  if (clusterIds.length === 0) return new Map()
  const rows = await tx.db
    .selectFrom('cluster_member as m')
    .innerJoin('unit as u', 'u.id', 'm.unit_id')
    .select((eb) => ['m.cluster_id as id', eb.fn.countAll<number>().as('count')])
    .where('m.cluster_id', 'in', [...clusterIds])
    .where('m.valid_from', '<=', on)
    .where((eb) => eb.or([eb('m.valid_to', 'is', null), eb('m.valid_to', '>=', on)]))
    .where((eb) => eb.or([eb('u.valid_to', 'is', null), eb('u.valid_to', '>=', on)]))
    .groupBy('m.cluster_id')
    .execute()
  return new Map(rows.map((row) => [row.id, Number(row.count)]))
}

/** Heads of these clusters, newest year first; of one year when it is given. */
export async function headsOf(
  tx: Tx,
  clusterIds: readonly string[],
  year?: number,
): Promise<(Head & { clusterId: string })[]> {
  if (clusterIds.length === 0) return []
  let query = tx.db
    .selectFrom('cluster_head as h')
    .innerJoin('unit as u', 'u.id', 'h.head_unit_id')
    .leftJoin('unit as v', 'v.id', 'h.vice_unit_id')
    .select(['h.cluster_id as clusterId', 'h.year', 'h.head_unit_id as headUnitId', 'u.name as headName'])
    .select(['h.vice_unit_id as viceUnitId', 'v.name as viceName', 'h.basis'])
    .where('h.cluster_id', 'in', [...clusterIds])
  if (year !== undefined) query = query.where('h.year', '=', year)
  return query.orderBy('h.year', 'desc').execute()
}

function shownHead({ clusterId: _, ...head }: Head & { clusterId: string }): Head {
  return head
}
