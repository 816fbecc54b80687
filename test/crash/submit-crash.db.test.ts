import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Client } from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type RunningProduct, startProduct } from '../product.ts'
import { crashesOn, signIn } from './broken-off.ts'
import { prepareTasksDone } from './prepare.ts'

/** Half of them kill the server, half the database. `CRASH_ROUNDS=50` for the long run. */
const ROUNDS = Number(process.env.CRASH_ROUNDS ?? 10)

let folder: string
let dataDir: string
let drafts: { id: string; version: number }[]
let running: RunningProduct | undefined
const on = crashesOn(() => dataDir)

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'thi-dua-crash-'))
  dataDir = join(folder, 'var')
  drafts = await prepareTasksDone(dataDir, ROUNDS)
}, 180_000)
afterAll(async () => {
  await on.cleanUp(running)
  rmSync(folder, { recursive: true, force: true })
})

/** What stands after a crash: all of a sending, or nothing of it; anything between is a fault of ours. */
async function standing(watcher: Client, id: string): Promise<string> {
  const { rows } = await watcher.query<Record<string, string>>(
    `select s.state, o.state as owed, s.sent_count::int as sent,
       (select count(*)::int from app.submission_version v where v.submission_id = s.id and v.receipt_hash = s.receipt_hash) as receipts,
       (select count(*)::int from app.consent c where c.thing_id = s.id) as consents,
       (select count(*)::int from app.record r where r.thing_id = s.id and r.action = 'sending.signed') as records
     from app.submission s join app.obligation o on o.id = s.obligation_id where s.id = $1`,
    [id],
  )
  const found = JSON.stringify(rows[0])
  const all = { state: 'submitted', owed: 'done', sent: 1, receipts: 1, consents: 1, records: 1 }
  const nothing = { state: 'draft', owed: 'open', sent: 0, receipts: 0, consents: 0, records: 0 }
  if (found === JSON.stringify(all)) return 'all'
  return found === JSON.stringify(nothing) ? 'nothing' : found
}

it('a sending broken off by kill -9 of the server or of the database is there whole or not at all; what was acknowledged is there', async () => {
  const tally = { inside: 0, all: 0, nothing: 0, acknowledged: 0 }
  let cookie = ''
  for (const [index, { id, version }] of drafts.entries()) {
    if (running === undefined || running.child.exitCode !== null || running.child.signalCode !== null) {
      running = await startProduct(dataDir)
    }
    const product: RunningProduct = running
    cookie ||= await signIn(product, 'minh')
    const ofServer = index % 2 === 0
    const killed = ofServer ? product.child.pid : on.databasePid()
    const act = { operation: 'submissions/sign', input: { id, version, consent: { way: 'product' } }, cookie }
    const { inside, acknowledged } = await on.crashInside(product, act, () => process.kill(killed ?? 0, 'SIGKILL'), 60)
    if (ofServer) await product.ended
    else running = await on.backUp(product)
    const watcher = await on.watch()
    // A transaction whose client is gone ends by itself.
    await expect.poll(() => on.isWriting(watcher), { timeout: 10_000 }).toBe(false)
    const found = await standing(watcher, id)
    await watcher.end()
    expect(found).toMatch(/^(all|nothing)$/)
    if (acknowledged) expect(found).toBe('all')
    tally.inside += Number(inside)
    tally.acknowledged += Number(acknowledged)
    tally[found as 'all' | 'nothing'] += 1
  }
  console.log(
    `Gửi: ${ROUNDS} lần, ${tally.inside} lần chết trong giao dịch đang mở; sau đó có đủ ${tally.all}, không có gì ${tally.nothing}`,
  )
  expect(tally.inside).toBeGreaterThan(0)
}, 600_000)
