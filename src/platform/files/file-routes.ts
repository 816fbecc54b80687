import type { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import type { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { isId } from '../../kernel/ids.ts'
import { type Refusal, type Result, refusal } from '../../kernel/result.ts'
import type { RequestContext } from '../http/context.ts'
import { sendRefusal } from '../http/refusal-reply.ts'
import type { ContentStore } from './content-store.ts'
import { fileKind, kindOfMediaType } from './file-kind.ts'
import { contentDisposition, tidyFileName } from './file-name.ts'

/** What may be brought: a report's evidence may be a film of scans. Whoever reads a file whole asks for less (`READ_LIMIT`). */
export const FILE_LIMIT = 200_000_000

/** A file that lies in the store and waits for its row. */
export type StoredFile = {
  readonly sha256: string
  readonly size: number
  readonly name: string
  readonly mediaType: string
}

export type FileRoutesOptions = {
  readonly store: ContentStore
  readonly contextOf: (request: FastifyRequest, reading: boolean) => Promise<RequestContext>
  /** Asked before a byte is read. */
  readonly mayUpload: (context: RequestContext) => Promise<Result<void>>
  /** Writes the file's row; gives its id. */
  readonly register: (context: RequestContext, file: StoredFile) => Promise<Result<{ id: string }>>
  /** The file when this person may see it; «not found» when not. */
  readonly mayRead: (context: RequestContext, id: string) => Promise<Result<StoredFile>>
  readonly limit?: number
}

/** How much of a refused upload is still swallowed, so that the browser comes to reading the answer. */
const LINGER_BYTES = 8_000_000
const LINGER_MS = 3_000

/** Answers an upload we do not read to its end, and cuts it off soon after. */
function refuseUpload(request: FastifyRequest, reply: FastifyReply, refused: Refusal): FastifyReply {
  request.raw.on('error', () => undefined)
  request.raw.resume()
  if (request.raw.socket instanceof Socket) cutOffSoon(request.raw, request.raw.socket)
  return sendRefusal(reply, refused)
}

/** Watches the connection itself: once the answer is out, Node takes every listener off the rest of the body. */
function cutOffSoon(raw: IncomingMessage, socket: Socket): void {
  const [since, already] = [performance.now(), socket.bytesRead]
  const watch = setInterval(() => {
    if (raw.complete || socket.destroyed) clearInterval(watch)
    else if (socket.bytesRead - already > LINGER_BYTES || performance.now() - since > LINGER_MS) socket.destroy()
  }, 20)
  watch.unref()
}

/** The bytes of a request, without taking the connection down when the reader stops early. */
async function* bytesOf(body: Readable | undefined): AsyncGenerator<Uint8Array> {
  if (body) yield* body.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>
}

/**
 * `POST /api/files?name=…` takes the bytes as its body, whatever content type they claim; `GET /api/files/:id` gives
 * them back to whom the application lets see them.
 */
export async function mountFiles(app: FastifyInstance, options: FileRoutesOptions): Promise<void> {
  const limit = options.limit ?? FILE_LIMIT
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload))
    scope.post<{ Querystring: { name?: unknown } }>('/api/files', async (request, reply) => {
      const context = await options.contextOf(request, false)
      const allowed = await options.mayUpload(context)
      if (!allowed.ok) return refuseUpload(request, reply, allowed.refusal)
      const tooLarge = refusal('file-too-large', { limit: Math.floor(limit / 1_000_000) })
      if (Number(request.headers['content-length']) > limit) return refuseUpload(request, reply, tooLarge)
      const name = typeof request.query.name === 'string' ? request.query.name : ''
      const stored = await take(options.store, request.body as Readable | undefined, limit, name)
      if (!stored.ok) return refuseUpload(request, reply, stored.refusal)
      const registered = await options.register(context, stored.value)
      if (!registered.ok) return sendRefusal(reply, registered.refusal)
      const { sha256: _unsaid, ...shown } = stored.value
      return reply
        .status(201)
        .header('cache-control', 'no-store')
        .send({ id: registered.value.id, ...shown })
    })
  })
  app.get<{ Params: { id: string }; Querystring: { download?: unknown } }>('/api/files/:id', async (request, reply) => {
    if (!isId(request.params.id)) return sendRefusal(reply, refusal('not-found'))
    const context = await options.contextOf(request, true)
    const found = await options.mayRead(context, request.params.id)
    if (!found.ok) return sendRefusal(reply, found.refusal)
    return await sendFile(request, reply, options.store, found.value)
  })
}

async function take(
  store: ContentStore,
  body: Readable | undefined,
  limit: number,
  name: string,
): Promise<Result<StoredFile>> {
  const received = await store.receive(bytesOf(body), limit)
  if (!received.ok) return received
  const { path, size, sha256, keep, drop } = received.value
  try {
    const kind = await fileKind(path, size, name)
    if (!kind.ok) return kind
    await keep()
    const { mediaType, extensions } = kind.value
    return { ok: true, value: { sha256, size, mediaType, name: tidyFileName(name, extensions) } }
  } finally {
    await drop()
  }
}

async function sendFile(
  request: FastifyRequest<{ Querystring: { download?: unknown } }>,
  reply: FastifyReply,
  store: ContentStore,
  file: StoredFile,
): Promise<FastifyReply> {
  const kind = kindOfMediaType(file.mediaType)
  const inline = kind.inline && request.query.download === undefined
  const etag = `"${file.sha256}"`
  reply.headers({
    'cache-control': 'private, no-cache',
    etag,
    'content-disposition': contentDisposition(inline ? 'inline' : 'attachment', file.name),
    // Nothing a file carries may run. A browser's own PDF reader does not start inside a sandbox, so a PDF goes without.
    'content-security-policy':
      kind.mediaType === 'application/pdf'
        ? "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'"
        : "default-src 'none'; sandbox; frame-ancestors 'self'",
    'x-frame-options': 'SAMEORIGIN',
  })
  if (request.headers['if-none-match'] === etag) return reply.status(304).send()
  reply.header('content-length', file.size).type(kind.mediaType)
  return reply.send(await store.open(file.sha256))
}
