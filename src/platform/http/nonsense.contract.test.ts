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

const inData = (text: string) => encodeURIComponent(JSON.stringify({ json: { words: text } }))

// In a body such characters are taken out (`json-body.ts`): they come along with text copied from elsewhere. Into an address nobody copies any.
it.each([
  ['in the typed client’s address', { method: 'GET' as const, url: `/api/rpc/notes/list?data=${inData('\0')}` }],
  ['by half a letter there', { method: 'GET' as const, url: `/api/rpc/notes/list?data=${inData('a\ud800')}` }],
  ['in the address', { method: 'GET' as const, url: '/api/notes?words=%00' }],
  ['in a part of the path', { method: 'POST' as const, url: '/api/notes/a%00b', payload: { title: 'x' } }],
])('a character no text has is refused %s', async (_where, request) => {
  const response = await app.inject(request)
  expect(response.statusCode).toBe(400)
  expect(response.body).toContain('malformed-request')
})
