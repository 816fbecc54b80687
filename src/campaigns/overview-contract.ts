import { z } from 'zod'
import { OBLIGATION_KINDS, obligationShape } from '../mechanisms/obligations/contract.ts'
import { operation } from '../platform/contract/operation.ts'
import { pageNumber } from '../platform/contract/shapes.ts'
import { campaignSummary } from './campaign-values.ts'
import { campaignChange } from './changes-contract.ts'
import { OVERVIEW_ROWS } from './domain/overview-words.ts'

const tag = 'Phong trào'

/** One thing that units owe by now or within a week, and how many of them have not sent it. */
const notSent = z.object({
  thingKind: z.enum(['campaign', 'assignment']),
  thingId: z.string(),
  thingTitle: z.string(),
  kind: z.enum(OBLIGATION_KINDS),
  title: z.string(),
  occurrence: z.string().nullable(),
  factId: z.string().nullable(),
  lastDay: z.string(),
  owed: z.number(),
  notSent: z.number(),
  late: z.number(),
})
export type NotSent = z.infer<typeof notSent>

const leads = ['not-yours-to-see'] as const

export const overviewContract = {
  overview: operation({
    method: 'GET',
    path: '/overview',
    tag,
    summary: 'Một trang cho người có thẩm quyền: đơn vị nào chưa gửi, việc gì quá hạn bao lâu, tuần qua có gì thay đổi',
    refusals: leads,
  })
    .input(z.object({}))
    .output(
      z.object({
        today: z.string(),
        campaigns: z.array(campaignSummary),
        waitingForMe: z.array(campaignSummary),
        counts: z.record(z.enum(OVERVIEW_ROWS), z.number()),
        /** Of what was done last week, how much in time. */
        doneInTime: z.number(),
        /** Late on this day a week ago. */
        lateBefore: z.number(),
        lateUnits: z.number(),
        longestLate: z.number(),
        notSent: z.array(notSent),
        /** Longest late first. */
        late: z.array(obligationShape),
        changes: z.array(campaignChange.extend({ campaignId: z.string(), campaignTitle: z.string() })),
        launched: z.array(z.object({ id: z.string(), title: z.string(), on: z.string(), units: z.number() })),
      }),
    ),
  overviewRows: operation({
    method: 'GET',
    path: '/overview/rows',
    tag,
    summary: 'Các việc đứng sau một con số của trang tổng quan',
    refusals: leads,
  })
    .input(z.object({ what: z.enum(OVERVIEW_ROWS), page: pageNumber }))
    .output(z.object({ rows: z.array(obligationShape), total: z.number(), page: z.number(), pageSize: z.number() })),
}
