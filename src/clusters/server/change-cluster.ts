import { formatDate, plainDate } from '../../kernel/plain-date.ts'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import { tidyName } from '../../kernel/vietnamese-text.ts'
import { record } from '../../mechanisms/record/server/index.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import type { ClusterShape } from '../contract.ts'
import { getClusterShape, membersOf, openCluster, recorded } from './clusters.ts'

type Changed = Promise<Result<{ cluster: ClusterShape }>>

/** Its name and what it rests on. */
export async function changeCluster(
  tx: Tx,
  input: { id: string; version: number; name: string; basis: string | null },
): Changed {
  const opened = await openCluster(tx, input.id, input.version)
  if (!opened.ok) return opened
  const cluster = opened.value
  const name = tidyName(input.name)
  const basis = tidyName(input.basis ?? '') || null
  if (cluster.name !== name || cluster.basis !== basis) {
    await tx.db
      .updateTable('cluster')
      .set({ name, basis, version: cluster.version + 1 })
      .where('id', '=', cluster.id)
      .execute()
    await record(tx, 'cluster.changed', recorded({ ...cluster, name }), { unitId: cluster.unitId })
  }
  return ok({ cluster: await getClusterShape(tx, cluster.id) })
}

/** Ends a cluster; whoever is in it then was there until its last day. */
export async function endCluster(tx: Tx, input: { id: string; lastDay: string }): Changed {
  const opened = await openCluster(tx, input.id)
  if (!opened.ok) return opened
  const cluster = opened.value
  const lastDay = plainDate(input.lastDay)
  if (cluster.to !== null) {
    return cluster.to === lastDay
      ? ok({ cluster: await getClusterShape(tx, cluster.id) })
      : refuse('cluster-ended', { cluster: cluster.name, day: formatDate(cluster.to) })
  }
  const members = await membersOf(tx, cluster.id)
  const start = [cluster.from, ...members.map((one) => one.from)].toSorted().at(-1) ?? cluster.from
  if (lastDay < start) {
    return refuse('day-before-start', { day: formatDate(lastDay), start: formatDate(start) }, { field: 'lastDay' })
  }
  await tx.db
    .updateTable('cluster')
    .set({ valid_to: lastDay, version: cluster.version + 1 })
    .where('id', '=', cluster.id)
    .execute()
  await tx.db
    .updateTable('cluster_member')
    .set({ valid_to: lastDay })
    .where('cluster_id', '=', cluster.id)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', lastDay)]))
    .execute()
  const detail = { lastDay: formatDate(lastDay) }
  await record(tx, 'cluster.ended', recorded(cluster), { unitId: cluster.unitId, detail })
  return ok({ cluster: await getClusterShape(tx, cluster.id) })
}
