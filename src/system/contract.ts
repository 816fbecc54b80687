import { z } from 'zod'
import { operation } from '../platform/contract/operation.ts'
import { actions, done, id, pageNumber } from '../platform/contract/shapes.ts'

const tag = 'Hệ thống'

const mailState = z.enum(['waiting', 'sending', 'sent', 'failed', 'stale'])

const outboxMail = z.object({
  id: z.string(),
  toName: z.string(),
  toAddress: z.string(),
  subject: z.string(),
  body: z.string(),
  createdAt: z.string(),
  state: mailState,
  attempts: z.number(),
  lastError: z.string().nullable(),
  sentAt: z.string().nullable(),
  nextTryAt: z.string().nullable(),
  /** It waits for working hours until then. */
  notBefore: z.string().nullable(),
  /** The server died between handing it in and noting it: it may have arrived twice. */
  maybeTwice: z.boolean(),
  /** Of the page it leads to; null where there is none, or where it is its addressee's alone. */
  linkPath: z.string().nullable(),
  secret: z.boolean(),
  actions: actions(['send-again']),
})
export type OutboxMail = z.infer<typeof outboxMail>

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
  jobs: operation({
    method: 'GET',
    path: '/system/jobs',
    tag,
    summary: 'Việc nền: đang chờ, đang chạy, không xong',
    refusals: ['not-yours-to-see'],
  })
    .input(z.object({}))
    .output(
      z.object({
        waiting: z.number(),
        running: z.number(),
        failed: z.array(
          z.object({
            id: z.string(),
            words: z.string(),
            failedAt: z.string(),
            reason: z.string().nullable(),
            actions: actions(['retry']),
          }),
        ),
      }),
    ),
  retryJob: operation({
    method: 'POST',
    path: '/system/jobs/{id}/retry',
    tag,
    summary: 'Cho chạy lại một việc nền không xong',
    refusals: ['not-yours-to-do'],
  })
    .input(z.object({ id }))
    .output(done),
  outbox: operation({
    method: 'GET',
    path: '/system/outbox',
    tag,
    summary: 'Thư gửi đi: đang chờ, đã gửi, không gửi được',
    refusals: ['not-yours-to-see'],
  })
    .input(z.object({ page: pageNumber, state: mailState.optional() }))
    .output(
      z.object({
        mails: z.array(outboxMail),
        /** A mail server is set up. */
        mailsGoOut: z.boolean(),
        total: z.number(),
        page: z.number(),
        pageSize: z.number(),
      }),
    ),
  resendMail: operation({
    method: 'POST',
    path: '/system/outbox/{id}/send-again',
    tag,
    summary: 'Gửi lại một thư không gửi được',
    refusals: ['not-yours-to-do', 'mail-not-failed', 'mail-link-gone'],
  })
    .input(z.object({ id }))
    .output(done),
}
