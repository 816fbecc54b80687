import type { Tx } from '../../platform/database/unit-of-work.ts'
import type { TaskPlan } from '../domain/task-plan.ts'
import { findCampaign } from './load-campaign.ts'
import { plannedTasks, unitsOfTasks } from './planned-tasks.ts'

/** A task of the plan: what it becomes, and for which units. */
export type GivenTask = { readonly factId: string; readonly becomes: TaskPlan['becomes']; readonly unitIds: string[] }

/** The tasks of a campaign's plan as its units were given them; none of a campaign that the actor may not see. */
export async function tasksGiven(tx: Tx, campaignId: string): Promise<GivenTask[]> {
  const loaded = await findCampaign(tx, campaignId)
  if (!loaded) return []
  const units = await unitsOfTasks(tx, campaignId)
  return (await plannedTasks(tx, loaded)).map(({ factId, plan }) => ({
    factId,
    becomes: plan.becomes,
    unitIds: units.get(factId) ?? [],
  }))
}
