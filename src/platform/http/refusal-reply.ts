import { ORPCError } from '@orpc/server'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { refusalSentence, refusalStatus } from '../../kernel/refusals.ts'
import { type Refusal, type Result, refusal } from '../../kernel/result.ts'
import { faultReference } from './fault-reference.ts'

/** The path under which the screens' typed client speaks; its errors are wrapped as the client unwraps them. */
export const RPC_PREFIX = '/api/rpc'

/** A refusal as the wire carries it: the code, the status and the sentence come from the catalogue alone. */
export function refusalError(refused: Refusal): ORPCError<string, unknown> {
  return new ORPCError(refused.code, {
    status: refusalStatus(refused.code),
    message: refusalSentence(refused.code, refused.values),
    data: { values: refused.values, field: refused.field, data: refused.data },
  })
}

/** What a handler gives back: the value, or the refusal thrown so that the contract sends it on. */
export function answer<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw refusalError(result.refusal)
}

/** Logs a fault nobody foresaw and gives the refusal that shows only its reference. */
export function faultRefusal(log: FastifyRequest['log'], fault: unknown, facts: object = {}): Refusal {
  const reference = faultReference()
  log.error({ reference, ...facts, err: fault }, 'fault')
  return refusal('internal', { reference })
}

/** The body of a refusal given outside an operation, in the form the asking client understands. */
export function refusalBody(refused: Refusal, url: string): unknown {
  const body = { ...refusalError(refused).toJSON(), defined: true }
  return url.startsWith(`${RPC_PREFIX}/`) ? { json: body } : body
}

/** Answers a plain route with a refusal. */
export function sendRefusal(reply: FastifyReply, refused: Refusal): FastifyReply {
  return reply
    .status(refusalStatus(refused.code))
    .header('cache-control', 'no-store')
    .type('application/json; charset=utf-8')
    .send(JSON.stringify(refusalBody(refused, reply.request.url)))
}
