import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { settled } from '../../../test/throw-away-cluster.ts'
import { isAlive, waitUntilGone } from '../process/process-identity.ts'
import { type EmbeddedPostgres, startEmbeddedPostgres } from './launcher.ts'
import { choosePostgresUser } from './postgres-user.ts'
import { readPostmaster } from './postmaster.ts'

const isRoot = process.getuid?.() === 0
/** Some containers forbid it; there a closed folder is refused, with its name. */
const mayUnshare = spawnSync('unshare', ['--user', '--map-user=1000', '--map-group=1000', '/bin/true']).status === 0

describe.runIf(isRoot)('started by root, PostgreSQL runs', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'thi-dua-user-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  // The program stands for PostgreSQL: where the real one lies is not for a test to say.
  const choose = () => choosePostgresUser({ postgres: '/bin/true', directory: folder })

  it('as nobody where nobody can go', () => {
    chmodSync(folder, 0o755)
    expect(choose()).toEqual({ ok: true, value: { kind: 'other', uid: 65534, gid: 65534 } })
  })

  it('as the owner of a folder that is closed to others', () => {
    chmodSync(folder, 0o700)
    chownSync(folder, 1234, 1234)
    expect(choose()).toEqual({ ok: true, value: { kind: 'other', uid: 1234, gid: 1234 } })
  })

  it.runIf(mayUnshare)('in a user namespace where the closed folder is root’s own', () => {
    chmodSync(folder, 0o700)
    expect(choose()).toEqual({ ok: true, value: { kind: 'namespace' } })
  })

  it('not at all where none of them gets, and the folder is named', () => {
    const inner = join(folder, 'inner')
    mkdirSync(inner, { mode: 0o700 })
    chownSync(inner, 1234, 1234)
    chmodSync(folder, 0o700)
    expect(choosePostgresUser({ postgres: '/bin/true', directory: inner })).toMatchObject({
      ok: false,
      refusal: { code: 'embedded-database-closed-folder', values: { folder } },
    })
  })
})

describe('the embedded database', () => {
  let folder: string
  let running: EmbeddedPostgres[]

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'thi-dua-launcher-'))
    chmodSync(folder, 0o755)
    running = []
  })
  afterEach(async () => {
    for (const server of running) await server.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  async function start(directory = join(folder, 'database'), onLost?: (reason: Error) => void) {
    const server = settled(await startEmbeddedPostgres({ directory, onLost }))
    running.push(server)
    return server
  }

  async function ask<Row extends object>(server: EmbeddedPostgres, sql: string): Promise<Row[]> {
    const client = new Client({ connectionString: server.url('postgres', server.passwords.superuser, 'postgres') })
    // A connection cut by the death of the server is what some of these tests are about.
    client.on('error', () => {})
    await client.connect()
    try {
      return (await client.query<Row>(sql)).rows
    } finally {
      await client.end()
    }
  }

  it('orders words the Vietnamese way, keeps UTC and forces what is committed to the disk', async () => {
    const server = await start()
    const words = await ask<{ word: string }>(
      server,
      `select word from unnest(array['Đạt', 'Dũng', 'Ân', 'An', 'Ánh']) word order by word`,
    )
    expect(words.map(({ word }) => word)).toEqual(['An', 'Ánh', 'Ân', 'Dũng', 'Đạt'])
    const settings = await ask(
      server,
      `select current_setting('timezone') as zone, current_setting('fsync') as fsync,
              current_setting('synchronous_commit') as commit, current_setting('server_encoding') as encoding`,
    )
    expect(settings).toEqual([{ zone: 'UTC', fsync: 'on', commit: 'on', encoding: 'UTF8' }])
  })

  it('keeps its data over a stop and a start, and its passwords to itself', async () => {
    const first = await start()
    await ask(first, 'create table kept as select 7 as number')
    await first.stop()
    expect(isAlive(first.pid())).toBe(false)
    const second = await start()
    expect(await ask(second, 'select number from kept')).toEqual([{ number: 7 }])
    expect(statSync(join(folder, 'database', 'passwords.json')).mode & 0o777).toBe(0o600)
  })

  it('lets nobody in without a password', async () => {
    const server = await start()
    const client = new Client({ connectionString: server.url('postgres', 'doan-mo', 'postgres') })
    await expect(client.connect()).rejects.toThrow('password authentication failed')
  })

  it('left behind by a server that was killed is stopped, and its data served again', async () => {
    const directory = join(folder, 'database')
    const program = `
      const { startEmbeddedPostgres } = await import(${JSON.stringify(new URL('./launcher.ts', import.meta.url))})
      const started = await startEmbeddedPostgres({ directory: ${JSON.stringify(directory)} })
      console.log(started.value.pid())
      setInterval(() => {}, 1000)`
    const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const orphan = Number(await new Promise((resolve) => child.stdout.once('data', resolve)))
    child.kill('SIGKILL')
    await waitUntilGone(child.pid ?? 0, 5000)
    expect(isAlive(orphan)).toBe(true)

    const successor = await start()
    expect(isAlive(orphan)).toBe(false)
    expect(await ask(successor, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  it('that died is started again on the same port, with everything that was committed', async () => {
    const server = await start()
    await ask(server, 'create table kept as select 7 as number')
    const killed = server.pid()
    process.kill(killed, 'SIGKILL')
    await waitUntilGone(killed, 5000)
    await expect
      .poll(() => server.pid() !== killed && ask(server, 'select number from kept'), { timeout: 20_000 })
      .toEqual([{ number: 7 }])
  })

  it('leaves alone a foreign process whose number stands in an old postmaster.pid', async () => {
    const server = await start()
    await server.stop()
    const cluster = join(folder, 'database', 'cluster')
    writeFileSync(join(cluster, 'postmaster.pid'), `${process.ppid}\n${cluster}\n`)
    await start()
    expect(isAlive(process.ppid)).toBe(true)
    expect(readPostmaster(cluster)?.pid).not.toBe(process.ppid)
  })

  it('is made anew where the first start was cut off in the middle', async () => {
    mkdirSync(join(folder, 'database', 'cluster.new', 'base'), { recursive: true })
    const server = await start()
    expect(await ask(server, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  it.runIf(isRoot && mayUnshare)('started by root under a closed folder of root’s runs all the same', async () => {
    chmodSync(folder, 0o700)
    const server = await start()
    expect(await ask(server, 'select 1 as one')).toEqual([{ one: 1 }])
    expect(statSync(join(folder, 'database', 'cluster')).uid).toBe(0)
  })

  it.runIf(isRoot && mayUnshare)('made under an open folder still runs when the folder is closed later', async () => {
    await (await start()).stop()
    chmodSync(folder, 0o700)
    const server = await start()
    expect(await ask(server, 'select 1 as one')).toEqual([{ one: 1 }])
  })
})
