import type { FastifyBaseLogger } from 'fastify'

/** Who is signed in; the account's posts and grants are looked up by the unit of work. */
export type SignedIn = { readonly accountId: string; readonly sessionId: string }

/** What every operation is given beside its input. The application adds its own parts to it. */
export type RequestContext = {
  readonly requestId: string
  readonly headers: Headers
  /** The address the request came from, behind a trusted proxy the one the proxy names. */
  readonly clientIp: string
  readonly account: SignedIn | undefined
  /** True for an operation that answers GET: it changes nothing, and may run in a read-only transaction. */
  readonly reading: boolean
  /** Headers the answer shall carry: cookies, caching. */
  readonly responseHeaders: Headers
  readonly log: FastifyBaseLogger
}
