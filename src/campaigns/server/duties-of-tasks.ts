import type { NewObligation } from '../../mechanisms/obligations/server/index.ts'
import { actorName } from '../../mechanisms/record/server/index.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import type { LoadedCampaign } from './load-campaign.ts'
import { type PlannedTask, plannedTasks, unitsOfTasks } from './planned-tasks.ts'
import type { ChosenUnit } from './prepare.ts'

/** What the units owe by the tasks of the plan: one obligation per unit and turn, with the plan's own words. Turns that are over are owed by nobody. */
export async function dutiesOfTasks(
  tx: Tx,
  loaded: LoadedCampaign,
  units: readonly ChosenUnit[],
): Promise<NewObligation[]> {
  const given = await unitsOfTasks(tx, loaded.row.id)
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  return (await plannedTasks(tx, loaded)).flatMap((task) =>
    (given.get(task.factId) ?? []).flatMap((unitId) => {
      const unit = byId.get(unitId)
      return unit ? dutiesOf(tx, loaded, task, unit) : []
    }),
  )
}

function dutiesOf(tx: Tx, { row }: LoadedCampaign, task: PlannedTask, unit: ChosenUnit): NewObligation[] {
  const { becomes, needsProof } = task.plan
  if (becomes === 'none') return []
  return task.ahead.map((turn) => ({
    kind: becomes,
    thing: { kind: 'campaign', id: row.id },
    unit,
    owedToUnitId: row.unit_id,
    title: task.title,
    words: task.words,
    deadline: turn.deadline,
    sourceKey: `task:${task.factId}:${turn.no}`,
    taskFactId: task.factId,
    ...(turn.occurrence === null ? {} : { occurrence: turn.occurrence }),
    needsProof,
    givenByName: actorName(tx.actor),
  }))
}
