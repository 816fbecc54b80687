import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sampleServer } from '../../../test/sample-server.ts'
import { closeGracefully } from './create-http.ts'
import { mountScreens } from './screens.ts'

let app: FastifyInstance
let folder: string
let port: number

const INDEX = `<!doctype html><html><head><meta property="csp-nonce" nonce="__CSP_NONCE__">
<script type="module" src="/assets/index-abc.js" nonce="__CSP_NONCE__"></script></head><body></body></html>`

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'screens-'))
  await mkdir(join(folder, 'assets'))
  await writeFile(join(folder, 'index.html'), INDEX)
  await writeFile(join(folder, 'assets', 'index-abc.js'), `console.log(${'1+'.repeat(2000)}1)`)
  app = await sampleServer()
  await mountScreens(app, folder)
  port = Number(new URL(await app.listen({ port: 0, host: '127.0.0.1' })).port)
})
afterAll(async () => {
  await app.close()
  await rm(folder, { recursive: true })
})

const JSON_TYPE = { 'content-type': 'application/json' }

describe('what every answer carries', () => {
  it('headers that keep browsers careful, with a new nonce each time', async () => {
    const [one, two] = [await app.inject({ url: '/health/live' }), await app.inject({ url: '/api/nothing' })]
    for (const { headers } of [one, two]) {
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'same-origin',
        'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
      })
      expect(headers['content-security-policy']).toMatch(
        /^default-src 'self'; script-src 'self' 'nonce-[^']+'; style-src 'self' 'nonce-/,
      )
    }
    expect(one.headers['content-security-policy']).not.toBe(two.headers['content-security-policy'])
    expect(one.headers['strict-transport-security']).toBeUndefined()
  })

  it('under https it asks browsers to stay there', async () => {
    const https = await sampleServer({ baseUrl: new URL('https://thidua.vn') })
    const response = await https.inject({ url: '/health/live', headers: { host: 'thidua.vn' } })
    expect(response.headers['strict-transport-security']).toMatch(/^max-age=31536000/)
    await https.close()
  })
})

describe('the screens', () => {
  it.each(['/', '/phong-trao', '/phong-trao/019/tiep-nhan?tab=2'])(
    'every address of theirs gets the page: %s',
    async (url) => {
      const response = await app.inject({ url, headers: { accept: 'text/html,*/*' } })
      expect(response.statusCode).toBe(200)
      const nonce = /'nonce-([^']+)'/.exec(String(response.headers['content-security-policy']))?.[1]
      expect(response.body.match(/nonce="([^"]+)"/g)).toEqual(Array(2).fill(`nonce="${nonce}"`))
      expect(response.headers['cache-control']).toBe('no-store')
    },
  )

  it('their files may be kept for ever, and go out compressed', async () => {
    const response = await app.inject({ url: '/assets/index-abc.js', headers: { 'accept-encoding': 'br, gzip' } })
    expect(response.statusCode).toBe(200)
    expect(response.headers).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-encoding': 'br',
    })
  })

  it.each([
    '/api/nothing',
    '/assets/gone.js',
    '/favicon.ico',
    '/index.html',
    '/assets/../index.html',
    '/..%2f..%2fetc%2fpasswd',
  ])('what is not there is told, not shown: %s', async (url) => {
    const response = await app.inject({ url, headers: { accept: 'text/html' } })
    expect(response.statusCode).toBe(404)
    expect(response.json().code).toBe('not-found')
  })
})

describe('who may ask', () => {
  const write = (headers: Record<string, string>) =>
    app.inject({ method: 'POST', url: '/api/notes/a', payload: { title: 'x' }, headers: { ...JSON_TYPE, ...headers } })

  it.each([
    ['a page of ours', { origin: 'http://localhost:3000' }, 200],
    ['a page of ours, as the browser says', { 'sec-fetch-site': 'same-origin', cookie: 'session=lan' }, 200],
    ['a script without a session', {}, 200],
    ['a session without a word where it comes from', { cookie: 'session=lan' }, 403],
    ['a page of somebody else', { origin: 'https://xau.example' }, 403],
    ['a page of another program on this machine', { origin: 'http://localhost:9999', host: 'localhost:3000' }, 403],
    ['a neighbouring site', { 'sec-fetch-site': 'same-site' }, 403],
    ['a page without an origin', { origin: 'null' }, 403],
  ])('%s', async (_who, headers, status) => {
    expect((await write(headers)).statusCode).toBe(status)
  })

  it('a name that is not ours is not served, though it points here', async () => {
    const response = await app.inject({ url: '/api/notes', headers: { host: 'xau.example:3000' } })
    expect(response.json()).toMatchObject({ code: 'wrong-host', status: 421 })
  })

  it('nobody names his own address, unless a trusted proxy says it for him', async () => {
    const proxied = await sampleServer({ trustedProxies: ['127.0.0.1'] })
    proxied.get('/ip', async (request) => ({ ip: request.ip }))
    const headers = { 'x-forwarded-for': '203.0.113.9' }
    expect((await proxied.inject({ url: '/ip', headers })).json()).toEqual({ ip: '203.0.113.9' })
    expect((await proxied.inject({ url: '/ip', headers, remoteAddress: '198.51.100.1' })).json()).toEqual({
      ip: '198.51.100.1',
    })
    await proxied.close()
  })
})

describe('bodies', () => {
  const send = (payload: string | Buffer, type = 'application/json', url = '/api/notes/a') =>
    app.inject({ method: 'POST', url, payload, headers: { 'content-type': type } })

  it.each([
    ['broken JSON', '{"title":', 400, 'malformed-request'],
    ['bytes that are not UTF-8', Buffer.from([0x22, 0xff, 0xfe, 0x22]), 400, 'malformed-request'],
    ['a poisoned key', '{"title":"x","__proto__":{"admin":true}}', 400, 'malformed-request'],
    ['JSON nested without end', `${'['.repeat(20_000)}${']'.repeat(20_000)}`, 400, 'malformed-request'],
    ['a list where an object belongs', '[]', 422, 'invalid-input'],
    ['nothing', '', 422, 'invalid-input'],
    ['more than a million bytes', JSON.stringify({ title: 'x'.repeat(1_100_000) }), 413, 'body-too-large'],
  ])('%s: refused in Vietnamese', async (_what, payload, status, code) => {
    const response = await send(payload)
    expect([response.statusCode, response.json().code]).toEqual([status, code])
    expect(response.json().message).toMatch(/[ạ-ỹ]/)
  })

  it.each([
    'multipart/form-data; boundary=x',
    'application/x-www-form-urlencoded',
    'text/plain',
    'application/xml',
    'nonsense',
  ])('only JSON is taken: %s', async (type) => {
    const response = await send('title=x', type)
    expect([response.statusCode, response.json().code]).toEqual([415, 'unsupported-content'])
  })

  it('an operation may take more when its contract says so, and no more than that', async () => {
    const ask = (length: number) =>
      send(JSON.stringify({ text: 'x'.repeat(length) }), 'application/json', '/api/long-notes')
    expect((await ask(1_500_000)).json()).toEqual({ length: 1_500_000 })
    expect((await ask(2_500_000)).statusCode).toBe(413)
  })

  it('the typed client understands these refusals too', async () => {
    const response = await send('{', 'application/json', '/api/rpc/notes/write')
    expect(response.json()).toMatchObject({ json: { code: 'malformed-request', status: 400, defined: true } })
  })

  it('a body without a length is counted as it comes, and cut off', async () => {
    const socket = connect(port, '127.0.0.1')
    socket.on('error', () => undefined)
    const closed = new Promise((resolve) => socket.once('close', resolve))
    let heard = ''
    socket.on('data', (bytes) => {
      heard += bytes.toString()
    })
    socket.write(
      'POST /api/notes/a HTTP/1.1\r\nhost: localhost:3000\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n',
    )
    const piece = `10000\r\n${'x'.repeat(0x10000)}\r\n`
    let sent = 0
    while (socket.writable && sent < 50_000_000) {
      sent += piece.length
      if (!socket.write(piece)) await Promise.race([new Promise((resolve) => socket.once('drain', resolve)), closed])
    }
    await closed
    expect(heard).toMatch(/^HTTP\/1.1 413 /)
    expect(heard).toContain('body-too-large')
    expect(sent).toBeLessThan(20_000_000)
  })
})

describe('what is not HTTP', () => {
  async function say(bytes: string): Promise<string> {
    const socket = connect(port, '127.0.0.1')
    let heard = ''
    socket.on('data', (got) => {
      heard += got.toString()
    })
    socket.on('error', () => undefined)
    socket.write(bytes)
    await new Promise((resolve) => socket.once('close', resolve))
    return heard
  }

  it.each([
    '\u0000\u0001\u0002 nonsense\r\n\r\n',
    'GET / HTTP/9.9\r\n\r\n',
    `GET / HTTP/1.1\r\nx: ${'y'.repeat(100_000)}\r\n\r\n`,
  ])('is answered with a reason: %#', async (bytes) => {
    const heard = await say(bytes)
    expect(heard).toMatch(/^HTTP\/1.1 4\d\d /)
    expect(heard).toContain('"code":"malformed-request"')
  })

  it('an address that cannot be decoded is not found', async () => {
    const heard = await say('GET /api/%E0%A4%A HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n')
    expect(heard).toMatch(/^HTTP\/1.1 404 /)
  })
})

describe('health', () => {
  it('says ready only while every check holds, and what failed only to the log', async () => {
    let fault: Error | undefined
    const checked = await sampleServer({
      readiness: [
        {
          name: 'database',
          check: async () => {
            if (fault) throw fault
            return undefined
          },
        },
      ],
    })
    expect((await checked.inject({ url: '/health/ready' })).json()).toEqual({
      status: 'ready',
      checks: { database: true },
    })
    fault = new Error('password of the database')
    const response = await checked.inject({ url: '/health/ready' })
    expect(response.statusCode).toBe(503)
    expect(response.body).not.toContain('password')
    expect((await checked.inject({ url: '/health/live' })).statusCode).toBe(200)
    await checked.close()
  })
})

describe('stopping', () => {
  it('lets a request under way end, and takes no new one', async () => {
    const stopping = await sampleServer()
    let release: () => void = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    let began: () => void = () => {}
    const underWay = new Promise<void>((resolve) => {
      began = resolve
    })
    stopping.get('/slow', async () => {
      began()
      await held
      return { done: true }
    })
    const address = await stopping.listen({ port: 0, host: '127.0.0.1' })
    const slow = fetch(`${address}/slow`)
    await underWay
    const closed = closeGracefully(stopping)
    release()
    expect(await (await slow).json()).toEqual({ done: true })
    await closed
    await expect(fetch(`${address}/health/live`)).rejects.toThrow('fetch failed')
  })
})
