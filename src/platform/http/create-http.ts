import type { Socket } from 'node:net'
import { constants } from 'node:zlib'
import compress from '@fastify/compress'
import fastify, { type FastifyInstance, type FastifyReply, LogController } from 'fastify'
import { newId } from '../../kernel/ids.ts'
import type { RefusalCode } from '../../kernel/refusals.ts'
import { refusalSentence } from '../../kernel/refusals.ts'
import { refusal } from '../../kernel/result.ts'
import { mountHealth, type ReadinessCheck } from './health.ts'
import { acceptJsonOnly } from './json-body.ts'
import { type LogLevel, logOptions } from './logger.ts'
import { OPERATION_BODY_LIMIT } from './operations.ts'
import { faultRefusal, sendRefusal } from './refusal-reply.ts'
import { isOurHost, mayChange } from './same-origin.ts'
import { setSecurityHeaders } from './security-headers.ts'
import { speakVietnamese } from './vietnamese-issues.ts'

export type HttpOptions = {
  /** The address people type. `https:` switches on HSTS and secure cookies. */
  readonly baseUrl: URL
  /** Who may say `X-Forwarded-For`: addresses or networks of the proxy in front; nobody when it is empty. */
  readonly trustedProxies?: readonly string[]
  readonly tls?: { readonly cert: string | Buffer; readonly key: string | Buffer }
  readonly logLevel?: LogLevel
  readonly readiness?: readonly ReadinessCheck[]
}

/** How long a request may take to arrive: evidence of 200 MB on a line of 3 Mbit/s. */
const REQUEST_TIMEOUT_MS = 600_000
const HEADERS_TIMEOUT_MS = 20_000
const KEEP_ALIVE_MS = 65_000

const REFUSAL_OF_STATUS: Record<number, RefusalCode> = {
  404: 'not-found',
  408: 'request-timed-out',
  413: 'body-too-large',
  415: 'unsupported-content',
  429: 'too-many-requests',
  503: 'shutting-down',
}

/** What a client did wrong before any handler ran, in our words; `undefined` when it was our fault. */
function refusalOfStatus(status: number | undefined) {
  if (status === undefined) return undefined
  const code = REFUSAL_OF_STATUS[status] ?? (status >= 400 && status < 500 ? 'malformed-request' : undefined)
  return code && refusal(code)
}

/** Bytes that are not HTTP at all: there is no request yet, so the answer is written by hand. */
function refuseSocket(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const status = error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : error.code === 'HPE_HEADER_OVERFLOW' ? 431 : 400
  const code = status === 408 ? 'request-timed-out' : 'malformed-request'
  const body = JSON.stringify({ defined: true, code, status, message: refusalSentence(code) })
  socket.end(
    `HTTP/1.1 ${status} Refused\r\ncontent-type: application/json; charset=utf-8\r\ncache-control: no-store\r\n` +
      `content-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
  )
}

function answerFault(reply: FastifyReply, fault: unknown): FastifyReply {
  const status = (fault as { statusCode?: number }).statusCode
  return sendRefusal(reply, refusalOfStatus(status) ?? faultRefusal(reply.request.log, fault))
}

/**
 * The HTTP room: everything a request meets before it reaches a route of ours, and everything that leaves on its way
 * out. Routes are added by the caller; nothing listens yet.
 */
export async function createHttp(options: HttpOptions): Promise<FastifyInstance> {
  speakVietnamese()
  const https = options.baseUrl.protocol === 'https:'
  const app = fastify({
    ...(options.tls ? { https: { ...options.tls } } : {}),
    logger: logOptions(options.logLevel ?? 'info'),
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    genReqId: () => newId(),
    requestIdHeader: false,
    trustProxy: options.trustedProxies?.length ? [...options.trustedProxies] : false,
    bodyLimit: OPERATION_BODY_LIMIT,
    requestTimeout: REQUEST_TIMEOUT_MS,
    keepAliveTimeout: KEEP_ALIVE_MS,
    connectionTimeout: REQUEST_TIMEOUT_MS,
    forceCloseConnections: 'idle',
    return503OnClosing: true,
    exposeHeadRoutes: true,
    routerOptions: { maxParamLength: 300 },
    clientErrorHandler: refuseSocket,
    frameworkErrors: (_error, request, reply) => {
      setSecurityHeaders(reply as unknown as FastifyReply, { https })
      sendRefusal(
        reply as unknown as FastifyReply,
        refusal(request.url.length > 8000 ? 'malformed-request' : 'not-found'),
      )
    },
  }) as FastifyInstance
  app.server.headersTimeout = HEADERS_TIMEOUT_MS

  app.decorateReply('cspNonce', '')
  acceptJsonOnly(app)
  app.addHook('onRequest', async (request, reply) => {
    setSecurityHeaders(reply, { https })
    if (request.url.startsWith('/health/')) return
    if (!isOurHost(request.headers.host, options.baseUrl)) return sendRefusal(reply, refusal('wrong-host'))
    if (!mayChange(request.method, request.headers, options.baseUrl)) return sendRefusal(reply, refusal('foreign-page'))
  })
  app.addHook('onResponse', async (request, reply) => {
    const [path] = request.url.split('?', 1)
    const facts = { method: request.method, path, status: reply.statusCode, ms: Math.round(reply.elapsedTime) }
    if (path?.startsWith('/health/') && reply.statusCode < 400) request.log.debug(facts, 'request')
    else request.log.info(facts, 'request')
  })
  app.setErrorHandler((fault, _request, reply) => answerFault(reply, fault))
  app.setNotFoundHandler((_request, reply) => sendRefusal(reply, refusal('not-found')))

  await app.register(compress, {
    threshold: 1024,
    encodings: ['br', 'gzip'],
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
  })
  mountHealth(app, options.readiness ?? [])
  return app
}

/** Stops taking requests, lets those under way end, and cuts what is still open after `graceMs`. */
export async function closeGracefully(app: FastifyInstance, graceMs = 10_000): Promise<void> {
  const cut = setTimeout(() => app.server.closeAllConnections(), graceMs)
  try {
    await app.close()
  } finally {
    clearTimeout(cut)
  }
}
