import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keepPasswords } from '../../src/platform/database/embedded-passwords.ts'
import { readPostmaster } from '../../src/platform/database/postmaster.ts'
import { isAlive, waitUntilGone } from '../../src/platform/process/process-identity.ts'
import { call, type RunningProduct, startProduct } from '../product.ts'
import { PASSWORD, prepareOffice, UNITS } from './prepare.ts'

const ROUNDS = 20

let folder: string
let dataDir: string
let campaigns: string[]
let running: RunningProduct | undefined

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'thi-dua-crash-'))
  dataDir = join(folder, 'var')
  campaigns = await prepareOffice(dataDir, 2 * ROUNDS)
}, 180_000)
afterAll(async () => {
  running?.child.kill('SIGKILL')
  const database = databasePid()
  if (database && isAlive(database)) process.kill(database, 'SIGKILL')
  if (database) await waitUntilGone(database, 10_000)
  rmSync(folder, { recursive: true, force: true })
})

const databasePid = () => readPostmaster(join(dataDir, 'database', 'cluster'))?.pid

/** The database itself, asked by its superuser: the product does not know that it is watched. */
async function watch(): Promise<Client> {
  const { superuser } = keepPasswords(join(dataDir, 'database'))
  // The fourth line of postmaster.pid is the port it listens at.
  const [, , , port] = readFileSync(join(dataDir, 'database', 'cluster', 'postmaster.pid'), 'utf8').split('\n')
  const client = new Client({
    host: '127.0.0.1',
    port: Number(port),
    user: 'postgres',
    password: superuser,
    database: 'thi_dua',
  })
  client.on('error', () => undefined)
  await client.connect()
  return client
}

/** Is the product inside a transaction that has written something? */
async function isWriting(watcher: Client): Promise<boolean> {
  const { rows } = await watcher.query(
    `select 1 from pg_stat_activity where usename = 'td_application' and backend_xid is not null`,
  )
  return rows.length > 0
}

/** What stands after a crash: all of a launch, or nothing of it; anything between is a fault of ours. */
async function standing(watcher: Client, id: string): Promise<string> {
  const { rows } = await watcher.query<Record<'state' | 'obligations' | 'sent' | 'records', string>>(
    `select c.state, (select count(*) from app.obligation o where o.thing_id = c.id) as obligations,
       (select count(*) from app.document_unit d where d.document_id = c.document_id) as sent,
       (select count(*) from app.record r where r.thing_id = c.id and r.action = 'campaign.launched') as records
     from app.campaign c where c.id = $1`,
    [id],
  )
  const found = JSON.stringify(rows[0])
  if (found === JSON.stringify({ state: 'launched', obligations: `${2 * UNITS}`, sent: `${UNITS}`, records: '1' }))
    return 'all'
  if (found === JSON.stringify({ state: 'agreed', obligations: '0', sent: '0', records: '0' })) return 'nothing'
  return found
}

async function signIn(product: RunningProduct): Promise<string> {
  const answer = await call(product, 'accounts/signIn', { name: 'hoa', password: PASSWORD })
  expect(answer?.status).toBe(200)
  return answer?.cookies.join('; ') ?? ''
}

type Tally = { inside: number; all: number; nothing: number; acknowledged: number }

/** Launches one campaign and kills in the middle; says whether the transaction was open and whether the launch was acknowledged. */
async function crashInside(product: RunningProduct, cookie: string, id: string, kill: () => void) {
  const watcher = await watch()
  const review = await call(product, 'campaigns/review', { id }, cookie)
  if (review?.status !== 200) throw new Error(`the campaign could not be read: ${JSON.stringify(review?.body)}`)
  const { campaign } = (review.body as { json: { campaign: { version: number } } }).json
  const launched = call(product, 'campaigns/launch', { id, version: campaign.version }, cookie)
  let settled = false
  void launched.then(() => {
    settled = true
  })
  while (!settled && !(await isWriting(watcher))) await sleep(1)
  await sleep(Math.random() * 12)
  const inside = !settled && (await isWriting(watcher))
  kill()
  const answer = await launched
  await watcher.end().catch(() => undefined)
  return { inside, acknowledged: answer?.status === 200 }
}

function report(what: string, tally: Tally): void {
  console.log(
    `${what}: ${ROUNDS} lần, ${tally.inside} lần chết trong giao dịch đang mở; sau đó có đủ ${tally.all}, không có gì ${tally.nothing}`,
  )
}

describe(`a launch to ${UNITS} units, broken off by kill -9`, () => {
  it('of the server: all of it exists or nothing, and the next start goes on', async () => {
    const tally: Tally = { inside: 0, all: 0, nothing: 0, acknowledged: 0 }
    let cookie = ''
    for (const id of campaigns.slice(0, ROUNDS)) {
      running = await startProduct(dataDir)
      const product = running
      cookie ||= await signIn(product)
      const { inside, acknowledged } = await crashInside(product, cookie, id, () => product.child.kill('SIGKILL'))
      await product.ended
      // The orphaned database is still there: a transaction whose client is gone ends by itself.
      const watcher = await watch()
      await expect.poll(() => isWriting(watcher), { timeout: 10_000 }).toBe(false)
      const found = await standing(watcher, id)
      await watcher.end()
      expect(found).toMatch(/^(all|nothing)$/)
      if (acknowledged) expect(found).toBe('all')
      tally.inside += Number(inside)
      tally[found as 'all' | 'nothing'] += 1
    }
    report('Máy chủ', tally)
    expect(tally.inside).toBeGreaterThanOrEqual(ROUNDS / 2)
  }, 300_000)

  it('of the database: all of it exists or nothing, and the server finds it again', async () => {
    const tally: Tally = { inside: 0, all: 0, nothing: 0, acknowledged: 0 }
    running = await startProduct(dataDir)
    let product = running
    const cookie = await signIn(product)
    for (const id of campaigns.slice(ROUNDS)) {
      const killed = databasePid() ?? 0
      const { inside, acknowledged } = await crashInside(product, cookie, id, () => process.kill(killed, 'SIGKILL'))
      product = await backUp(product)
      const watcher = await watch()
      const found = await standing(watcher, id)
      await watcher.end()
      expect(found).toMatch(/^(all|nothing)$/)
      if (acknowledged) expect(found).toBe('all')
      tally.inside += Number(inside)
      tally[found as 'all' | 'nothing'] += 1
    }
    report('Cơ sở dữ liệu', tally)
    expect(tally.inside).toBeGreaterThanOrEqual(ROUNDS / 2)
    product.child.kill('SIGINT')
    expect(await product.ended).toBe(0)
  }, 300_000)
})

/** The server starts its database again by itself, or ends and is started anew. */
async function backUp(product: RunningProduct): Promise<RunningProduct> {
  const until = Date.now() + 60_000
  while (Date.now() < until) {
    if (product.child.exitCode !== null) return startProduct(dataDir)
    const ready = await fetch(new URL('/health/ready', product.address)).catch(() => undefined)
    if (ready?.status === 200) return product
    await sleep(50)
  }
  throw new Error('the server did not come back within a minute')
}
