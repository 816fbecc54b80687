import { addDays, type PlainDate, parsePlainDate } from '../../kernel/plain-date.ts'
import { factsOf } from '../../mechanisms/documents/server/index.ts'
import { specialDaysFrom } from '../../platform/database/special-days.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { type PlanFact, planOf } from '../domain/plan.ts'
import { type DueFrom, proposedFor, type TaskPlan, tasksOf, taskTitle, wordsOf } from '../domain/task-plan.ts'
import { type Turn, type TurnPeriod, turnsOf } from '../domain/turns.ts'
import type { LoadedCampaign } from './load-campaign.ts'

/** A task of the plan as it would be given: what was chosen for it, or as long as nothing was, what is proposed. */
export type PlannedTask = {
  factId: string
  title: string
  words: string
  plan: TaskPlan
  dueFrom: DueFrom
  chosen: boolean
  /** Every turn until the campaign's end; `ahead` those that are not over today. */
  turns: Turn[]
  ahead: Turn[]
}

/** Looked back this far for days off, so that a day moved back over a long holiday finds its working day. */
const DAYS_BACK = 31

/**
 * What each task of the plan becomes, in the order of the paper. `endsOn`: counted until another end than the campaign's; `instead`: as if
 * this were chosen for that task, or nothing any more.
 */
export async function plannedTasks(
  tx: Tx,
  { row }: LoadedCampaign,
  {
    endsOn = row.ends_on,
    instead,
  }: { endsOn?: PlainDate | null; instead?: { factId: string; plan: TaskPlan | null } } = {},
): Promise<PlannedTask[]> {
  const facts = await factsOf(tx, row.document_id, false)
  const tasks = tasksOf(facts)
  if (tasks.length === 0) return []
  const chosen = await chosenPlans(tx, row.id)
  if (instead?.plan === null) chosen.delete(instead.factId)
  else if (instead) chosen.set(instead.factId, instead.plan)
  const special = await specialDaysFrom(tx, addDays(row.launched_on ?? tx.today, -DAYS_BACK))
  const periods = periodsOf(facts)
  return tasks.map((task) => {
    const own = chosen.get(task.id)
    const { dueFrom, ...proposed } = proposedFor(task, facts, endsOn)
    const plan = own ?? proposed
    const turns = turnsOf(plan, { periods, endsOn, special })
    return {
      factId: task.id,
      title: taskTitle(wordsOf(task)),
      words: wordsOf(task),
      plan,
      dueFrom: own ? null : dueFrom,
      chosen: own !== undefined,
      turns,
      ahead: turns.filter((turn) => turn.lastDay >= tx.today),
    }
  })
}

/** The units of each task, by the task's fact. */
export async function unitsOfTasks(tx: Tx, campaignId: string): Promise<Map<string, string[]>> {
  const rows = await tx.db
    .selectFrom('campaign_task_unit')
    .select(['fact_id', 'unit_id'])
    .where('campaign_id', '=', campaignId)
    .execute()
  const byFact = new Map<string, string[]>()
  for (const row of rows) {
    const units = byFact.get(row.fact_id)
    if (units) units.push(row.unit_id)
    else byFact.set(row.fact_id, [row.unit_id])
  }
  return byFact
}

async function chosenPlans(tx: Tx, campaignId: string): Promise<Map<string, TaskPlan>> {
  const rows = await tx.db.selectFrom('campaign_task').selectAll().where('campaign_id', '=', campaignId).execute()
  return new Map(
    rows.map((row) => [
      row.fact_id,
      {
        becomes: row.becomes,
        due:
          row.due_day === null || row.due_relation === null ? null : { day: row.due_day, relation: row.due_relation },
        recurrence: row.recurrence,
        dayRule: row.day_rule,
        needsProof: row.needs_proof,
      },
    ]),
  )
}

function periodsOf(facts: readonly PlanFact[]): TurnPeriod[] {
  const byId = new Map(facts.map((fact) => [fact.id, fact]))
  return planOf(facts).periods.map(({ id, name, from, to }) => {
    const { reviewDeadline, relation } = byId.get(id)?.value ?? {}
    const day = typeof reviewDeadline === 'string' ? parsePlainDate(reviewDeadline) : undefined
    return { name, from, to, review: day ? { day, relation: relation === 'before' ? 'before' : 'by' } : null }
  })
}
