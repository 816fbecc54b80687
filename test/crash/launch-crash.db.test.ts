import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { call, type RunningProduct, startProduct } from '../product.ts'
import { crashesOn, signIn } from './broken-off.ts'
import { prepareOffice, UNITS } from './prepare.ts'

/** For each, the server and the database: `CRASH_ROUNDS=20` and more for the long run. */
const ROUNDS = Number(process.env.CRASH_ROUNDS ?? 6)
/** From the first write on: about as long as a launch takes, so that the kill falls before its commit and after it. */
const LAUNCH_MS = 80

let folder: string
let dataDir: string
let campaigns: string[]
let running: RunningProduct | undefined
const on = crashesOn(() => dataDir)

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'thi-dua-crash-'))
  dataDir = join(folder, 'var')
  campaigns = await prepareOffice(dataDir, 2 * ROUNDS)
}, 180_000)
afterAll(async () => {
  await on.cleanUp(running)
  rmSync(folder, { recursive: true, force: true })
})

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

type Tally = { inside: number; all: number; nothing: number; acknowledged: number }

/** Launches one campaign and kills in the middle. */
async function launchBroken(product: RunningProduct, cookie: string, id: string, kill: () => void) {
  const review = await call(product, 'campaigns/review', { id }, cookie)
  if (review?.status !== 200) throw new Error(`the campaign could not be read: ${JSON.stringify(review?.body)}`)
  const { campaign } = (review.body as { json: { campaign: { version: number } } }).json
  const act = { operation: 'campaigns/launch', input: { id, version: campaign.version }, cookie }
  return on.crashInside(product, act, kill, LAUNCH_MS)
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
      cookie ||= await signIn(product, 'hoa')
      const { inside, acknowledged } = await launchBroken(product, cookie, id, () => product.child.kill('SIGKILL'))
      await product.ended
      // The orphaned database is still there: a transaction whose client is gone ends by itself.
      const watcher = await on.watch()
      await expect.poll(() => on.isWriting(watcher), { timeout: 10_000 }).toBe(false)
      const found = await standing(watcher, id)
      await watcher.end()
      expect(found).toMatch(/^(all|nothing)$/)
      if (acknowledged) expect(found).toBe('all')
      tally.inside += Number(inside)
      tally[found as 'all' | 'nothing'] += 1
    }
    report('Máy chủ', tally)
    expect(tally.inside).toBeGreaterThan(0)
  }, 300_000)

  it('of the database: all of it exists or nothing, and the server finds it again', async () => {
    const tally: Tally = { inside: 0, all: 0, nothing: 0, acknowledged: 0 }
    running = await startProduct(dataDir)
    let product = running
    const cookie = await signIn(product, 'hoa')
    for (const id of campaigns.slice(ROUNDS)) {
      const killed = on.databasePid() ?? 0
      const { inside, acknowledged } = await launchBroken(product, cookie, id, () => process.kill(killed, 'SIGKILL'))
      product = await on.backUp(product)
      const watcher = await on.watch()
      const found = await standing(watcher, id)
      await watcher.end()
      expect(found).toMatch(/^(all|nothing)$/)
      if (acknowledged) expect(found).toBe('all')
      tally.inside += Number(inside)
      tally[found as 'all' | 'nothing'] += 1
    }
    report('Cơ sở dữ liệu', tally)
    expect(tally.inside).toBeGreaterThan(0)
    product.child.kill('SIGINT')
    expect(await product.ended).toBe(0)
  }, 300_000)
})
