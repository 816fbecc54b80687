import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/unit-of-work.ts'
import { unitPaths } from '../../../platform/database/unit-tree.ts'
import type { TakeUpBranch } from '../../contract.ts'
import type { LoadedCampaign } from '../load-campaign.ts'
import type { UnitOwing } from './units-owing.ts'

type Place = { id: string; branchId: string; branchName: string }

/**
 * The units directly below one, each with all that owe something under it counted together; empty where nothing lies deeper, so that the
 * units themselves say it all.
 */
export async function branchesBelow(tx: Tx, unitId: string, units: readonly UnitOwing[]): Promise<TakeUpBranch[]> {
  const { rows: places } = await sql<Place>`
    with recursive below as (
      select u.id, u.id as branch_id, u.name as branch_name, u.order_no from app.unit u where u.parent_id = ${unitId}
      union all
      select u.id, b.branch_id, b.branch_name, b.order_no from below b join app.unit u on u.parent_id = b.id
    ) select id, branch_id as "branchId", branch_name as "branchName" from below order by order_no, branch_name`.execute(
    tx.db,
  )
  const owing = new Map(units.map((unit) => [unit.unitId, unit]))
  const branches = new Map<string, TakeUpBranch>()
  for (const { id, branchId, branchName } of places) {
    const unit = owing.get(id)
    if (!unit) continue
    const branch = branches.get(branchId) ?? { ...NOTHING, unitId: branchId, unitName: branchName }
    branches.set(branchId, added(branch, unit))
  }
  return [...branches.values()].every((branch) => branch.units <= 1) ? [] : [...branches.values()]
}

const NOTHING = { owed: 0, done: 0, late: 0, open: 0, units: 0, received: 0, disseminated: 0 }

function added(branch: TakeUpBranch, unit: UnitOwing): TakeUpBranch {
  return {
    ...branch,
    units: branch.units + 1,
    owed: branch.owed + unit.owed,
    done: branch.done + unit.done,
    late: branch.late + unit.late,
    open: branch.open + unit.open,
    received: branch.received + (unit.received > 0 ? 1 : 0),
    disseminated: branch.disseminated + (unit.disseminated > 0 ? 1 : 0),
  }
}

/** From the unit that runs the campaign down to the branch that is open; only the host while none is. */
export async function pathTo(
  tx: Tx,
  { row, hostUnitName }: LoadedCampaign,
  branchId: string | undefined,
): Promise<{ unitId: string; unitName: string }[]> {
  const host = { unitId: row.unit_id, unitName: hostUnitName }
  if (branchId === undefined || branchId === row.unit_id) return [host]
  const up = (await unitPaths(tx, [branchId])).get(branchId) ?? []
  const at = up.indexOf(row.unit_id)
  const between = (at === -1 ? up.slice(0, 1) : up.slice(0, at)).toReversed()
  const names = await tx.db.selectFrom('unit').select(['id', 'name']).where('id', 'in', between).execute()
  const nameOf = new Map(names.map((unit) => [unit.id, unit.name]))
  return [host, ...between.map((unitId) => ({ unitId, unitName: nameOf.get(unitId) ?? '' }))]
}
