import { type AnyContractRouter, fallbackContractConfig, ValidationError } from '@orpc/contract'
import { SmartCoercionPlugin } from '@orpc/json-schema'
import { OpenAPIHandler } from '@orpc/openapi/fastify'
import {
  type AnyRouter,
  ORPCError,
  type ProcedureClientInterceptorOptions,
  resolveContractProcedures,
} from '@orpc/server'
import { RPCHandler } from '@orpc/server/fastify'
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import type { FastifyInstance, FastifyRequest, HTTPMethods } from 'fastify'
import { REFUSALS } from '../../kernel/refusals.ts'
import { refusal } from '../../kernel/result.ts'
import type { OperationMeta } from '../contract/operation.ts'
import type { RequestContext, SignedIn } from './context.ts'
import { faultRefusal, RPC_PREFIX, refusalError, sendRefusal } from './refusal-reply.ts'
import { fieldIssues } from './vietnamese-issues.ts'

/** Bytes of an operation's input, unless its contract allows more. Files do not come this way. */
export const OPERATION_BODY_LIMIT = 1_000_000

export const API_PREFIX = '/api'

export type OperationsOptions = {
  readonly router: AnyRouter
  /** Adds the application's own parts to what every operation is given. */
  readonly contextOf: (base: RequestContext, request: FastifyRequest) => RequestContext
  readonly whoIs: (headers: Headers) => Promise<SignedIn | undefined>
}

/** What a caller's own mistakes look like before they are put into our words. */
function translated(thrown: unknown, log: RequestContext['log']): ORPCError<string, unknown> {
  if (thrown instanceof ORPCError) {
    if (thrown.code in REFUSALS) return thrown
    if (thrown.code === 'BAD_REQUEST' && thrown.cause instanceof ValidationError) {
      const issues = fieldIssues(thrown.cause.issues)
      return refusalError(refusal('invalid-input', {}, { field: issues[0]?.path, data: { issues } }))
    }
    if (thrown.status >= 400 && thrown.status < 500) return refusalError(refusal('malformed-request'))
  }
  // An output that does not fit its own contract: the paths say where, and none of the values is logged.
  const cause = thrown instanceof ORPCError ? thrown.cause : undefined
  const facts = cause instanceof ValidationError ? { output: fieldIssues(cause.issues) } : {}
  return refusalError(faultRefusal(log, thrown, facts))
}

async function guardCall(
  options: ProcedureClientInterceptorOptions<RequestContext, Record<never, never>, OperationMeta> & {
    next(): Promise<unknown>
  },
): Promise<unknown> {
  const { context, procedure } = options
  try {
    const access = procedure['~orpc'].meta.access ?? 'signed-in'
    if (access === 'signed-in' && !context.account) throw refusalError(refusal('not-signed-in'))
    if (hasNoLetter(options.input)) throw refusalError(refusal('malformed-request'))
    return await options.next()
  } catch (thrown) {
    throw translated(thrown, context.log)
  }
}

/** U+0000 and half a surrogate pair are no letters of any text, and PostgreSQL takes neither: refused wherever they stand in an input. */
function hasNoLetter(input: unknown): boolean {
  const waiting: unknown[] = [input]
  for (let value = waiting.pop(); value !== undefined || waiting.length > 0; value = waiting.pop()) {
    if (typeof value === 'string' && isNoText(value)) return true
    if (typeof value === 'object' && value !== null) {
      for (const [name, inner] of Object.entries(value)) {
        if (isNoText(name)) return true
        waiting.push(inner)
      }
    }
  }
  return false
}

function isNoText(text: string): boolean {
  return text.includes('\0') || !text.isWellFormed()
}

type Response = { status: number; headers: Record<string, string | string[] | undefined>; body: unknown }
type Handled = { matched: true; response: Response } | { matched: false; response: undefined }

/** Everything that reaches this point without a code of the catalogue failed while the input was being unpacked. */
async function guardRequest<H extends Handled>(options: { context: RequestContext; next(): Promise<H> }): Promise<H> {
  try {
    return await options.next()
  } catch (thrown) {
    if (thrown instanceof ORPCError && thrown.code in REFUSALS) throw thrown
    options.context.log.info({ reason: thrown instanceof Error ? thrown.message : String(thrown) }, 'malformed request')
    throw refusalError(refusal('malformed-request'))
  }
}

/** The headers an operation asked for go out with its answer; no answer of ours is kept by a cache unless it says so. */
async function addHeaders<H extends Handled>(options: { context: RequestContext; next(): Promise<H> }): Promise<H> {
  const result = await options.next()
  if (!result.response) return result
  const given = options.context.responseHeaders
  const headers: Record<string, string | string[]> = { 'cache-control': 'no-store' }
  for (const [name, value] of given) if (name !== 'set-cookie') headers[name] = value
  const cookies = given.getSetCookie()
  if (cookies.length > 0) headers['set-cookie'] = cookies
  return { ...result, response: { ...result.response, headers: { ...result.response.headers, ...headers } } }
}

function headersOf(request: FastifyRequest): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) {
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined) headers.append(name, one)
  }
  return headers
}

/** What a request tells of itself; `reading` is the operation's own nature. */
export async function requestContext(
  request: FastifyRequest,
  whoIs: OperationsOptions['whoIs'],
  reading: boolean,
): Promise<RequestContext> {
  const headers = headersOf(request)
  const account = headers.has('cookie') ? await whoIs(headers) : undefined
  return {
    requestId: request.id,
    headers,
    clientIp: request.ip,
    account,
    reading,
    responseHeaders: new Headers(),
    log: request.log,
  }
}

/** `/campaigns/{id}` as Fastify writes it. */
function fastifyPath(path: string): string {
  return path.replace(/\{\+([^}]+)\}/g, '*').replace(/\{([^}]+)\}/g, ':$1')
}

/** One address of one operation. */
export type Endpoint = {
  readonly form: 'rpc' | 'rest'
  readonly methods: readonly HTTPMethods[]
  /** With the parameters as Fastify writes them: `/api/campaigns/:id`. */
  readonly url: string
  readonly bodyLimit: number
  readonly reading: boolean
}

/** Every address of every operation: `/api/rpc/<name>` for the typed client, `/api/<path>` in the REST form. */
export async function endpointsOf(router: AnyRouter | AnyContractRouter): Promise<Endpoint[]> {
  const endpoints: Endpoint[] = []
  await resolveContractProcedures({ path: [], router }, ({ contract, path }) => {
    const { route, meta } = contract['~orpc']
    const method = fallbackContractConfig('defaultMethod', route.method)
    const reading = method === 'GET'
    const shared = { bodyLimit: (meta as OperationMeta).bodyLimit ?? OPERATION_BODY_LIMIT, reading }
    const name = path.map(encodeURIComponent).join('/')
    const methods: HTTPMethods[] = reading ? ['GET', 'POST'] : ['POST']
    endpoints.push({ form: 'rpc', methods, url: `${RPC_PREFIX}/${name}`, ...shared })
    if (route.path === undefined) return
    const url = `${API_PREFIX}${fastifyPath(route.path)}`
    endpoints.push({ form: 'rest', methods: [method as HTTPMethods], url, ...shared })
  })
  return endpoints
}

/**
 * Mounts every operation of the router twice, for our screens' typed client and in the REST form of the OpenAPI page.
 * Each address is a Fastify route of its own, with its own byte limit.
 */
export async function mountOperations(app: FastifyInstance, options: OperationsOptions): Promise<void> {
  const handling = {
    rootInterceptors: [addHeaders],
    interceptors: [guardRequest],
    clientInterceptors: [guardCall],
  }
  // In an address everything is text: «page=2» becomes the number its schema asks for.
  const coercion = new SmartCoercionPlugin({ schemaConverters: [new ZodToJsonSchemaConverter()] })
  const forms = {
    rpc: { handler: new RPCHandler(options.router, { ...handling }), prefix: RPC_PREFIX },
    rest: { handler: new OpenAPIHandler(options.router, { ...handling, plugins: [coercion] }), prefix: API_PREFIX },
  } as const
  for (const { form, methods, url, bodyLimit, reading } of await endpointsOf(options.router)) {
    const { handler, prefix } = forms[form]
    app.route({
      method: [...methods],
      url,
      bodyLimit,
      exposeHeadRoute: false,
      handler: async (request, reply) => {
        const base = await requestContext(request, options.whoIs, reading)
        const { matched } = await handler.handle(request, reply, { prefix, context: options.contextOf(base, request) })
        return matched ? reply : sendRefusal(reply, refusal('not-found'))
      },
    })
  }
}
