import { type OpenAPI, OpenAPIGenerator } from '@orpc/openapi'
import type { AnyRouter } from '@orpc/server'
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import type { FastifyInstance } from 'fastify'
import { sendCached } from './cache.ts'
import { docsPage } from './docs-page.ts'
import { API_PREFIX } from './operations.ts'
import { REFUSAL_SCHEMA, refusalCodesOf, refusalResponse } from './refusal-description.ts'

export type MorePaths = Readonly<Record<string, { get?: OpenAPI.OperationObject; post?: OpenAPI.OperationObject }>>

export type ApiDescription = {
  readonly title: string
  readonly version: string
  /** Routes that are no operations: the streaming of files. */
  readonly morePaths?: MorePaths
}

/** The OpenAPI 3.1 description of every operation, from the same contracts that parse its input. */
export async function describeApi(router: AnyRouter, api: ApiDescription): Promise<OpenAPI.Document> {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] })
  const document = await generator.generate(router, {
    info: { title: api.title, version: api.version },
    servers: [{ url: API_PREFIX }],
    components: {
      schemas: { Refusal: REFUSAL_SCHEMA },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'thi-dua.session_token' } },
    },
    security: [{ session: [] }],
    customErrorResponseBodySchema: (codes) => ({
      allOf: [
        { $ref: '#/components/schemas/Refusal' },
        { properties: { code: { enum: codes.map(([code]) => code) } } },
      ],
    }),
  })
  for (const operation of operationsOf(document)) nameRefusals(operation)
  return { ...document, paths: { ...document.paths, ...(api.morePaths as OpenAPI.PathsObject | undefined) } }
}

export function operationsOf(document: OpenAPI.Document): OpenAPI.OperationObject[] {
  return Object.values(document.paths ?? {}).flatMap((path) =>
    (['get', 'post', 'put', 'patch', 'delete'] as const).flatMap((method) => path?.[method] ?? []),
  )
}

/** A response says in words what it means, not its own number. */
function nameRefusals(operation: OpenAPI.OperationObject): void {
  for (const [status, response] of Object.entries(operation.responses ?? {})) {
    const codes = refusalCodesOf(response)
    if (codes.length > 0) operation.responses = { ...operation.responses, [status]: refusalResponse(codes) }
    else if (!('$ref' in response)) response.description = 'Kết quả'
  }
}

/** `/api/openapi.json` for machines, `/api/docs` for people. Made at the first asking, for it takes a moment. */
export function mountApiDescription(app: FastifyInstance, router: AnyRouter, api: ApiDescription): void {
  let made: Promise<{ json: string; document: OpenAPI.Document }> | undefined
  const describe = () => {
    made ??= describeApi(router, api).then((document) => ({ document, json: JSON.stringify(document) }))
    return made
  }
  app.get('/api/openapi.json', async (request, reply) =>
    sendCached(request, reply, (await describe()).json, 'application/json; charset=utf-8'),
  )
  app.get('/api/docs', async (_request, reply) => {
    const page = docsPage((await describe()).document, reply.cspNonce)
    return reply.header('cache-control', 'no-store').type('text/html; charset=utf-8').send(page.text)
  })
}
