import { formatDate, plainDate } from '../../kernel/plain-date.ts'
import { type Result, refuse } from '../../kernel/result.ts'
import { record } from '../../mechanisms/record/server/index.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import type { CampaignHead, TaskPlanInput } from '../contract.ts'
import { problemOf, sameTaskPlan, type TaskPlan } from '../domain/task-plan.ts'
import { taskPlanWords } from '../domain/task-plan-words.ts'
import { contentChanged, officeCapacity, recorded } from './change.ts'
import { headAfter, openCampaign } from './load-campaign.ts'
import { type PlannedTask, plannedTasks } from './planned-tasks.ts'

/**
 * Sets what a task of the plan becomes for its units: something to do, a report or nothing; by when, how often, with proof or not. `null`
 * goes back to what is proposed. The authority agrees to it with the rest. Refuses days that are over and turns without an end.
 */
export async function planTask(
  tx: Tx,
  input: { id: string; factId: string; plan: TaskPlanInput | null },
): Promise<Result<{ campaign: CampaignHead }>> {
  const opened = await openCampaign(tx, input.id, 'review')
  if (!opened.ok) return opened
  const loaded = opened.value
  const ofTask = (task: PlannedTask) => task.factId === input.factId
  const before = (await plannedTasks(tx, loaded)).find(ofTask)
  if (!before) return refuse('not-found')
  const plan = input.plan === null ? null : toPlan(input.plan)
  const same = plan === null ? !before.chosen : before.chosen && sameTaskPlan(before.plan, plan)
  if (same) return headAfter(tx, input.id)

  const after = (await plannedTasks(tx, loaded, { instead: { factId: input.factId, plan } })).find(ofTask) ?? before
  const wrong = plan && whyWrongPlan(plan, after, loaded.row.ends_on)
  if (wrong) return wrong
  await tx.db
    .deleteFrom('campaign_task')
    .where('campaign_id', '=', input.id)
    .where('fact_id', '=', input.factId)
    .execute()
  if (plan !== null) await savePlan(tx, input.id, input.factId, plan)
  await contentChanged(tx, loaded, 'việc giao cho đơn vị đã được đặt lại')
  await record(tx, 'campaign.task-planned', recorded(loaded), {
    capacity: officeCapacity(tx, loaded),
    detail: { task: after.title, plan: taskPlanWords(after.plan) },
  })
  return headAfter(tx, input.id)
}

/** A plan without its day yet is kept as it is and asked for before the proposal; what can never come true is refused here. */
function whyWrongPlan(
  plan: TaskPlan,
  { turns, ahead }: PlannedTask,
  endsOn: PlannedTask['turns'][0]['lastDay'] | null,
) {
  switch (problemOf(plan, { turns: turns.length, ahead: ahead.length, endsOn })) {
    case undefined:
    case 'no-day':
      return undefined
    case 'over': {
      const day = plan.due === null ? '' : formatDate(plan.due.day)
      return refuse('due-in-past', { what: 'Hạn', day }, { field: 'plan.dueDay' })
    }
    case 'no-end':
      return refuse('task-without-end', {}, { field: 'plan.recurrence' })
    case 'no-periods':
      return refuse('task-without-periods', {}, { field: 'plan.recurrence' })
  }
}

async function savePlan(tx: Tx, campaignId: string, factId: string, plan: TaskPlan): Promise<void> {
  await tx.db
    .insertInto('campaign_task')
    .values({
      campaign_id: campaignId,
      fact_id: factId,
      becomes: plan.becomes,
      due_day: plan.due?.day ?? null,
      due_relation: plan.due?.relation ?? null,
      recurrence: plan.recurrence,
      day_rule: plan.dayRule,
      needs_proof: plan.needsProof,
    })
    .execute()
}

function toPlan({ becomes, dueDay, dueRelation, recurrence, dayRule, needsProof }: TaskPlanInput): TaskPlan {
  const due = dueDay === null ? null : { day: plainDate(dueDay), relation: dueRelation }
  return { becomes, due, recurrence, dayRule, needsProof }
}
