import { newId } from '../../kernel/ids.ts'
import { formatDate, type PlainDate, plainDate } from '../../kernel/plain-date.ts'
import { ok, type Refusal, type Result, refusal, refuse } from '../../kernel/result.ts'
import { cleanText } from '../../kernel/vietnamese-text.ts'
import { record } from '../../mechanisms/record/server/index.ts'
import { unitsOn } from '../../organisation/server/index.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import type { ClusterShape } from '../contract.ts'
import { changeMembers } from '../domain/cluster.ts'
import { type ClusterRow, getClusterShape, membersOf, openCluster, recorded } from './clusters.ts'

type Members = { id: string; version: number; from: string; unitIds: string[]; alsoElsewhere: string | null }

/** Who is in a cluster from a day on. The same list again changes nothing. */
export async function setMembers(tx: Tx, input: Members): Promise<Result<{ cluster: ClusterShape }>> {
  const opened = await openCluster(tx, input.id, input.version)
  if (!opened.ok) return opened
  const cluster = opened.value
  if (cluster.to !== null) return refuse('cluster-ended', { cluster: cluster.name, day: formatDate(cluster.to) })
  const from = plainDate(input.from)
  const placed = await placeMembers(tx, cluster, from, input.unitIds, input.alsoElsewhere)
  if (!placed.ok) return placed
  const { added, removed } = placed.value
  if (added + removed > 0) {
    await tx.db
      .updateTable('cluster')
      .set({ version: cluster.version + 1 })
      .where('id', '=', cluster.id)
      .execute()
    const detail = { from: formatDate(from), added, removed }
    await record(tx, 'cluster.members-set', recorded(cluster), { unitId: cluster.unitId, detail })
  }
  return ok({ cluster: await getClusterShape(tx, cluster.id) })
}

/**
 * Writes the list of a day. Refuses a unit that is not there on it, one that would leave before it came, and one that is in another
 * cluster of the same level, unless a reason is given why it is in both.
 */
export async function placeMembers(
  tx: Tx,
  cluster: ClusterRow,
  from: PlainDate,
  unitIds: readonly string[],
  reason: string | null,
): Promise<Result<{ added: number; removed: number }>> {
  if (from < cluster.from) {
    return refuse('day-before-start', { day: formatDate(from), start: formatDate(cluster.from) }, { field: 'from' })
  }
  const names = new Map((await unitsOn(tx, from)).map((unit) => [unit.id, unit.name]))
  const changed = changeMembers(await membersOf(tx, cluster.id), unitIds, from)
  if (!changed.ok) {
    const values = { day: formatDate(from), start: formatDate(changed.start) }
    return refuse('day-before-start', values, { field: 'from' })
  }
  const absent = changed.begun.find((unitId) => !names.has(unitId))
  if (absent !== undefined) return { ok: false, refusal: await notThere(tx, absent, from) }
  const why = cleanText(reason ?? '').trim() || null
  const elsewhere = await placesElsewhere(tx, cluster, changed.begun, from)
  const [clash] = elsewhere
  if (clash && why === null) {
    const values = { unit: names.get(clash.unitId) ?? '', cluster: clash.cluster, from: formatDate(clash.from) }
    return refuse('cluster-member-elsewhere', values, { field: 'unitIds', data: { unitId: clash.unitId } })
  }
  for (const one of changed.ended) {
    await tx.db.updateTable('cluster_member').set({ valid_to: one.to }).where('id', '=', one.id).execute()
  }
  const inBoth = new Set(elsewhere.map((one) => one.unitId))
  if (changed.begun.length > 0) {
    const rows = changed.begun.map((unitId) => ({
      id: newId(tx.now.getTime()),
      cluster_id: cluster.id,
      unit_id: unitId,
      valid_from: from,
      also_elsewhere: inBoth.has(unitId) ? why : null,
    }))
    await tx.db.insertInto('cluster_member').values(rows).execute()
  }
  return ok({ added: changed.begun.length, removed: changed.ended.length })
}

async function notThere(tx: Tx, unitId: string, day: PlainDate): Promise<Refusal> {
  const unit = await tx.db.selectFrom('unit').select('name').where('id', '=', unitId).executeTakeFirst()
  return unit ? refusal('unit-not-there', { unit: unit.name, day: formatDate(day) }) : refusal('not-found')
}

async function placesElsewhere(tx: Tx, cluster: ClusterRow, unitIds: readonly string[], from: PlainDate) {
  if (unitIds.length === 0) return []
  return tx.db
    .selectFrom('cluster_member as m')
    .innerJoin('cluster as c', 'c.id', 'm.cluster_id')
    .select(['m.unit_id as unitId', 'c.name as cluster', 'm.valid_from as from'])
    .where('m.unit_id', 'in', [...unitIds])
    .where('c.id', '<>', cluster.id)
    .where('c.level', '=', cluster.level)
    .where((eb) => eb.or([eb('m.valid_to', 'is', null), eb('m.valid_to', '>=', from)]))
    .orderBy('m.valid_from')
    .execute()
}
