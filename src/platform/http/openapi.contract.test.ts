import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sampleRouter, sampleServer } from '../../../test/sample-server.ts'
import { FILE_PATHS } from '../files/file-paths.ts'
import { mountApiDescription } from './openapi.ts'

let app: FastifyInstance
beforeAll(async () => {
  app = await sampleServer()
  mountApiDescription(app, sampleRouter, { title: 'Thi Đua', version: '0.1.0', morePaths: FILE_PATHS })
})
afterAll(() => app.close())

describe('the description of the interface', () => {
  it('is OpenAPI 3.1, with every operation and the file routes', async () => {
    const document = (await app.inject({ url: '/api/openapi.json' })).json()
    expect(document.openapi).toMatch(/^3\.1\./)
    expect(Object.keys(document.paths)).toEqual([
      '/notes/{id}',
      '/notes',
      '/notes/mine',
      '/long-notes',
      '/files',
      '/files/{id}',
    ])
  })

  it('names each refusal with its status and sentence, and who may call', async () => {
    const { paths } = (await app.inject({ url: '/api/openapi.json' })).json()
    expect(paths['/notes/{id}'].post.responses['429'].description).toBe(
      'too-many-requests: Có quá nhiều yêu cầu liên tiếp. Chờ một lát rồi làm lại',
    )
    expect(paths['/notes/{id}'].post.security).toEqual([])
    expect(paths['/notes/mine'].get.security).toBeUndefined()
  })

  it('is not sent twice to whoever has it', async () => {
    const first = await app.inject({ url: '/api/openapi.json' })
    const again = await app.inject({
      url: '/api/openapi.json',
      headers: { 'if-none-match': String(first.headers.etag) },
    })
    expect([again.statusCode, again.body]).toEqual([304, ''])
  })
})

describe('the page for people', () => {
  it('lists each operation with what it takes, gives and refuses, without a script', async () => {
    const response = await app.inject({ url: '/api/docs' })
    expect(response.headers['content-type']).toBe('text/html; charset=utf-8')
    for (const words of [
      'Ghi một ghi chú',
      '/api/notes/{id}',
      '/api/rpc/notes/write',
      'too-many-requests',
      'Gửi một tệp lên',
    ]) {
      expect(response.body).toContain(words)
    }
    expect(response.body).not.toContain('<script')
    const nonce = /'nonce-([^']+)'/.exec(String(response.headers['content-security-policy']))?.[1]
    expect(response.body).toContain(`<style nonce="${nonce}">`)
  })
})
