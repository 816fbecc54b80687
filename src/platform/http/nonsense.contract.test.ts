import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { fuzzEndpoints } from '../../../test/fuzz-endpoints.ts'
import { sampleRouter, sampleServer } from '../../../test/sample-server.ts'

let app: FastifyInstance
beforeAll(async () => {
  app = await sampleServer()
})
afterAll(() => app.close())

it('any bytes to any address come back as an answer or a refusal, never as a fault', async () => {
  const headers = async () => ({ cookie: 'session=lan', 'sec-fetch-site': 'same-origin' })
  const statuses = await fuzzEndpoints(app, sampleRouter, { headers, runs: 300 })
  // It got as far as answers, schemas, parsers and content types.
  expect([...statuses]).toEqual(expect.arrayContaining([200, 400, 415, 422]))
})

it.each([
  ['in a body', { method: 'POST' as const, url: '/api/notes/a', payload: { title: 'x\u0000y' } }],
  [
    'in the typed client’s form',
    { method: 'POST' as const, url: '/api/rpc/notes/write', payload: { json: { id: 'a', title: '\u0000' } } },
  ],
  ['in the address', { method: 'GET' as const, url: '/api/notes?words=%00' }],
  ['in a part of the path', { method: 'POST' as const, url: '/api/notes/a%00b', payload: { title: 'x' } }],
])('a character no text has is refused %s', async (_where, request) => {
  const response = await app.inject(request)
  expect(response.statusCode).toBe(400)
  expect(response.body).toContain('malformed-request')
})
