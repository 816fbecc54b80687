import { ok, type Result, refuse } from '../../kernel/result.ts'
import { tidyName } from '../../kernel/vietnamese-text.ts'
import { record } from '../../mechanisms/record/server/index.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { inYear } from '../domain/cluster.ts'
import { membersOf, openCluster, recorded } from './clusters.ts'
import { type Head, headsOf } from './read-clusters.ts'

type NewHead = { id: string; year: number; headUnitId: string; viceUnitId: string | null; basis: string | null }

/** Which unit leads in a year, and which stands beside it: units that were in it that year. Entered anew it replaces what was there. */
export async function setHead(tx: Tx, input: NewHead): Promise<Result<{ head: Head }>> {
  const opened = await openCluster(tx, input.id)
  if (!opened.ok) return opened
  const cluster = opened.value
  const members = await membersOf(tx, cluster.id)
  const wanted = [input.headUnitId, ...(input.viceUnitId === null ? [] : [input.viceUnitId])]
  const rows = await tx.db.selectFrom('unit').select(['id', 'name']).where('id', 'in', wanted).execute()
  const names = new Map(rows.map((row) => [row.id, row.name]))
  for (const [index, unitId] of wanted.entries()) {
    const name = names.get(unitId)
    if (name === undefined) return refuse('not-found')
    const twice = index === 1 && unitId === input.headUnitId
    if (twice || !inYear(members, unitId, input.year)) {
      const field = index === 0 ? 'headUnitId' : 'viceUnitId'
      return twice
        ? refuse('cluster-head-twice', { unit: name }, { field })
        : refuse('not-in-cluster', { unit: name, year: input.year }, { field })
    }
  }
  const basis = tidyName(input.basis ?? '') || null
  const before = (await headsOf(tx, [cluster.id], input.year))[0]
  const same =
    before?.headUnitId === input.headUnitId && before.viceUnitId === input.viceUnitId && before.basis === basis
  if (!same) {
    const values = { head_unit_id: input.headUnitId, vice_unit_id: input.viceUnitId, basis }
    await tx.db
      .insertInto('cluster_head')
      .values({ cluster_id: cluster.id, year: input.year, ...values })
      .onConflict((conflict) => conflict.columns(['cluster_id', 'year']).doUpdateSet(values))
      .execute()
    const vice = input.viceUnitId === null ? 'chưa có cấp phó' : `cấp phó ${names.get(input.viceUnitId) ?? ''}`
    const detail = { head: names.get(input.headUnitId) ?? '', year: input.year, vice }
    await record(tx, 'cluster.head-set', recorded(cluster), { unitId: cluster.unitId, detail })
  }
  const [head] = await headsOf(tx, [cluster.id], input.year)
  if (!head) throw new Error(`cluster ${cluster.id} has no head of ${input.year} after it was set`)
  const { clusterId: _, ...shown } = head
  return ok({ head: shown })
}
