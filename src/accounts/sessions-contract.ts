import { z } from 'zod'
import { operation } from '../platform/contract/operation.ts'
import { done, id } from '../platform/contract/shapes.ts'
import { MOST_NOTICES } from './domain/notice-sentences.ts'

const tag = 'Tài khoản'

/** Open sessions, and what an account is told of. */
export const sessionsContract = {
  sessions: operation({ method: 'GET', path: '/my-sessions', tag, summary: 'Các phiên đang mở của mình' })
    .input(z.object({}))
    .output(
      z.object({
        sessions: z.array(
          z.object({
            id: z.string(),
            device: z.string(),
            ip: z.string().nullable(),
            begunAt: z.string(),
            usedAt: z.string(),
            here: z.boolean(),
          }),
        ),
      }),
    ),
  endSession: operation({ method: 'POST', path: '/my-sessions/{id}/end', tag, summary: 'Đóng một phiên của mình' })
    .input(z.object({ id: z.string().min(1).max(64) }))
    .output(done),
  endOtherSessions: operation({
    method: 'POST',
    path: '/my-sessions/end-others',
    tag,
    summary: 'Đóng mọi phiên của mình trừ phiên này',
  })
    .input(z.object({}))
    .output(z.object({ ended: z.number() })),
  endSessionsOf: operation({
    method: 'POST',
    path: '/accounts/{id}/sessions/end',
    tag,
    summary: 'Đóng mọi phiên của một tài khoản',
    refusals: ['not-yours-to-do'],
  })
    .input(z.object({ id }))
    .output(z.object({ ended: z.number() })),
  dismissNotices: operation({
    method: 'POST',
    path: '/my-notices/read',
    tag,
    summary: 'Đã đọc các lời báo này về tài khoản của mình',
  })
    .input(z.object({ ids: z.array(id).min(1).max(MOST_NOTICES) }))
    .output(done),
}
