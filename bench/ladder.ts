import pg from 'pg'
import { addDays, type PlainDate, plainDate, startOfDay, weekday } from '../src/kernel/plain-date.ts'
import { MovedClock } from '../src/platform/clock/clock.ts'
import { openPools } from '../src/platform/database/pools.ts'
import { EMBEDDED_APPLICATION, SIGN_IN_ROLE } from '../src/platform/database/roles.ts'
import { createUnitOfWork } from '../src/platform/database/unit-of-work.ts'
import { runLadder } from '../src/urging/server/index.ts'
import { testKeys } from '../test/keys.ts'
import { settled, startThrowAwayCluster } from '../test/throw-away-cluster.ts'
import { makeOwed, OWED } from './lib/owed.ts'
import { makeProvince } from './lib/province.ts'

/**
 * The ladder over 300,000 obligations of 5,000 units. `seconds`: the first run of all, when everything that is late or nearly due has its step
 * at once; `nextDaySeconds`: the run of the next working day; `bareSeconds`: one plain statement as the owner that copies as many rows as
 * were reminded of, past every policy and without asking who is to be told.
 */

const DATABASE = 'bench'
const WHO = { kind: 'job', name: 'nhắc việc' } as const

const cluster = await startThrowAwayCluster(DATABASE)
try {
  const day = workingDay(plainDate('2026-11-10'))
  await makeProvince(cluster.ownerUrl, day)
  await makeOwed(cluster.ownerUrl, day)
  const { passwords, url } = cluster.server
  const pools = openPools({
    applicationUrl: url(EMBEDDED_APPLICATION, passwords.application, DATABASE),
    signInUrl: url(SIGN_IN_ROLE, passwords.signIn, DATABASE),
  })
  try {
    const clock = new MovedClock(0)
    const work = createUnitOfWork({ pool: pools.application, clock, keys: testKeys })
    const runOn = async (on: PlainDate) => {
      clock.move(new Date(startOfDay(on).getTime() + 6 * 3_600_000))
      const began = performance.now()
      const run = settled(await work.write(WHO, (tx) => runLadder(tx, on)))
      return { run, seconds: (performance.now() - began) / 1000 }
    }
    const first = await runOn(day)
    console.log(`lần đầu: ${JSON.stringify(first.run)}, ${first.seconds.toFixed(1)} s`)
    const next = await runOn(workingDay(addDays(day, 1)))
    console.log(`hôm sau: ${JSON.stringify(next.run)}, ${next.seconds.toFixed(1)} s`)
    const reminded = first.run.state === 'run' ? first.run.reminded : 0
    const bareSeconds = await bareCopy(cluster.ownerUrl, reminded)
    console.log(
      JSON.stringify({
        seconds: rounded(first.seconds),
        nextDaySeconds: rounded(next.seconds),
        bareSeconds: rounded(bareSeconds),
        obligations: OWED,
        reminded,
      }),
    )
  } finally {
    await pools.close()
  }
} finally {
  await cluster.stop()
}

/** As many rows of the same shape, in one statement. */
async function bareCopy(ownerUrl: string, rows: number): Promise<number> {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  try {
    await owner.query('create table bare (like app.reminder including all)')
    const began = performance.now()
    await owner.query('insert into bare select * from app.reminder limit $1', [rows])
    return (performance.now() - began) / 1000
  } finally {
    await owner.end()
  }
}

function workingDay(from: PlainDate): PlainDate {
  return weekday(from) <= 5 ? from : workingDay(addDays(from, 1))
}

function rounded(seconds: number): number {
  return Number(seconds.toFixed(2))
}
