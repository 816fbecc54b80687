import { z } from 'zod'
import { OBLIGATION_KINDS, obligationShape } from '../mechanisms/obligations/contract.ts'
import { operation } from '../platform/contract/operation.ts'
import { day, fileShape, id, line, pageNumber } from '../platform/contract/shapes.ts'
import { head } from './campaign-values.ts'

const tag = 'Phong trào'

/** The paper by which a campaign is prolonged, paused, taken up again or closed. */
const changePaper = z.object({
  number: line(100, 'số, ký hiệu'),
  issuedOn: day,
  issuer: z.string().trim().max(300).nullable().default(null),
  fileId: id,
})
export type ChangePaper = z.output<typeof changePaper>

export const campaignChange = z.object({
  id: z.string(),
  kind: z.enum(['prolonged', 'paused', 'resumed', 'closed']),
  onDay: z.string(),
  reason: z.string(),
  /** What followed, in words: «Gia hạn 412 việc, kết thúc 31/03/2025». */
  words: z.string(),
  document: z
    .object({ number: z.string(), issuedOn: z.string(), issuer: z.string().nullable(), file: fileShape.nullable() })
    .nullable(),
  byName: z.string(),
  at: z.string(),
})
export type CampaignChange = z.infer<typeof campaignChange>

/** What is still open of one thing that units owe: the task and its turn, the receipt, the dissemination. */
const openGroup = z.object({
  key: z.string(),
  kind: z.enum(OBLIGATION_KINDS),
  title: z.string(),
  occurrence: z.string().nullable(),
  open: z.number(),
  late: z.number(),
  /** Between which last days; the same where all have one. */
  firstLastDay: z.string(),
  lastDay: z.string(),
})
export type OpenGroup = z.infer<typeof openGroup>

/** `changeId` is the client's: the second click finds the change made. */
const change = { id, changeId: id, reason: line(1000, 'lý do'), paper: changePaper }
const changing = ['not-yours-to-do', 'wrong-campaign-state', 'file-not-found', 'day-in-future', 'id-taken'] as const

const outcome = z.enum(['waived', 'left'])

export const changesContract = {
  openDuties: operation({
    method: 'GET',
    path: '/campaigns/{id}/open-duties',
    tag,
    summary: 'Việc các đơn vị còn nợ của một phong trào, gom theo việc; dòng của từng đơn vị theo trang',
    refusals: ['not-yours-to-see'],
  })
    .input(z.object({ id, key: z.string().max(200).optional(), page: pageNumber }))
    .output(
      z.object({
        groups: z.array(openGroup),
        total: z.number(),
        /** Of the group asked for. */
        rows: z.array(obligationShape),
        page: z.number(),
        pageSize: z.number(),
      }),
    ),
  prolong: operation({
    method: 'POST',
    path: '/campaigns/{id}/prolong',
    tag,
    summary: 'Gia hạn phong trào bằng văn bản: ngày kết thúc mới, hạn mới của việc còn nợ',
    refusals: [...changing, 'due-in-past', 'end-not-later', 'nothing-prolonged'],
  })
    .input(
      z.object({
        ...change,
        endsOn: day.nullable().default(null),
        groups: z
          .array(z.object({ key: z.string().max(200), lastDay: day }))
          .max(1000)
          .default([]),
        /** Only what these units owe; `null`: every unit. */
        unitIds: z.array(id).max(20_000).nullable().default(null),
      }),
    )
    .output(head.extend({ prolonged: z.number(), added: z.number() })),
  pause: operation({
    method: 'POST',
    path: '/campaigns/{id}/pause',
    tag,
    summary: 'Tạm dừng phong trào bằng văn bản: không nhắc, không tính quá hạn',
    refusals: changing,
  })
    .input(z.object(change))
    .output(head),
  resume: operation({
    method: 'POST',
    path: '/campaigns/{id}/resume',
    tag,
    summary: 'Tiếp tục phong trào bằng văn bản: hạn lùi đúng số ngày đã tạm dừng',
    refusals: changing,
  })
    .input(z.object(change))
    .output(head.extend({ days: z.number(), prolonged: z.number() })),
  close: operation({
    method: 'POST',
    path: '/campaigns/{id}/close',
    tag,
    summary: 'Kết thúc phong trào bằng văn bản: từng việc còn nợ được miễn hoặc để là chưa làm, kèm lý do',
    refusals: [...changing, 'changed-meanwhile', 'open-undecided'],
  })
    .input(
      z.object({
        ...change,
        /** How many were open on the page: when it is another number by now, nothing is decided. */
        open: z.int().min(0),
        groups: z
          .array(z.object({ key: z.string().max(200), outcome, reason: line(1000, 'lý do') }))
          .max(1000)
          .default([]),
        /** Single obligations decided otherwise than their group. */
        exceptions: z
          .array(z.object({ obligationId: id, outcome, reason: line(1000, 'lý do') }))
          .max(5000)
          .default([]),
      }),
    )
    .output(head.extend({ waived: z.number(), left: z.number() })),
}
