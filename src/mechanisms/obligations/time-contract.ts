import { z } from 'zod'
import { operation } from '../../platform/contract/operation.ts'
import { actions, day, fileShape, id, line } from '../../platform/contract/shapes.ts'
import { obligationShape } from './obligation-contract.ts'

const tag = 'Việc phải làm'

/** More time, asked by the unit; granted or not by whoever it is owed to. */
export const requestShape = z.object({
  id: z.string(),
  obligationId: z.string(),
  wantedDay: z.string(),
  reason: z.string(),
  files: z.array(fileShape),
  askedByName: z.string(),
  askedAt: z.string(),
  state: z.enum(['open', 'granted', 'refused', 'withdrawn']),
  grantedDay: z.string().nullable(),
  answer: z.string().nullable(),
  decided: z
    .object({
      byName: z.string(),
      at: z.string(),
      /** Entered from paper: the day of the paper and its scan. */
      paper: z.object({ on: z.string(), scan: fileShape.nullable(), enteredByName: z.string() }).nullable(),
    })
    .nullable(),
  actions: actions(['withdraw', 'answer']),
})
export type RequestShape = z.infer<typeof requestShape>

const closedOnes = ['campaign-closed', 'assignment-closed', 'already-done', 'obligation-exempt'] as const

export const timeContract = {
  askMoreTime: operation({
    method: 'POST',
    path: '/obligations/{obligationId}/requests',
    tag,
    summary: 'Xin gia hạn một việc',
    refusals: [
      'not-yours-to-do',
      ...closedOnes,
      'request-open',
      'day-not-later',
      'file-not-found',
      'unit-ended',
      'id-taken',
    ],
  })
    .input(
      z.object({
        id,
        obligationId: id,
        wantedDay: day,
        reason: line(1000, 'lý do xin gia hạn'),
        fileIds: z.array(id).max(20).default([]),
      }),
    )
    .output(z.object({ request: requestShape })),
  withdrawRequest: operation({
    method: 'POST',
    path: '/extension-requests/{id}/withdraw',
    tag,
    summary: 'Rút đề nghị gia hạn',
    refusals: ['not-yours-to-do', ...closedOnes, 'request-decided'],
  })
    .input(z.object({ id }))
    .output(z.object({ request: requestShape })),
  answerRequest: operation({
    method: 'POST',
    path: '/extension-requests/{id}/answer',
    tag,
    summary: 'Cho gia hạn hoặc không; trên hệ thống hoặc ghi từ bản giấy',
    refusals: [
      'not-yours-to-do',
      ...closedOnes,
      'request-decided',
      'day-not-later',
      'day-in-future',
      'answer-required',
      'day-before-request',
      'file-not-found',
    ],
  })
    .input(
      z.object({
        id,
        outcome: z.enum(['granted', 'refused']),
        /** The day granted; it may be another than the one asked for. Nothing: the one asked for. */
        grantedDay: day.nullable().default(null),
        answer: z.string().trim().max(1000).default(''),
        paper: z
          .object({ byName: line(200, 'tên người quyết định'), on: day, scanFileId: id })
          .nullable()
          .default(null),
      }),
    )
    .output(z.object({ request: requestShape, obligation: obligationShape })),
  prolong: operation({
    method: 'POST',
    path: '/obligations/{id}/prolong',
    tag,
    summary: 'Gia hạn một việc, nêu lý do',
    refusals: ['not-yours-to-do', ...closedOnes, 'day-not-later', 'changed-meanwhile'],
  })
    .input(z.object({ id, version: z.int(), lastDay: day, reason: line(1000, 'lý do gia hạn') }))
    .output(z.object({ obligation: obligationShape })),
}
