import type { PlainDate } from '../../kernel/plain-date.ts'
import type { NewObligation } from '../../mechanisms/obligations/server/index.ts'
import { actorName } from '../../mechanisms/record/server/index.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { hasEnded } from '../../platform/database/unit-tree.ts'
import type { LoadedCampaign } from './load-campaign.ts'
import { type PlannedTask, plannedTasks, unitsOfTasks } from './planned-tasks.ts'
import { type ChosenUnit, chosenUnits } from './prepare.ts'

/** What the units owe by the tasks of the plan: one obligation per unit and turn, with the plan's own words. Turns that are over are owed by nobody. */
export async function dutiesOfTasks(
  tx: Tx,
  loaded: LoadedCampaign,
  units: readonly ChosenUnit[],
): Promise<NewObligation[]> {
  return perUnit(tx, loaded, await plannedTasks(tx, loaded), units)
}

/** The turns that a later end of the campaign brings, for the units that have the task and go on. */
export async function turnsAfter(tx: Tx, loaded: LoadedCampaign, endsOn: PlainDate): Promise<NewObligation[]> {
  const before = new Map((await plannedTasks(tx, loaded)).map((task) => [task.factId, task.turns.length]))
  const tasks = (await plannedTasks(tx, loaded, { endsOn })).map((task) => ({
    ...task,
    ahead: task.ahead.filter((turn) => turn.no > (before.get(task.factId) ?? 0)),
  }))
  const units = await chosenUnits(tx, loaded.row.id, true)
  return perUnit(
    tx,
    loaded,
    tasks,
    units.filter((unit) => !hasEnded(unit.endedOn, tx.today)),
  )
}

async function perUnit(
  tx: Tx,
  loaded: LoadedCampaign,
  tasks: readonly PlannedTask[],
  units: readonly ChosenUnit[],
): Promise<NewObligation[]> {
  const given = await unitsOfTasks(tx, loaded.row.id)
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  return tasks.flatMap((task) =>
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
