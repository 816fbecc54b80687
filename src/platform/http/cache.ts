import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Html } from './html.ts'

/** How long an answer may be kept, and by whom. */
export const CACHE = {
  /** Belongs to one person, or changes at any moment. */
  never: 'no-store',
  /** Its name changes with its content. */
  forever: 'public, max-age=31536000, immutable',
  /** Anybody may keep it, and asks each time whether it is still so. */
  askFirst: 'public, no-cache',
} as const

export function etagOf(body: string | Buffer): string {
  return `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`
}

/** Sends a text that is the same for everybody; «not changed» when the asker has it already. */
export function sendCached(
  request: FastifyRequest,
  reply: FastifyReply,
  body: string,
  type: string,
  cacheControl: string = CACHE.askFirst,
): FastifyReply {
  const etag = etagOf(body)
  reply.headers({ etag, 'cache-control': cacheControl })
  // A compressed answer carries a weak mark: «W/"…"».
  const known = request.headers['if-none-match']?.split(/\s*,\s*/) ?? []
  if (known.some((one) => one.replace(/^W\//, '') === etag)) return reply.status(304).send()
  return reply.type(type).send(body)
}

/** Sends a page made on the server that is the same for everybody. */
export function sendPage(request: FastifyRequest, reply: FastifyReply, page: Html): FastifyReply {
  return sendCached(request, reply, page.text, 'text/html; charset=utf-8')
}
