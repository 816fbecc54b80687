import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { isId } from '../../kernel/ids.ts'
import { ok, type Result } from '../../kernel/result.ts'
import type { Tx, UnitOfWork } from '../../platform/database/unit-of-work.ts'
import { CACHE, sendPage } from '../../platform/http/cache.ts'
import type { Html } from '../../platform/http/html.ts'
import { mountAssets } from './assets.ts'
import { campaignPage } from './campaign-page.ts'
import { listPage } from './list-page.ts'
import { missingPage } from './missing-page.ts'
import { house, publicCampaign, publicList } from './portal-data.ts'

/**
 * The public pages: made on the server, no client code, read as the public. A browser may keep them and asks each time
 * whether they are still so, because a page may be taken down at any moment.
 */
export function portalPages(work: UnitOfWork): (app: FastifyInstance) => Promise<void> {
  return async (app) => {
    const style = await mountAssets(app)

    async function show<Data>(
      request: FastifyRequest,
      reply: FastifyReply,
      read: (tx: Tx) => Promise<Result<Data>>,
      page: (data: Data, style: string) => Html,
    ): Promise<FastifyReply> {
      const found = await work.read({ kind: 'public' }, read)
      return found.ok ? sendPage(request, reply, page(found.value, style)) : missing(reply)
    }

    async function missing(reply: FastifyReply): Promise<FastifyReply> {
      const around = await work.read({ kind: 'public' }, async (tx) => ok(await house(tx)))
      if (!around.ok) throw new Error(`the house could not be read: ${around.refusal.code}`)
      const page = missingPage(around.value, style)
      return reply.status(404).header('cache-control', CACHE.never).type('text/html; charset=utf-8').send(page.text)
    }

    app.get('/cong-khai', (request, reply) => show(request, reply, publicList, listPage))
    app.get<{ Params: { id: string } }>('/cong-khai/phong-trao/:id', (request, reply) => {
      const id = request.params.id.toLowerCase()
      return isId(id) ? show(request, reply, (tx) => publicCampaign(tx, id), campaignPage) : missing(reply)
    })
    app.get('/cong-khai/*', (_request, reply) => missing(reply))
  }
}
