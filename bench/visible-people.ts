import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import type { Who } from '../src/kernel/actor.ts'
import { dayOf } from '../src/kernel/plain-date.ts'
import { ok } from '../src/kernel/result.ts'
import { listPeople } from '../src/organisation/server/list-people.ts'
import { readPerson } from '../src/organisation/server/read-person.ts'
import { systemClock } from '../src/platform/clock/clock.ts'
import { openPools } from '../src/platform/database/pools.ts'
import { EMBEDDED_APPLICATION, SIGN_IN_ROLE } from '../src/platform/database/roles.ts'
import { createUnitOfWork, type Tx, type UnitOfWork } from '../src/platform/database/unit-of-work.ts'
import { testKeys } from '../test/keys.ts'
import { settled, startThrowAwayCluster } from '../test/throw-away-cluster.ts'
import { type MeasuredRole, makeProvince, ROLES } from './lib/province.ts'

/**
 * Who may see whom: the list of people by name, page of 50 with its total, in a province of 100,000 people and 5,000 units. `ratio`: the
 * database's CPU for the list as each of four roles, against the same list as the owner, past every policy and without the list's own
 * filter; the worst of the four. `p95Ms`: 50 readers at once (70 % list, 15 % search, 15 % open), a second's pause between requests.
 */

const DATABASE = 'bench'
const ROUNDS = Number(process.env.ROUNDS ?? 40)
const TURNS = 4
const READERS = 50
const SECONDS = Number(process.env.SECONDS ?? 15)

const cluster = await startThrowAwayCluster(DATABASE)
try {
  const day = dayOf(systemClock.now())
  const { accounts } = await makeProvince(cluster.ownerUrl, day)
  const { passwords, url } = cluster.server
  const open = (applicationUrl: string) =>
    openPools({ applicationUrl, signInUrl: url(SIGN_IN_ROLE, passwords.signIn, DATABASE) })
  const pools = open(url(EMBEDDED_APPLICATION, passwords.application, DATABASE))
  const ownerPools = open(cluster.ownerUrl)
  try {
    const work = createUnitOfWork({ pool: pools.application, clock: systemClock, keys: testKeys })
    const asOwner = createUnitOfWork({ pool: ownerPools.application, clock: systemClock, keys: testKeys })
    const owner = { work: asOwner, who: { kind: 'script', name: 'bench' } as const }
    const ratios: Partial<Record<MeasuredRole, number>> = {}
    const bareCpuMs: number[] = []
    for (const role of ROLES) {
      const mine = { work, who: { kind: 'person', accountId: accounts[role] } as const }
      const { bare, own, total } = await sideBySide(owner, mine)
      ratios[role] = own / bare
      bareCpuMs.push(bare)
      console.log(
        `${role}: ${own.toFixed(2)} ms CPU, ${total} người; không lọc ${bare.toFixed(2)} ms; gấp ${(own / bare).toFixed(2)}`,
      )
    }
    const p95Ms = await readersAtOnce(work, Object.values(accounts))
    const ratio = Math.max(...Object.values(ratios))
    const rounded = Object.fromEntries(Object.entries(ratios).map(([role, value]) => [role, Number(value.toFixed(2))]))
    console.log(
      JSON.stringify({
        ratio: Number(ratio.toFixed(2)),
        p95Ms,
        bareCpuMs: Number(Math.min(...bareCpuMs).toFixed(2)),
        ratios: rounded,
      }),
    )
  } finally {
    await Promise.all([pools.close(), ownerPools.close()])
  }
} finally {
  await cluster.stop()
}

type Side = { work: UnitOfWork; who: Who }

/** In turns, so that what else the machine does falls on both sides alike. */
async function sideBySide(bare: Side, own: Side): Promise<{ bare: number; own: number; total: number }> {
  const sums = { bare: 0, own: 0, total: 0 }
  for (let turn = 0; turn < TURNS; turn += 1) {
    sums.bare += (await cpuPerList(bare.work, bare.who)).cpuMs / TURNS
    const { cpuMs, total } = await cpuPerList(own.work, own.who)
    sums.own += cpuMs / TURNS
    sums.total = total
  }
  return sums
}

/** The database process's own CPU for one list, the mean of many inside one transaction, warm. */
async function cpuPerList(work: UnitOfWork, who: Who): Promise<{ cpuMs: number; total: number }> {
  return settled(
    await work.read(who, async (tx) => {
      const backend = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx.db)
      const pid = backend.rows[0]?.pid ?? 0
      const list = async () => settled(await listPeople(tx, { page: 1 } as Parameters<typeof listPeople>[1]))
      let { total } = await list()
      for (let round = 0; round < 5; round += 1) ({ total } = await list())
      const before = cpuTicks(pid)
      for (let round = 0; round < ROUNDS; round += 1) await list()
      return ok({ cpuMs: ((cpuTicks(pid) - before) * 10) / ROUNDS, total })
    }),
  )
}

/** User and system time of a process, in hundredths of a second, as Linux counts them. */
function cpuTicks(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return Number(fields[11]) + Number(fields[12])
}

async function readersAtOnce(work: UnitOfWork, accountIds: readonly string[]): Promise<number> {
  const until = performance.now() + SECONDS * 1000
  const times: number[] = []
  const reader = async (no: number) => {
    const who: Who = { kind: 'person', accountId: accountIds[no % accountIds.length] ?? '' }
    await pause((no * 1000) / READERS)
    for (let turn = no; performance.now() < until; turn += 1) {
      const began = performance.now()
      await work.read(who, async (tx) => ok(await oneRequest(tx, turn)))
      times.push(performance.now() - began)
      await pause(1000)
    }
  }
  await Promise.all(Array.from({ length: READERS }, (_, no) => reader(no)))
  times.sort((a, b) => a - b)
  console.log(`${times.length} yêu cầu, giữa ${(times[times.length >> 1] ?? 0).toFixed(0)} ms`)
  return Math.round(times[Math.floor(times.length * 0.95)] ?? 0)
}

async function oneRequest(tx: Tx, turn: number): Promise<void> {
  const kind = turn % 20
  type Filter = Parameters<typeof listPeople>[1]
  if (kind < 14) settled(await listPeople(tx, { page: 1 + (turn % 3) } as Filter))
  else if (kind < 17) settled(await listPeople(tx, { q: `lan ${turn * 37}`, page: 1 } as Filter))
  else {
    const listed = settled(await listPeople(tx, { page: 1 } as Filter))
    const [first] = listed.people
    if (first) settled(await readPerson(tx, { id: first.id }))
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
