import { PassThrough } from 'node:stream'
import fastify from 'fastify'
import { describe, expect, it } from 'vitest'
import { logOptions, readableLine } from './logger.ts'

describe('a log line for people', () => {
  it('is one line with the time in Việt Nam, the facts and the request', () => {
    const entry = {
      level: 30,
      time: Date.UTC(2022, 6, 12, 1, 0),
      pid: 1,
      requestId: 'r-1',
      method: 'GET',
      status: 200,
      msg: 'request',
    }
    expect(readableLine(JSON.stringify(entry))).toBe('08:00 tin request method=GET status=200 [r-1]\n')
  })

  it('shows where a fault comes from', () => {
    const entry = {
      level: 50,
      time: Date.UTC(2022, 6, 12),
      msg: 'fault',
      reference: '7K2M-9QXA',
      err: { stack: 'Error: x\n    at y' },
    }
    expect(readableLine(JSON.stringify(entry))).toBe('07:00 LỖI fault reference=7K2M-9QXA\nError: x\n    at y\n')
  })

  it('passes on what is not a log entry', () => {
    expect(readableLine('plain\n')).toBe('plain\n')
  })
})

it('no password, cookie or body gets into the log, whoever puts it there', async () => {
  const out = new PassThrough()
  let written = ''
  out.on('data', (bytes) => {
    written += String(bytes)
  })
  const app = fastify({ logger: logOptions('info', out as unknown as NodeJS.WriteStream) })
  app.log.info(
    { password: 'bí mật', input: { password: 'bí mật' }, headers: { cookie: 'bí mật' }, body: 'bí mật' },
    'careless',
  )
  await app.close()
  expect(written).toContain('careless')
  expect(written).not.toContain('bí mật')
})
