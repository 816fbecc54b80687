import { createHash } from 'node:crypto'
import pg from 'pg'
import { THINGS } from '../src/app/what-is-owed.ts'
import { dayOf } from '../src/kernel/plain-date.ts'
import { systemClock } from '../src/platform/clock/clock.ts'
import { openPools } from '../src/platform/database/pools.ts'
import { EMBEDDED_APPLICATION, SIGN_IN_ROLE } from '../src/platform/database/roles.ts'
import { createUnitOfWork } from '../src/platform/database/unit-of-work.ts'
import { assembled } from '../src/reports/server/assembly/assembled.ts'
import { testKeys } from '../test/keys.ts'
import { settled, startThrowAwayCluster } from '../test/throw-away-cluster.ts'
import { makeProvince } from './lib/province.ts'
import { FORMS, LINES, makeReports } from './lib/reports-owed.ts'

/**
 * The reports of a branch as one: 5,000 units with 40 figures each, last period and last year beside, among 60,000 reports. `ms`: the whole
 * answer for whoever sees everything, the unit of work with it; `branchMs`: for whoever answers for one
 * department; both the median of the rounds. `bareMs`: the sums alone, of the same three forms, as the owner and without any policy.
 */
const DATABASE = 'bench'
const ROUNDS = Number(process.env.ROUNDS ?? 9)

const cluster = await startThrowAwayCluster(DATABASE)
try {
  const { accounts } = await makeProvince(cluster.ownerUrl, dayOf(systemClock.now()))
  await makeReports(cluster.ownerUrl, dayOf(systemClock.now()))
  const [now, before, lastYear] = [keyOf(FORMS), keyOf(FORMS - 1), keyOf(1)]
  const owner = new pg.Client({ connectionString: cluster.ownerUrl })
  await owner.connect()
  const { passwords, url } = cluster.server
  const pools = openPools({
    applicationUrl: url(EMBEDDED_APPLICATION, passwords.application, DATABASE),
    signInUrl: url(SIGN_IN_ROLE, passwords.signIn, DATABASE),
  })
  try {
    await owner.query('update app.report_form set previous_form_id = $2, last_year_form_id = $3 where id = $1', [
      now,
      before,
      lastYear,
    ])
    const work = createUnitOfWork({ pool: pools.application, clock: systemClock, keys: testKeys })
    const asked = async (accountId: string) =>
      settled(await work.read({ kind: 'person', accountId }, (tx) => assembled(THINGS)(tx, { id: now })))
    const bare = async () =>
      (
        await owner.query<{ sum: string; reports: number }>(
          `select form_id, line_key, count(*)::int as reports, sum(amount) as sum, sum(base) as bases from app.report_figure
           where form_id = any($1::uuid[]) group by 1, 2`,
          [[now, before, lastYear]],
        )
      ).rows
    const whole = await asked(accounts.whole)
    const rows = await bare()
    const sum = rows.reduce((all, row) => all + Number(row.sum), 0)
    const told = whole.figures.flatMap((figure) => [figure.total, figure.previous, figure.lastYear])
    const ours = told.reduce((all, total) => all + (total?.amount ?? 0), 0)
    if (ours !== sum || whole.figures.length !== LINES) throw new Error(`tổng ${ours}, trong bảng ${sum}`)
    const times = { own: [] as number[], branch: [] as number[], bare: [] as number[] }
    for (let round = 0; round < ROUNDS; round += 1) {
      times.bare.push(await timed(bare))
      times.own.push(await timed(() => asked(accounts.whole)))
      times.branch.push(await timed(() => asked(accounts.department)))
    }
    const branch = await asked(accounts.department)
    console.log(`${whole.owed} đơn vị, ${whole.sent} đã gửi; riêng ${branch.unit.name}: ${branch.owed} đơn vị`)
    const [ms, branchMs, bareMs] = [median(times.own), median(times.branch), median(times.bare)]
    console.log(
      JSON.stringify({ ms, worstMs: Math.max(...times.own), branchMs, bareMs, units: whole.owed, rounds: ROUNDS }),
    )
  } finally {
    await Promise.all([pools.close(), owner.end()])
  }
} finally {
  await cluster.stop()
}

/** As the makers name their rows. */
function keyOf(no: number): string {
  const hash = createHash('md5').update(`form ${no}`).digest('hex')
  return [hash.slice(0, 8), hash.slice(8, 12), hash.slice(12, 16), hash.slice(16, 20), hash.slice(20)].join('-')
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await run()
  return Math.round(performance.now() - began)
}

function median(times: number[]): number {
  return times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0
}
