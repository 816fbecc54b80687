import { z } from 'zod'
import { OBLIGATION_KINDS, obligationShape } from '../mechanisms/obligations/contract.ts'
import { operation } from '../platform/contract/operation.ts'
import { id, pageNumber, search } from '../platform/contract/shapes.ts'
import { UNIT_STATES } from './domain/unit-states.ts'

const tag = 'Phong trào'

const column = z.object({
  key: z.string(),
  kind: z.enum(OBLIGATION_KINDS),
  title: z.string(),
  occurrence: z.string().nullable(),
  lastDay: z.string(),
  /** The task of the plan it comes from. */
  factId: z.string().nullable(),
})
export type MatrixColumnShape = z.infer<typeof column>

const cell = z.object({
  key: z.string(),
  id: z.string(),
  kind: z.enum(OBLIGATION_KINDS),
  state: z.enum(['open', 'done', 'exempt']),
  daysLeft: z.number(),
  submissionState: obligationShape.shape.submissionState,
  closedOn: z.string().nullable(),
  pausedOn: z.string().nullable(),
  /** How many there are of the same, where two units that had both begun it have become one. */
  count: z.number(),
})
export type MatrixCellShape = z.infer<typeof cell>

const counts = z.object({ owed: z.number(), done: z.number(), late: z.number(), open: z.number() })

const row = counts.extend({
  unitId: z.string(),
  unitName: z.string(),
  /** Of what has fallen due: how much was there in time. */
  onTime: z.number(),
  due: z.number(),
  cells: z.array(cell),
})
export type TakeUpRow = z.infer<typeof row>

/** The units directly below, each with everything under it counted together. */
const branch = counts.extend({
  unitId: z.string(),
  unitName: z.string(),
  units: z.number(),
  received: z.number(),
  disseminated: z.number(),
})
export type TakeUpBranch = z.infer<typeof branch>

export const takeUpFilter = z.object({
  id,
  branchId: id.optional(),
  kind: z.enum(OBLIGATION_KINDS).optional(),
  factId: id.optional(),
  state: z.enum(UNIT_STATES).optional(),
  /** Only the units the actor looks after. */
  mine: z.boolean().optional(),
  q: search,
})
export type TakeUpFilter = z.infer<typeof takeUpFilter>

export const matrixContract = {
  takeUp: operation({
    method: 'GET',
    path: '/campaigns/{id}/take-up',
    tag,
    summary: 'Triển khai theo đơn vị: số đếm theo nhánh, bảng đơn vị và việc theo trang',
  })
    .input(takeUpFilter.extend({ page: pageNumber }))
    .output(
      z.object({
        today: z.string(),
        columns: z.array(column),
        /** From the unit that runs the campaign down to the branch that is open. */
        path: z.array(z.object({ unitId: z.string(), unitName: z.string() })),
        branches: z.array(branch),
        rows: z.array(row),
        total: z.number(),
        page: z.number(),
        pageSize: z.number(),
        /** How many of the units are looked after by whoever asks. */
        mine: z.number(),
        /** What is still owed of the rows, first due first, to be urged or settled; how many there are in all. */
        open: z.array(obligationShape),
        openTotal: z.number(),
        /** Duties of all these units, those waived too: what an export writes out. */
        duties: z.number(),
      }),
    ),
}
