import { z } from 'zod'
import { operation } from '../../platform/contract/operation.ts'
import { day, id, pageNumber } from '../../platform/contract/shapes.ts'
import { OBLIGATION_KINDS } from './domain/kind-words.ts'
import { obligationShape } from './obligation-contract.ts'

const tag = 'Sổ việc'

/** How what fell due turned out. What is waived, and what was not yet due when its thing closed, is not counted. */
export const OUTCOMES = ['on-time', 'done-late', 'not-done', 'running'] as const
export type Outcome = (typeof OUTCOMES)[number]

export const timelinessFilter = z.object({
  thingId: id.optional(),
  /** The unit and everything below it. */
  unitId: id.optional(),
  kind: z.enum(OBLIGATION_KINDS).optional(),
  /** The last day, with what was prolonged, lies between these. */
  from: day.optional(),
  to: day.optional(),
})
export type TimelinessFilter = z.infer<typeof timelinessFilter>

const timelinessRow = z.object({
  unitId: z.string().nullable(),
  unitName: z.string().nullable(),
  /** «2024-03»; null where it is not counted by month. */
  month: z.string().nullable(),
  onTime: z.number(),
  doneLate: z.number(),
  notDone: z.number(),
  running: z.number(),
  /** On time of all that fell due; null while nothing has. */
  share: z.number().nullable(),
})
export type TimelinessRow = z.infer<typeof timelinessRow>

export const timelinessContract = {
  timeliness: operation({
    method: 'GET',
    path: '/obligations/timeliness',
    tag,
    summary: 'Đúng hạn: đếm theo đơn vị, theo tháng hoặc cả hai',
  })
    .input(timelinessFilter.extend({ by: z.enum(['unit', 'month', 'unit-month']).default('unit') }))
    .output(z.object({ rows: z.array(timelinessRow) })),
  timelinessRows: operation({
    method: 'GET',
    path: '/obligations/timeliness/rows',
    tag,
    summary: 'Đúng hạn: từng việc đứng sau một con số',
  })
    .input(timelinessFilter.extend({ outcome: z.enum(OUTCOMES), page: pageNumber }))
    .output(z.object({ rows: z.array(obligationShape), total: z.number(), page: z.number(), pageSize: z.number() })),
}
