import type { AnyContractRouter } from '@orpc/contract'
import { type AnyRouter, resolveContractProcedures } from '@orpc/server'
import fc from 'fast-check'
import type { FastifyInstance, InjectOptions } from 'fastify'
import { expect } from 'vitest'
import { z } from 'zod'
import { REFUSALS } from '../src/kernel/refusals.ts'
import { endpointsOf } from '../src/platform/http/operations.ts'
import { inputLike, type JsonSchema } from './input-like.ts'

const TIMES = Number(process.env.FUZZ_TIMES ?? 1)

/** Each operation gets inputs of its own: drawn from one seed, all of them would be sent the very same. */
function runsFor(no: number, runs: number): { numRuns: number; seed: number } {
  const { seed = 0 } = fc.readConfigureGlobal()
  return { numRuns: runs * TIMES, seed: seed + no }
}

const text = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom('\u0000', '\ud800', '9'.repeat(400), "'--", '../..'),
)

const leaf = fc.oneof(
  text,
  fc.uuid(),
  fc.double(),
  fc.maxSafeInteger(),
  fc.boolean(),
  fc.constantFrom(null, '2022-02-31', '2022-07-12', 'person', 1e308, -1),
)

/** A field of an input: mostly the names our contracts use, so that some of what is sent gets past the first check. */
const name = fc.oneof(
  fc.constantFrom('id', 'name', 'unitId', 'version', 'day', 'value', 'page', 'words', 'from', 'to'),
  text,
)

const value = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    leaf,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(name, tie('value'), { maxKeys: 6 }),
  ),
})).value

const awkward = fc.constantFrom(
  '{"__proto__":{"admin":true}}',
  '{"constructor":{"prototype":{"admin":true}}}',
  '{"json":{},"meta":[[1,"__proto__","admin"]]}',
  '{"json":{"a":1},"meta":[[0,"a"],[5,"a"],[7,"a"]]}',
  '{"json":null,"meta":{"length":-1},"maps":[["a"]]}',
  '{"json":[],"meta":[[6],[7,0],[2]]}',
  `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`,
  `[${'1,'.repeat(100_000)}1]`,
  `{"a":${'9'.repeat(100_000)}}`,
  '\ufeff{}',
)

const body = fc.oneof(
  fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
  value.map((input) => Buffer.from(JSON.stringify(input) ?? '')),
  fc
    .record({ json: value, meta: fc.oneof(value, fc.constant(undefined)) })
    .map((input) => Buffer.from(JSON.stringify(input))),
  awkward.map((input) => Buffer.from(input)),
)

const query = fc.oneof(
  fc.constant(''),
  text.map((given) => `?${encodeURIComponent(given.toWellFormed())}`),
  fc.array(fc.tuple(name, text)).map((pairs) => `?${new URLSearchParams(pairs).toString()}`),
  value.map(
    (input) => `?data=${encodeURIComponent((JSON.stringify({ json: input }) ?? '').slice(0, 4000).toWellFormed())}`,
  ),
  fc.constantFrom(
    '?a[__proto__][admin]=1',
    '?a[0]=1&a[b]=2',
    '?data={"json":{},"meta":[[6,"a"]]}',
    '?page=1e999',
    '?%00',
  ),
)

const contentType = fc.oneof(
  { weight: 8, arbitrary: fc.constant('application/json') },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'text/plain',
      'multipart/form-data; boundary=x',
      'application/json; charset=utf-16',
      ';;',
    ),
  },
)

const segment = fc.oneof(fc.uuid(), text).map((given) => encodeURIComponent(given.toWellFormed()) || '-')

function fill(url: string, segments: string[]): string {
  let at = 0
  return url.replace(/:\w+|\*/g, () => segments[at++ % segments.length] ?? '-')
}

type FuzzOptions = {
  /** Asked before each operation, for one of them may have signed the sender out. */
  readonly headers: () => Promise<Record<string, string>>
  readonly runs: number
  /** Ids of things that exist, so that inputs may speak of them. */
  readonly known?: readonly string[]
}

/**
 * Sends nonsense to every address of every operation: what comes back is never a fault of ours, and every refusal has
 * a code of the catalogue and a sentence. `headers` make the sender somebody. Gives the statuses that came back.
 */
export async function fuzzEndpoints(
  app: FastifyInstance,
  router: AnyRouter | AnyContractRouter,
  options: FuzzOptions,
): Promise<Set<number>> {
  const statuses = new Set<number>()
  const segments = fc.array(segment, { minLength: 1, maxLength: 3 })
  let no = 0
  for (const endpoint of await endpointsOf(router)) {
    const headers = await options.headers()
    for (const method of endpoint.methods) {
      const property = fc.asyncProperty(body, query, contentType, segments, async (payload, asked, type, filling) => {
        const url = `${fill(endpoint.url, filling)}${asked}`
        const withBody = method === 'GET' ? {} : { payload, headers: { ...headers, 'content-type': type } }
        statuses.add(await send(app, { method: method as 'GET', url, headers, ...withBody }))
      })
      await fc.assert(property, runsFor(no++, options.runs))
    }
  }
  expect(Object.hasOwn(Object.prototype, 'admin')).toBe(false)
  return statuses
}

/**
 * Sends inputs that fit, or nearly fit, each operation's own schema, so that they get past it: to the use cases and
 * the database behind them. The same promise holds.
 */
export async function fuzzInputs(
  app: FastifyInstance,
  contract: AnyContractRouter,
  options: FuzzOptions,
): Promise<Set<number>> {
  const statuses = new Set<number>()
  let no = 0
  for (const { url, schema } of await inputsOf(contract)) {
    const headers = await options.headers()
    const property = fc.asyncProperty(inputLike(schema, options.known), async (input) => {
      statuses.add(await send(app, { method: 'POST', url, headers, payload: { json: input } }))
    })
    await fc.assert(property, runsFor(no++, options.runs))
  }
  return statuses
}

async function inputsOf(contract: AnyContractRouter): Promise<{ url: string; schema: JsonSchema }[]> {
  const inputs: { url: string; schema: JsonSchema }[] = []
  await resolveContractProcedures({ path: [], router: contract }, ({ contract: operation, path }) => {
    const schema = operation['~orpc'].inputSchema
    if (!(schema instanceof z.ZodType)) return
    const written = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
    inputs.push({ url: `/api/rpc/${path.join('/')}`, schema: written as JsonSchema })
  })
  return inputs
}

async function send(app: FastifyInstance, request: InjectOptions): Promise<number> {
  const response = await app.inject(request)
  const { statusCode } = response
  if (statusCode >= 500) {
    throw new Error(`${request.method} ${String(request.url)} ${JSON.stringify(request.payload)}: ${response.body}`)
  }
  if (statusCode >= 400) {
    const answered = response.json()
    const refused = 'json' in answered ? answered.json : answered
    expect(Object.keys(REFUSALS)).toContain(refused.code)
    expect(refused.message).toMatch(/\p{L}/u)
  }
  return statusCode
}
