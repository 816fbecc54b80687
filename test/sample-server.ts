import { implement } from '@orpc/server'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { ok, refuse } from '../src/kernel/result.ts'
import { operation } from '../src/platform/contract/operation.ts'
import type { RequestContext } from '../src/platform/http/context.ts'
import { createHttp, type HttpOptions } from '../src/platform/http/create-http.ts'
import { mountOperations } from '../src/platform/http/operations.ts'
import { answer } from '../src/platform/http/refusal-reply.ts'

/** Two operations to try the HTTP room with, apart from the product's own. */
export const sampleContract = {
  notes: {
    write: operation({
      method: 'POST',
      path: '/notes/{id}',
      summary: 'Ghi một ghi chú',
      tag: 'Ghi chú',
      access: 'anybody',
      refusals: ['too-many-requests'],
    })
      .input(z.object({ id: z.string(), title: z.string().min(1), lines: z.array(z.string().max(5)).optional() }))
      .output(z.object({ id: z.string(), title: z.string() })),
    list: operation({ method: 'GET', path: '/notes', summary: 'Danh sách ghi chú', tag: 'Ghi chú', access: 'anybody' })
      .input(z.object({ page: z.number().int().min(1).optional(), words: z.string().optional() }))
      .output(z.object({ page: z.number(), requestId: z.string(), reading: z.boolean() })),
    mine: operation({ method: 'GET', path: '/notes/mine', summary: 'Ghi chú của tôi', tag: 'Ghi chú' }).output(
      z.object({ accountId: z.string() }),
    ),
    long: operation({
      method: 'POST',
      path: '/long-notes',
      summary: 'Ghi một ghi chú dài',
      tag: 'Ghi chú',
      access: 'anybody',
      bodyLimit: 2_000_000,
    })
      .input(z.object({ text: z.string() }))
      .output(z.object({ length: z.number() })),
  },
}

const os = implement(sampleContract).$context<RequestContext>()

export const sampleRouter = os.router({
  notes: {
    write: os.notes.write.handler(({ input, context }) => {
      if (input.title === 'hỏng') throw new Error('secret detail of the fault')
      if (input.title === 'nhiều') return answer(refuse('too-many-requests'))
      context.responseHeaders.append('set-cookie', 'a=1; HttpOnly')
      context.responseHeaders.append('set-cookie', 'b=2; HttpOnly')
      return answer(ok({ id: input.id, title: input.title }))
    }),
    list: os.notes.list.handler(({ input, context }) => ({
      page: input.page ?? 1,
      requestId: context.requestId,
      reading: context.reading,
    })),
    mine: os.notes.mine.handler(({ context }) => ({ accountId: context.account?.accountId ?? '' })),
    long: os.notes.long.handler(({ input }) => ({ length: input.text.length })),
  },
})

/** The HTTP room with the sample operations in it; a cookie `session=<id>` is that account, signed in. */
export async function sampleServer(options: Partial<HttpOptions> = {}): Promise<FastifyInstance> {
  const app = await createHttp({ baseUrl: new URL('http://localhost:3000'), logLevel: 'silent', ...options })
  await mountOperations(app, {
    router: sampleRouter,
    contextOf: (base) => base,
    whoIs: async (headers) => {
      const id = /session=(\w+)/.exec(headers.get('cookie') ?? '')?.[1]
      return id === undefined ? undefined : { accountId: id, sessionId: `s-${id}` }
    },
  })
  return app
}
