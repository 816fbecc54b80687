import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import type { Who } from '../src/kernel/actor.ts'
import { type PlainDate, plainDate, startOfDay } from '../src/kernel/plain-date.ts'
import { ok } from '../src/kernel/result.ts'
import { MovedClock } from '../src/platform/clock/clock.ts'
import { openPools } from '../src/platform/database/pools.ts'
import { EMBEDDED_APPLICATION, SIGN_IN_ROLE } from '../src/platform/database/roles.ts'
import { createUnitOfWork, type Tx, type UnitOfWork } from '../src/platform/database/unit-of-work.ts'
import { runLadder } from '../src/urging/server/index.ts'
import { type BoardFilter, lateBoard } from '../src/urging/server/late-board.ts'
import { reminderLog } from '../src/urging/server/reminder-log.ts'
import { testKeys } from '../test/keys.ts'
import { settled, startThrowAwayCluster } from '../test/throw-away-cluster.ts'
import { makeOwed } from './lib/owed.ts'
import { makeProvince } from './lib/province.ts'

/**
 * The board of late units of a province: 5,000 units, 300,000 obligations, tens of thousands of reminders. `p95Ms`: 50 readers at once
 * (70 % filtered board, 15 % search, 15 % the log of a row), a second's pause between requests. `bareP95Ms`: the same readers and pauses with
 * the bare page and its count as the owner, past every policy. `ratio`: the database's CPU for a page of the board against the bare one.
 */

const DATABASE = 'bench'
const READERS = 50
const SECONDS = Number(process.env.SECONDS ?? 15)
const ROUNDS = 30
const JOB = { kind: 'job', name: 'nhắc việc' } as const

const cluster = await startThrowAwayCluster(DATABASE)
try {
  const day = plainDate('2026-11-10')
  const { accounts } = await makeProvince(cluster.ownerUrl, day)
  await makeOwed(cluster.ownerUrl, day)
  const { passwords, url } = cluster.server
  const open = (applicationUrl: string) =>
    openPools({ applicationUrl, signInUrl: url(SIGN_IN_ROLE, passwords.signIn, DATABASE) })
  const pools = open(url(EMBEDDED_APPLICATION, passwords.application, DATABASE))
  const ownerPools = open(cluster.ownerUrl)
  try {
    const clock = new MovedClock(0)
    clock.move(new Date(startOfDay(day).getTime() + 8 * 3_600_000))
    const work = createUnitOfWork({ pool: pools.application, clock, keys: testKeys })
    const asOwner = createUnitOfWork({ pool: ownerPools.application, clock, keys: testKeys })
    settled(await work.write(JOB, (tx) => runLadder(tx, day)))
    await settle(asOwner)
    const office: Who = { kind: 'person', accountId: accounts.whole }
    const board = await cpuOf(work, office, (tx) => page(tx, {}))
    const bare = await cpuOf(asOwner, JOB, (tx) => barePage(tx, day, 1))
    console.log(`bảng ${board.toFixed(1)} ms CPU, trần ${bare.toFixed(1)} ms`)
    const bareP95Ms = await readersAtOnce(asOwner, JOB, (tx, turn) => barePage(tx, day, 1 + (turn % 3)))
    const p95Ms = await readersAtOnce(work, office, oneRequest)
    console.log(JSON.stringify({ p95Ms, bareP95Ms, ratio: Number((board / bare).toFixed(2)) }))
  } finally {
    await Promise.all([pools.close(), ownerPools.close()])
  }
} finally {
  await cluster.stop()
}

async function page(tx: Tx, filter: BoardFilter & { page?: number }) {
  return settled(await lateBoard(tx, { page: 1, ...filter }, undefined))
}

function kindOf(turn: number): string {
  return turn % 20 < 14 ? 'bảng' : turn % 20 < 17 ? 'tìm' : 'sổ nhắc'
}

async function oneRequest(tx: Tx, turn: number): Promise<void> {
  const kind = turn % 20
  if (kind < 14) await page(tx, { ...(kind % 2 === 0 ? { kind: 'report' as const } : {}), page: 1 + (turn % 3) })
  else if (kind < 17) await page(tx, { q: `don vi ${1000 + ((turn * 37) % 4000)}` })
  else {
    const [first] = (await page(tx, {})).rows
    if (first) settled(await reminderLog(tx, { id: first.id }))
  }
}

/** The same page and its count, as one writes them where nobody is to be kept from anything. */
async function barePage(tx: Tx, day: PlainDate, no: number): Promise<void> {
  const late = sql`state = 'open' and last_day < ${day}::date`
  await sql`select count(*), count(distinct unit_id) from (select unit_id from app.obligation where ${late} limit 10001) l`.execute(
    tx.db,
  )
  await sql`
    select o.*, u.name, r.count, r.last from (
      select * from app.obligation where ${late} order by last_day, unit_no, id limit 50 offset ${(no - 1) * 50}
    ) o join app.unit u on u.id = o.unit_id
    left join lateral (select count(*), max(sent_on) as last from app.reminder where obligation_id = o.id) r on true
    order by o.last_day, o.unit_no, o.id`.execute(tx.db)
}

async function settle(work: UnitOfWork): Promise<void> {
  settled(
    await work.write(JOB, async (tx) => {
      await sql`analyze app.obligation, app.reminder, app.outbox_mail, app.urging_digest`.execute(tx.db)
      return ok(undefined)
    }),
  )
}

/** The database process's own CPU for one page, the mean of many inside one transaction, warm. */
async function cpuOf(work: UnitOfWork, who: Who, once: (tx: Tx) => Promise<unknown>): Promise<number> {
  return settled(
    await work.read(who, async (tx) => {
      const backend = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx.db)
      const pid = backend.rows[0]?.pid ?? 0
      for (let round = 0; round < 5; round += 1) await once(tx)
      const before = cpuTicks(pid)
      for (let round = 0; round < ROUNDS; round += 1) await once(tx)
      return ok(((cpuTicks(pid) - before) * 10) / ROUNDS)
    }),
  )
}

/** User and system time of a process, in hundredths of a second, as Linux counts them. */
function cpuTicks(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return Number(fields[11]) + Number(fields[12])
}

async function readersAtOnce(
  work: UnitOfWork,
  who: Who,
  request: (tx: Tx, turn: number) => Promise<unknown>,
): Promise<number> {
  const until = performance.now() + SECONDS * 1000
  const times: number[] = []
  const kinds = new Map<string, number[]>()
  const reader = async (no: number) => {
    await pause((no * 1000) / READERS)
    for (let turn = no; performance.now() < until; turn += 1) {
      const began = performance.now()
      await work.read(who, async (tx) => ok(await request(tx, turn)))
      const took = performance.now() - began
      times.push(took)
      const kind = kindOf(turn)
      kinds.set(kind, [...(kinds.get(kind) ?? []), took])
      await pause(1000)
    }
  }
  await Promise.all(Array.from({ length: READERS }, (_, no) => reader(no)))
  times.sort((a, b) => a - b)
  console.log(`${times.length} yêu cầu, giữa ${(times[times.length >> 1] ?? 0).toFixed(0)} ms`)
  for (const [kind, took] of kinds) {
    took.sort((a, b) => a - b)
    console.log(`  ${kind}: ${took.length}, giữa ${(took[took.length >> 1] ?? 0).toFixed(0)} ms`)
  }
  return Math.round(times[Math.floor(times.length * 0.95)] ?? 0)
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
