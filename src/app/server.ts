import type { FastifyInstance } from 'fastify'
import { createHttp, type HttpOptions } from '../platform/http/create-http.ts'
import { mountOperations, type OperationsOptions } from '../platform/http/operations.ts'

export type ServerOptions = {
  readonly http: HttpOptions
  readonly operations: OperationsOptions
}

/** The whole server, put together from what it is given; nothing listens yet. */
export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  const app = await createHttp(options.http)
  await mountOperations(app, options.operations)
  return app
}
