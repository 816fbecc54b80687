import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import pg from 'pg'
import { DESK } from '../src/app/what-is-owed.ts'
import { dayOf } from '../src/kernel/plain-date.ts'
import { sign } from '../src/mechanisms/submissions/server/index.ts'
import { systemClock } from '../src/platform/clock/clock.ts'
import { openPools } from '../src/platform/database/pools.ts'
import { EMBEDDED_APPLICATION, SIGN_IN_ROLE } from '../src/platform/database/roles.ts'
import { createUnitOfWork } from '../src/platform/database/unit-of-work.ts'
import { testKeys } from '../test/keys.ts'
import { settled, startThrowAwayCluster } from '../test/throw-away-cluster.ts'
import { makeOwed } from './lib/owed.ts'
import { makeProvince } from './lib/province.ts'
import { LINES, makeReports, READY, type Ready } from './lib/reports-owed.ts'

/**
 * Sending a report of 40 figures with its evidence, in a province of 5,000 units, 300,000 obligations and 60,000 reports with 200,000 files:
 * fifty heads at once, each sends his ten one after another and pauses 1 s between them, as the readers of the other measurements do.
 * `p95Ms`: of signing and sending, from before the unit of work's first statement to after its commit, with the wait for a connection; of
 * every sending but each head's first, which opens the connections and runs code that has not run before: `firstP95Ms` is of these alone.
 * `bareP95Ms`: the rows of such a sending alone, as the owner past every policy, by fifty writers at the same pace over as many connections,
 * counted in the same way. `cpuMs`: what one sending costs the program and its database together.
 */
const DATABASE = 'bench'

const cluster = await startThrowAwayCluster(DATABASE)
try {
  const day = dayOf(systemClock.now())
  await makeProvince(cluster.ownerUrl, day)
  const ready = await makeReports(cluster.ownerUrl, day)
  await makeOwed(cluster.ownerUrl, day)
  const bare = await bareWriters(ready)
  const ours = await writersAtOnce(ready)
  const figures = { p95Ms: p95(ours.warm), medianMs: median(ours.warm), firstP95Ms: p95(ours.first) }
  const sent = ours.first.length + ours.warm.length
  console.log(`${sent} báo cáo, giữa ${figures.medianMs} ms; chỉ ghi dòng: giữa ${median(bare.warm)} ms`)
  console.log(JSON.stringify({ ...figures, cpuMs: ours.cpuMs, bareP95Ms: p95(bare.warm), bareCpuMs: bare.cpuMs, sent }))
} finally {
  await cluster.stop()
}

/** Every head sends what he has ready; the versions of the drafts are all 1. */
async function writersAtOnce(ready: readonly Ready[]): Promise<Times> {
  const { passwords, url } = cluster.server
  const pools = openPools({
    applicationUrl: url(EMBEDDED_APPLICATION, passwords.application, DATABASE),
    signInUrl: url(SIGN_IN_ROLE, passwords.signIn, DATABASE),
  })
  try {
    const work = createUnitOfWork({ pool: pools.application, clock: systemClock, keys: testKeys })
    return await atOnce(ready, async ({ accountId }, id) => {
      const signing = { id, version: 1, consent: { way: 'product' as const } }
      settled(await work.write({ kind: 'person', accountId }, (tx) => sign(DESK)(tx, signing)))
    })
  } finally {
    await pools.close()
  }
}

/** What a sending writes, without asking anything: rolled back, so that the same reports are sent afterwards. */
async function bareWriters(ready: readonly Ready[]): Promise<Times> {
  const pool = new pg.Pool({ connectionString: cluster.ownerUrl, max: 20 })
  try {
    return await atOnce(ready, async (_head, id) => {
      const client = await pool.connect()
      try {
        await client.query('begin')
        await writeRows(client, id)
        await client.query('rollback')
      } finally {
        client.release()
      }
    })
  } finally {
    await pool.end()
  }
}

async function writeRows(client: pg.PoolClient, id: string): Promise<void> {
  const consent = randomUUID()
  await client.query(
    `insert into app.consent (id, thing_kind, thing_id, thing_version, outcome, given_by_person, given_by_name, given_as, given_on, way, entered_by_name, entered_at)
     select $1, 'submission', $2, 1, 'agreed', (select id from app.person limit 1), 'Minh', 'Trưởng phòng', current_date, 'product', 'Minh', now()`,
    [consent, id],
  )
  await client.query(
    `insert into app.submission_version (submission_id, sent_no, unit_id, content, files, form_version, submitted_at, receipt_hash, consent_id)
     select id, 1, unit_id, (select jsonb_object_agg(line_key, value) from app.report_line l where l.submission_id = s.id),
       (select jsonb_agg(f.name) from app.report_line l join app.file f on f.id = any (l.file_ids) where l.submission_id = s.id), 1, now(), 'x', $2
     from app.submission s where id = $1`,
    [id, consent],
  )
  await client.query(
    `update app.submission set state = 'submitted', sent_count = 1, version = version + 1,
       file_ids = array(select unnest(l.file_ids) from app.report_line l where l.submission_id = $1) where id = $1`,
    [id],
  )
  await client.query(
    `update app.obligation set state = 'done', done_on = current_date where id = (select obligation_id from app.submission where id = $1)`,
    [id],
  )
  await client.query(
    `insert into app.report_figure (form_id, submission_id, line_key, unit_no, amount)
     select f.id, s.id, l.line_key, s.unit_no, (l.value ->> 'count')::numeric from app.submission s
     join app.report_line l on l.submission_id = s.id cross join (select id from app.report_form limit 1) f where s.id = $1`,
    [id],
  )
  await client.query(
    `insert into app.record (id, at, on_day, actor_kind, actor_name, action, thing_kind, thing_id, thing_name, detail, search)
     values (gen_random_uuid(), now(), current_date, 'script', 'Minh', 'sending.signed', 'submission', $1, 'Phong trào', '{}', 'minh')`,
    [id],
  )
}

type Times = { first: number[]; warm: number[]; cpuMs: number }

async function atOnce(ready: readonly Ready[], send: (head: Ready, id: string) => Promise<void>): Promise<Times> {
  const times: Times = { first: [], warm: [], cpuMs: 0 }
  const before = cpuMs()
  await Promise.all(
    ready.map(async (head, no) => {
      await pause((no * 1000) / ready.length)
      for (const [turn, id] of head.drafts.entries()) {
        const began = performance.now()
        await send(head, id)
        times[turn === 0 ? 'first' : 'warm'].push(performance.now() - began)
        await pause(1000)
      }
    }),
  )
  const sent = times.first.length + times.warm.length
  if (sent !== ready.length * READY) throw new Error(`${sent} sendings of ${LINES} lines were measured`)
  return { ...times, cpuMs: Number(((cpuMs() - before) / sent).toFixed(1)) }
}

/** CPU of this process and of the database's connections of the bench that are open now. */
function cpuMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000 + backendTicks() * 10
}

/** User and system time of the connections, in hundredths of a second, as Linux counts them. */
function backendTicks(): number {
  const ticks = readdirSync('/proc').map((pid) => {
    try {
      if (!/^postgres: .* td_\w+ bench /.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8'))) return 0
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
      return Number(fields[11]) + Number(fields[12])
    } catch {
      return 0
    }
  })
  return ticks.reduce((sum, one) => sum + one, 0)
}

function p95(times: readonly number[]): number {
  return inOrder(times, 0.95)
}

function median(times: readonly number[]): number {
  return inOrder(times, 0.5)
}

function inOrder(times: readonly number[], share: number): number {
  return Math.round(times.toSorted((a, b) => a - b)[Math.floor(times.length * share)] ?? 0)
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
