import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { ContractRouterClient } from '@orpc/contract'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type sampleContract, sampleServer } from '../../../test/sample-server.ts'

let app: FastifyInstance
let address: string

beforeAll(async () => {
  app = await sampleServer()
  address = await app.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(() => app.close())

function client(headers: Record<string, string> = {}): ContractRouterClient<typeof sampleContract> {
  return createORPCClient(new RPCLink({ url: `${address}/api/rpc`, headers }))
}

describe('operations, by the typed client', () => {
  it('a value comes back as it was given, with the cookies the operation set', async () => {
    expect(await client().notes.write({ id: 'a', title: 'Thi đua' })).toEqual({ id: 'a', title: 'Thi đua' })
  })

  it('a refusal arrives with its code, status and sentence', async () => {
    await expect(client().notes.write({ id: 'a', title: 'nhiều' })).rejects.toMatchObject({
      defined: true,
      code: 'too-many-requests',
      status: 429,
      message: 'Có quá nhiều yêu cầu liên tiếp. Chờ một lát rồi làm lại',
    })
  })

  it('an input that does not fit its schema names each field in Vietnamese', async () => {
    await expect(client().notes.write({ id: 'a', title: '', lines: ['ngắn', 'quá dài rồi'] })).rejects.toMatchObject({
      defined: true,
      code: 'invalid-input',
      status: 422,
      data: {
        field: 'title',
        data: {
          issues: [
            { path: 'title', message: 'Chưa nhập' },
            { path: 'lines.1', message: 'Không quá 5 ký tự' },
          ],
        },
      },
    })
  })

  it('characters nobody can see and the database cannot keep are taken out at the door', async () => {
    const sent = { id: 'a\u0000b', title: 'Kế\ud800 hoạch 🎉' }
    expect(await client().notes.write(sent)).toEqual({ id: 'ab', title: 'Kế\ufffd hoạch 🎉' })
  })

  it('a fault nobody foresaw shows a reference and none of its detail', async () => {
    const fault = await client()
      .notes.write({ id: 'a', title: 'hỏng' })
      .catch((thrown: unknown) => thrown)
    expect(fault).toMatchObject({ code: 'internal', status: 500 })
    expect(String(fault)).toMatch(/báo mã [0-9A-Z]{4}-[0-9A-Z]{4} cho/)
    expect(JSON.stringify(fault)).not.toContain('secret')
  })

  it('an operation is for those who are signed in unless its contract says otherwise', async () => {
    await expect(client().notes.mine()).rejects.toMatchObject({ code: 'not-signed-in', status: 401 })
    const headers = { cookie: 'session=lan', 'sec-fetch-site': 'same-origin' }
    expect(await client(headers).notes.mine()).toEqual({ accountId: 'lan' })
  })
})

describe('operations, in the REST form', () => {
  it('takes its input from path and body, and gives the bare value', async () => {
    const response = await app.inject({ method: 'POST', url: '/api/notes/a1', payload: { title: 'Một' } })
    expect(response.statusCode).toBe(200)
    expect(response.json()).toEqual({ id: 'a1', title: 'Một' })
    expect(response.headers['set-cookie']).toEqual(['a=1; HttpOnly', 'b=2; HttpOnly'])
    expect(response.headers['cache-control']).toBe('no-store')
  })

  it('a GET takes its input from the address, numbers as numbers', async () => {
    const response = await app.inject({ url: '/api/notes?page=2' })
    expect(response.json()).toMatchObject({ page: 2, reading: true })
    expect(response.headers['x-request-id']).toBe(response.json().requestId)
  })

  it('refuses with the same code and sentence as the other form', async () => {
    const response = await app.inject({ method: 'POST', url: '/api/notes/a1', payload: { title: '' } })
    expect(response.statusCode).toBe(422)
    expect(response.json()).toMatchObject({ code: 'invalid-input', data: { field: 'title' } })
  })

  it('an operation that changes something cannot be called by GET in either form', async () => {
    expect((await app.inject({ url: '/api/notes/a1?title=x' })).statusCode).toBe(404)
    expect((await app.inject({ url: '/api/rpc/notes/write?data={"json":{"id":"a","title":"x"}}' })).statusCode).toBe(
      404,
    )
  })
})
