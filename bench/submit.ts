import { randomUUID } from 'node:crypto'
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
import { makeProvince } from './lib/province.ts'
import { LINES, makeReports, READY, type Ready } from './lib/reports-owed.ts'

/**
 * Sending a report of 40 figures, in a province of 5,000 units and 60,000 reports: fifty heads at once, each sends his six one after
 * another with a second's pause. `p95Ms`: of signing and sending, from the unit of work's first statement to its commit. `bareP95Ms`: the
 * rows of such a sending alone, as the owner past every policy, by fifty writers at the same pace.
 */
const DATABASE = 'bench'

const cluster = await startThrowAwayCluster(DATABASE)
try {
  const day = dayOf(systemClock.now())
  await makeProvince(cluster.ownerUrl, day)
  const ready = await makeReports(cluster.ownerUrl, day)
  const bareP95Ms = p95(await bareWriters(ready))
  const times = await writersAtOnce(ready)
  const p95Ms = p95(times)
  console.log(`${times.length} báo cáo, giữa ${median(times)} ms; chỉ ghi dòng: 95% dưới ${bareP95Ms} ms`)
  console.log(JSON.stringify({ p95Ms, medianMs: median(times), bareP95Ms, sent: times.length }))
} finally {
  await cluster.stop()
}

/** Every head sends what he has ready; the versions of the drafts are all 1. */
async function writersAtOnce(ready: readonly Ready[]): Promise<number[]> {
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
async function bareWriters(ready: readonly Ready[]): Promise<number[]> {
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
     select id, 1, unit_id, (select jsonb_object_agg(line_key, value) from app.report_line l where l.submission_id = s.id), '[]', 1, now(), 'x', $2
     from app.submission s where id = $1`,
    [id, consent],
  )
  await client.query(
    `update app.submission set state = 'submitted', sent_count = 1, version = version + 1 where id = $1`,
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
}

async function atOnce(ready: readonly Ready[], send: (head: Ready, id: string) => Promise<void>): Promise<number[]> {
  const times: number[] = []
  await Promise.all(
    ready.map(async (head, no) => {
      await pause((no * 1000) / ready.length)
      for (const id of head.drafts) {
        const began = performance.now()
        await send(head, id)
        times.push(performance.now() - began)
        await pause(1000)
      }
    }),
  )
  if (times.length !== ready.length * READY) throw new Error(`${times.length} sendings of ${LINES} lines were measured`)
  return times.sort((a, b) => a - b)
}

function p95(times: readonly number[]): number {
  return Math.round(times[Math.floor(times.length * 0.95)] ?? 0)
}

function median(times: readonly number[]): number {
  return Math.round(times[times.length >> 1] ?? 0)
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
