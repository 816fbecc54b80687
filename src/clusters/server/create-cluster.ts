import { formatDate, plainDate } from '../../kernel/plain-date.ts'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import { tidyName } from '../../kernel/vietnamese-text.ts'
import { record } from '../../mechanisms/record/server/index.ts'
import { findUnit, lockOrganisation, whyNothingBegins } from '../../organisation/server/index.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { unitPath } from '../../platform/database/unit-tree.ts'
import type { ClusterShape } from '../contract.ts'
import type { ClusterKind } from '../domain/cluster.ts'
import { whyMayNotKeep } from '../domain/permissions.ts'
import { findCluster, getClusterShape, recorded } from './clusters.ts'
import { placeMembers } from './set-members.ts'

type NewCluster = {
  id: string
  kind: ClusterKind
  name: string
  level: ClusterShape['level']
  unitId: string
  from: string
  basis: string | null
  unitIds: string[]
  alsoElsewhere: string | null
}

/** A cluster with its first units. The same id with the same content again gives the one that is there. */
export async function createCluster(tx: Tx, input: NewCluster): Promise<Result<{ cluster: ClusterShape }>> {
  await lockOrganisation(tx)
  const unit = await findUnit(tx, input.unitId)
  if (!unit) return refuse('not-found')
  const may = whyMayNotKeep(tx.actor, await unitPath(tx, unit.id))
  if (may) return { ok: false, refusal: may }
  const name = tidyName(input.name)
  const there = await findCluster(tx, input.id)
  if (there) {
    const same =
      there.name === name && there.unitId === input.unitId && there.from === input.from && there.kind === input.kind
    return same ? ok({ cluster: await getClusterShape(tx, there.id) }) : refuse('id-taken')
  }
  const late = whyNothingBegins(unit, input.from, 'from')
  if (late) return { ok: false, refusal: late }
  const from = plainDate(input.from)
  await tx.db
    .insertInto('cluster')
    .values({
      id: input.id,
      kind: input.kind,
      name,
      level: input.level,
      unit_id: unit.id,
      valid_from: from,
      basis: tidyName(input.basis ?? '') || null,
      created_at: tx.now,
    })
    .execute()
  const cluster = await findCluster(tx, input.id)
  if (!cluster) throw new Error(`cluster ${input.id} is gone after it was made`)
  const placed = await placeMembers(tx, cluster, from, input.unitIds, input.alsoElsewhere)
  if (!placed.ok) return placed
  await record(tx, 'cluster.created', recorded(cluster), { unitId: unit.id, detail: { from: formatDate(from) } })
  return ok({ cluster: await getClusterShape(tx, cluster.id) })
}
