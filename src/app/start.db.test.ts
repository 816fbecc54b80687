import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readPostmaster } from '../platform/database/postmaster.ts'
import { isAlive, waitUntilGone } from '../platform/process/process-identity.ts'

const PROGRAM = fileURLToPath(new URL('./start.ts', import.meta.url))

describe('a server process', () => {
  let dataDir: string
  let children: ChildProcess[]

  beforeEach(() => {
    dataDir = join(mkdtempSync(join(tmpdir(), 'thi-dua-start-')), 'var')
    children = []
  })
  afterEach(async () => {
    for (const child of children) child.kill('SIGKILL')
    const database = databasePid()
    if (database && isAlive(database)) process.kill(database, 'SIGKILL')
    if (database) await waitUntilGone(database, 5000)
    rmSync(join(dataDir, '..'), { recursive: true, force: true })
  })

  const databasePid = () => readPostmaster(join(dataDir, 'database', 'cluster'))?.pid

  function run(file: string, args: string[], environment: Record<string, string> = {}) {
    const { DATABASE_URL, DATABASE_OWNER_URL, BASE_URL, HOST, npm_lifecycle_event, ...rest } = process.env
    const child = spawn(file, args, { env: { ...rest, DATA_DIR: dataDir, PORT: '0', ...environment } })
    children.push(child)
    let said = ''
    const address = new Promise<string>((resolve, reject) => {
      child.stdout.on('data', (chunk: Buffer) => {
        said += chunk.toString()
        const found = /đang chạy tại (\S+)/.exec(said)?.[1]
        if (found) resolve(found)
      })
      child.stderr.on('data', (chunk: Buffer) => {
        said += chunk.toString()
      })
      child.once('close', () => reject(new Error(`ended before it listened: ${said}`)))
    })
    address.catch(() => {})
    const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
    return { child, address, ended, said: () => said }
  }

  const start = (environment?: Record<string, string>) => run(process.execPath, [PROGRAM], environment)

  it('answers at the address it prints, and at Ctrl-C ends with 0 and takes the database with it', async () => {
    const server = start()
    const ready = await fetch(`${await server.address}/health/ready`)
    expect(ready.status).toBe(200)
    const database = databasePid() ?? 0
    expect(isAlive(database)).toBe(true)
    server.child.kill('SIGINT')
    expect(await server.ended).toBe(0)
    expect(isAlive(database)).toBe(false)
  })

  it('stops in order when it is told to while still starting', async () => {
    const server = start()
    await expect.poll(databasePid, { timeout: 30_000 }).toBeTypeOf('number')
    const database = databasePid() ?? 0
    server.child.kill('SIGTERM')
    expect(await server.ended).toBe(0)
    expect(isAlive(database)).toBe(false)
  })

  it('killed, leaves a database that the next start finds and replaces', async () => {
    const first = start()
    await first.address
    const orphan = databasePid() ?? 0
    first.child.kill('SIGKILL')
    await first.ended
    expect(isAlive(orphan)).toBe(true)
    const second = start()
    const ready = await fetch(`${await second.address}/health/ready`)
    expect(ready.status).toBe(200)
    expect(isAlive(orphan)).toBe(false)
    second.child.kill('SIGINT')
    expect(await second.ended).toBe(0)
  })

  it('started by npm stops, database too, when npm is killed', async () => {
    // What npm does: a shell of its own with the lifecycle's name in the environment, and us in it.
    const npm = run('sh', ['-c', `"${process.execPath}" "${PROGRAM}"; true`], { npm_lifecycle_event: 'start' })
    await npm.address
    const database = databasePid() ?? 0
    npm.child.kill('SIGKILL')
    expect(await waitUntilGone(database, 20_000)).toBe(true)
  })

  it('refuses a data directory that another one uses, in one line', async () => {
    const first = start()
    await first.address
    const second = start()
    expect(await second.ended).toBe(1)
    expect(second.said().trim().split('\n')).toEqual([
      expect.stringContaining(`đang được tiến trình ${first.child.pid} dùng`),
    ])
  })

  it('refuses a port that is taken, in one line, and leaves no database behind', async () => {
    const taken = createServer()
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
    const { port } = taken.address() as { port: number }
    const server = start({ PORT: String(port) })
    expect(await server.ended).toBe(1)
    expect(server.said()).toContain(`Cổng ${port} đang có chương trình khác dùng`)
    expect(databasePid()).toBeUndefined()
    await new Promise((resolve) => taken.close(resolve))
  })

  it.each([
    ['a wrong setting', { PORT: 'ba-nghìn' }, 'PORT=ba-nghìn: phải là số nguyên'],
    [
      'plain http for the network',
      { HOST: '0.0.0.0', BASE_URL: 'http://10.1.1.1' },
      'http chỉ dùng trong chính máy này',
    ],
    ['a certificate that is not there', { TLS_CERT: '/khong/co', TLS_KEY: '/khong/co' }, 'không đọc được tệp'],
    [
      'a database nobody answers at',
      { DATABASE_URL: 'postgresql://a:b@127.0.0.1:1/x', DATABASE_OWNER_URL: 'postgresql://c:d@127.0.0.1:1/x' },
      'Không kết nối được cơ sở dữ liệu theo DATABASE_OWNER_URL',
    ],
  ])('refuses %s in one line', async (_, environment: Record<string, string>, sentence) => {
    const server = start(environment)
    expect(await server.ended).toBe(1)
    expect(server.said()).toContain(sentence)
    expect(server.said().trim().split('\n')).toHaveLength(1)
  })
})
