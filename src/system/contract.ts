import { z } from 'zod'
import { operation } from '../platform/contract/operation.ts'
import { pageNumber } from '../platform/contract/shapes.ts'

const tag = 'Hệ thống'

export const systemContract = {
  health: operation({
    method: 'GET',
    path: '/system/health',
    tag,
    summary: 'Tình trạng hệ thống',
    refusals: ['not-yours-to-see'],
  })
    .input(z.object({}))
    .output(
      z.object({
        checks: z.array(z.object({ name: z.string(), state: z.enum(['good', 'look', 'bad']), detail: z.string() })),
        startedAt: z.string(),
        version: z.string(),
      }),
    ),
  outbox: operation({
    method: 'GET',
    path: '/system/outbox',
    tag,
    summary: 'Thư chờ gửi',
    refusals: ['not-yours-to-see'],
  })
    .input(z.object({ page: pageNumber }))
    .output(
      z.object({
        mails: z.array(
          z.object({
            id: z.string(),
            toName: z.string(),
            toAddress: z.string(),
            subject: z.string(),
            body: z.string(),
            createdAt: z.string(),
          }),
        ),
        total: z.number(),
        page: z.number(),
        pageSize: z.number(),
      }),
    ),
}
