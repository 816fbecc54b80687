import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SAMPLE } from '../../../test/sample-files.ts'
import { newId } from '../../kernel/ids.ts'
import { ok, refuse } from '../../kernel/result.ts'
import { createHttp } from '../http/create-http.ts'
import { requestContext } from '../http/operations.ts'
import { DiskStore } from './content-store.ts'
import { mountFiles, type StoredFile } from './file-routes.ts'

let folder: string
let app: FastifyInstance
let port: number
const rows = new Map<string, StoredFile>()

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'files-'))
  app = await createHttp({ baseUrl: new URL('http://localhost:3000'), logLevel: 'silent' })
  await mountFiles(app, {
    store: new DiskStore(folder),
    limit: 20_000_000,
    contextOf: (asked, reading) => requestContext(asked, async () => ({ accountId: 'lan', sessionId: 's' }), reading),
    mayUpload: async (context) => (context.account ? ok(undefined) : refuse('not-signed-in')),
    register: async (_context, file) => {
      const id = newId()
      rows.set(id, file)
      return ok({ id })
    },
    mayRead: async (context, id) => {
      const file = rows.get(id)
      return file && context.account ? ok(file) : refuse('not-found')
    },
  })
  port = Number(new URL(await app.listen({ port: 0, host: '127.0.0.1' })).port)
})
afterAll(async () => {
  await app.close()
  await rm(folder, { recursive: true })
})

const SIGNED_IN = { cookie: 'session=lan', 'sec-fetch-site': 'same-origin' }

function upload(bytes: Buffer, name: string, headers: Record<string, string> = SIGNED_IN) {
  const url = `/api/files?name=${encodeURIComponent(name)}`
  return app.inject({ method: 'POST', url, payload: bytes, headers: { 'content-type': 'image/png', ...headers } })
}

async function leftBehind(): Promise<string[]> {
  return await readdir(join(folder, 'arriving'))
}

describe('uploading', () => {
  it('keeps the bytes under their hash and says what the file is', async () => {
    const response = await upload(SAMPLE.docx, 'C:\\Kế hoạch.docx')
    expect(response.statusCode).toBe(201)
    expect(response.json()).toEqual({
      id: expect.any(String),
      name: 'Kế hoạch.docx',
      size: SAMPLE.docx.length,
      mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    })
    const sha256 = createHash('sha256').update(SAMPLE.docx).digest('hex')
    expect(await readdir(join(folder, sha256.slice(0, 2)))).toEqual([sha256.slice(2)])
    expect(await leftBehind()).toEqual([])
  })

  it('the same bytes twice are two files and one content', async () => {
    const [one, two] = [await upload(SAMPLE.pdf, 'a.pdf'), await upload(SAMPLE.pdf, 'b.pdf')]
    expect(one.json().id).not.toBe(two.json().id)
  })

  it.each([
    ['nothing at all', Buffer.alloc(0), 422, 'file-empty'],
    ['a program', Buffer.from('MZ\u0090\u0000\u0003'), 415, 'file-kind-not-taken'],
    ['a torn zip', SAMPLE.docx.subarray(0, 60), 422, 'file-broken'],
  ])('refuses %s and keeps nothing of it', async (_what, bytes, status, code) => {
    const response = await upload(bytes, 'ke-hoach.docx')
    expect([response.statusCode, response.json().code]).toEqual([status, code])
    expect(await leftBehind()).toEqual([])
  })

  it('asks who it is before it reads', async () => {
    const response = await upload(SAMPLE.pdf, 'a.pdf', {})
    expect(response.json()).toMatchObject({ code: 'not-signed-in', status: 401 })
  })

  it('a page of a stranger cannot upload', async () => {
    const response = await upload(SAMPLE.pdf, 'a.pdf', { ...SIGNED_IN, 'sec-fetch-site': 'cross-site' })
    expect(response.json().code).toBe('foreign-page')
  })
})

describe('uploads that do not end well, over a real connection', () => {
  function open(length?: number) {
    const socket = connect(port, '127.0.0.1')
    let heard = ''
    socket.on('data', (bytes) => {
      heard += bytes.toString()
    })
    socket.on('error', () => undefined)
    const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()))
    const framing = length === undefined ? 'transfer-encoding: chunked' : `content-length: ${length}`
    socket.write(
      `POST /api/files?name=to.pdf HTTP/1.1\r\nhost: localhost:3000\r\ncookie: session=lan\r\n` +
        `sec-fetch-site: same-origin\r\n${framing}\r\n\r\n`,
    )
    /** Sends a body without end; gives how much of it went out before the other side closed. */
    async function pour(most: number): Promise<number> {
      const piece = randomBytes(256 * 1024)
      let sent = 0
      while (sent < most && socket.writable) {
        if (length === undefined) socket.write(`${piece.length.toString(16)}\r\n`)
        const room = socket.write(piece)
        if (!room) await Promise.race([new Promise((resolve) => socket.once('drain', resolve)), closed])
        if (length === undefined) socket.write('\r\n')
        sent += piece.length
      }
      return sent
    }
    return { socket, pour, closed, heard: () => heard }
  }

  it('200 MB without a length are cut off on the way, with the reason, and leave nothing', async () => {
    const { pour, closed, heard } = open()
    expect(await pour(200_000_000)).toBeLessThan(100_000_000)
    await closed
    expect(heard()).toMatch(/^HTTP\/1.1 413 /)
    expect(heard()).toContain('file-too-large')
    expect(await leftBehind()).toEqual([])
  })

  it('a length beyond the limit is refused before the first byte', async () => {
    const { socket, heard } = open(200_000_000)
    await expect.poll(heard).toMatch(/^HTTP\/1.1 413 /)
    socket.destroy()
  })

  it('a connection that breaks half-way leaves nothing, and the server lives on', async () => {
    const { socket, pour, closed } = open()
    await pour(2_000_000)
    socket.destroy()
    await closed
    await expect.poll(leftBehind).toEqual([])
    expect((await upload(SAMPLE.txt, 'a.txt')).statusCode).toBe(201)
  })
})

describe('downloading', () => {
  async function stored(bytes: Buffer, name: string): Promise<string> {
    return (await upload(bytes, name)).json().id
  }
  const get = (id: string, headers: Record<string, string> = SIGNED_IN, more = '') =>
    app.inject({ url: `/api/files/${id}${more}`, headers })

  it('gives back the same bytes, to be saved', async () => {
    const response = await get(await stored(SAMPLE.docx, 'Kế hoạch.docx'))
    expect(response.rawPayload.equals(SAMPLE.docx)).toBe(true)
    expect(response.headers).toMatchObject({
      'content-type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'content-disposition': expect.stringMatching(/^attachment; .*K%E1%BA%BF/),
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-cache',
    })
  })

  it('a picture is shown in a sandbox, unless it is asked for as a file', async () => {
    const id = await stored(SAMPLE.png, 'anh.png')
    const shown = await get(id)
    expect(shown.headers['content-disposition']).toMatch(/^inline;/)
    expect(shown.headers['content-security-policy']).toContain('sandbox')
    expect((await get(id, SIGNED_IN, '?download')).headers['content-disposition']).toMatch(/^attachment;/)
  })

  it('what has not changed is not sent again, but the right to see it is asked each time', async () => {
    const id = await stored(SAMPLE.txt, 'a.txt')
    const etag = String((await get(id)).headers.etag)
    expect((await get(id, { ...SIGNED_IN, 'if-none-match': etag })).statusCode).toBe(304)
    expect((await get(id, { 'if-none-match': etag })).statusCode).toBe(404)
  })

  it.each(['x', newId(), '..%2F..%2Fetc%2Fpasswd', "'"])('what is not there is not found: %s', async (id) => {
    const response = await get(id)
    expect([response.statusCode, response.json().code]).toEqual([404, 'not-found'])
  })
})
