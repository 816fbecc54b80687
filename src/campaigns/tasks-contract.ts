import { z } from 'zod'
import { operation } from '../platform/contract/operation.ts'
import { day, id, pageNumber } from '../platform/contract/shapes.ts'
import { head } from './campaign-values.ts'
import { BECOMES, DAY_RULES, RECURRENCES } from './domain/task-plan.ts'

const tag = 'Phong trào'

export const taskUnits = z.array(z.object({ factId: z.string(), unitIds: z.array(z.string()) }))

/** What a task of the plan becomes for each of its units. */
const taskPlan = z.object({
  becomes: z.enum(BECOMES),
  dueDay: day.nullable(),
  dueRelation: z.enum(['before', 'by']).default('by'),
  recurrence: z.enum(RECURRENCES),
  dayRule: z.enum(DAY_RULES),
  needsProof: z.boolean(),
})
export type TaskPlanInput = z.output<typeof taskPlan>

export const taskPlanShape = z.object({
  factId: z.string(),
  becomes: z.enum(BECOMES),
  dueDay: z.string().nullable(),
  dueRelation: z.enum(['before', 'by']),
  recurrence: z.enum(RECURRENCES),
  dayRule: z.enum(DAY_RULES),
  needsProof: z.boolean(),
  /** Nobody has chosen yet: this is proposed, and where its day comes from. */
  chosen: z.boolean(),
  dueFrom: z.enum(['task', 'deadline', 'period', 'campaign-end']).nullable(),
  /** The turns that are not over, with their days by the rule chosen. */
  turns: z.array(z.object({ lastDay: z.string(), words: z.string() })),
  problem: z.enum(['no-day', 'no-end', 'no-periods', 'over']).nullable(),
})
export type TaskPlanShape = z.infer<typeof taskPlanShape>

/** How far a task has come with the units that owe it, as far as the actor sees. */
export const taskProgress = z.object({
  factId: z.string(),
  kind: z.enum(['task', 'report']),
  units: z.number(),
  owed: z.number(),
  done: z.number(),
  late: z.number(),
})
export type TaskProgress = z.infer<typeof taskProgress>

/** What the launch will write, counted before anybody is asked. */
const dutiesPreview = z.object({
  total: z.number(),
  days: z.array(z.object({ lastDay: z.string(), title: z.string(), words: z.string(), units: z.number() })),
  units: z.array(z.object({ unitId: z.string(), unitName: z.string(), count: z.number() })),
  unitCount: z.number(),
  page: z.number(),
  pageSize: z.number(),
  /** Years among these days whose days off nobody has confirmed. */
  unconfirmedYears: z.array(z.number()),
})
export type DutiesPreview = z.infer<typeof dutiesPreview>

export const tasksContract = {
  matchTask: operation({
    method: 'PUT',
    path: '/campaigns/{id}/tasks/{factId}',
    tag,
    summary: 'Gắn một nhiệm vụ của kế hoạch với đơn vị',
    refusals: ['not-yours-to-do', 'wrong-campaign-state', 'unit-ended', 'unit-elsewhere'],
  })
    .input(z.object({ id, factId: id, unitIds: z.array(id).max(20_000) }))
    .output(head),
  planTask: operation({
    method: 'PUT',
    path: '/campaigns/{id}/tasks/{factId}/plan',
    tag,
    summary: 'Đặt một nhiệm vụ của kế hoạch thành việc phải làm, báo cáo hay không giao; hạn, nhịp lặp, minh chứng',
    refusals: ['not-yours-to-do', 'wrong-campaign-state', 'due-in-past', 'task-without-end', 'task-without-periods'],
  })
    /** `null`: as proposed. */
    .input(z.object({ id, factId: id, plan: taskPlan.nullable() }))
    .output(head),
  previewDuties: operation({
    method: 'GET',
    path: '/campaigns/{id}/duties',
    tag,
    summary: 'Xem trước việc sẽ giao khi phát động: bao nhiêu việc, theo ngày và theo đơn vị',
  })
    .input(z.object({ id, page: pageNumber }))
    .output(dutiesPreview),
}
