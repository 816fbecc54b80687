import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../../test/database.ts'
import { testKeys } from '../../../test/keys.ts'
import { must } from '../../../test/world.ts'
import type { Who } from '../../kernel/actor.ts'
import { ok, refuse } from '../../kernel/result.ts'
import { systemClock } from '../clock/clock.ts'
import { openPools, type Pools } from '../database/pools.ts'
import { createUnitOfWork, type UnitOfWork } from '../database/unit-of-work.ts'
import { enqueue } from './enqueue.ts'
import type { Job, JobPayload } from './job.ts'
import { createJobRunner, type JobRunner } from './job-runner.ts'
import { jobState, retryJob } from './job-state.ts'

let database: FreshDatabase
let pools: Pools
let work: UnitOfWork
let ran: JobPayload[] = []
let act: Job['run'] = async () => {}
const runners: JobRunner[] = []

const script: Who = { kind: 'script', name: 'thử' }
const job: Job = {
  name: 'count',
  words: 'Đếm',
  every: '0 3 * * *',
  run: async (payload, run) => {
    ran.push(payload)
    await act(payload, run)
  },
}

function runner(): JobRunner {
  const made = createJobRunner({
    jobs: [job],
    work,
    sql: (text, values) => pools.application.query(text, values),
    onFault: () => {},
    patienceMs: 1000,
  })
  runners.push(made)
  return made
}

const put = (payload: JobPayload, key?: string) =>
  must(
    work.write(script, async (tx) => {
      await enqueue(tx, 'count', payload, key === undefined ? {} : { key })
      return ok(undefined)
    }),
  )
const state = () => must(work.read(script, async (tx) => ok(await jobState(tx))))

beforeAll(async () => {
  database = await freshDatabase()
  pools = openPools(database)
  work = createUnitOfWork({ pool: pools.application, clock: systemClock, keys: testKeys })
})
beforeEach(() => {
  ran = []
  act = async () => {}
})
afterAll(async () => {
  for (const one of runners) await one.stop()
  await pools.close()
  await database.close()
})

describe('what is put into the queue', () => {
  it('runs once, when its transaction has committed, whether or not a server has run before', async () => {
    await put({ id: 'a' })
    expect(await runner().runWaiting()).toBe(1)
    expect(ran).toEqual([{ id: 'a' }])
    expect(await runner().runWaiting()).toBe(0)
  })

  it('is not there when the transaction was rolled back', async () => {
    await work.write(script, async (tx) => {
      await enqueue(tx, 'count', { id: 'b' })
      return refuse('not-found')
    })
    expect(await runner().runWaiting()).toBe(0)
  })

  it('waits once for one key, and again after the first has begun', async () => {
    await Promise.all([
      put({ id: 'c' }, 'k'),
      put({ id: 'c' }, 'k'),
      put({ id: 'd' }, 'other'),
      put({ id: 'e' }),
      put({ id: 'e' }),
    ])
    act = async ({ id }) => {
      if (id === 'c' && ran.length < 4) await put({ id: 'c again' }, 'k')
    }
    const one = runner()
    await one.runWaiting()
    expect(ran.map(({ id }) => id).sort()).toEqual(['c', 'c again', 'd', 'e', 'e'])
  })

  it('is seen as failed when it fails, and an administrator lets it run again', async () => {
    await must(
      work.write(script, async (tx) => {
        await enqueue(tx, 'count', { id: 'f' })
        return ok(undefined)
      }),
    )
    await pools.application.query(`update jobs.job set retry_limit = 0 where state = 'created'`)
    act = async () => {
      throw new Error('đĩa đầy\n  at secret place')
    }
    await expect(runner().runWaiting()).rejects.toThrow('đĩa đầy')
    const { failed } = await state()
    expect(failed).toMatchObject([{ name: 'count', reason: 'đĩa đầy' }])
    act = async () => {}
    const id = failed[0]?.id ?? ''
    expect(await must(work.write(script, async (tx) => ok(await retryJob(tx, id))))).toBe('count')
    expect(await must(work.write(script, async (tx) => ok(await retryJob(tx, id))))).toBeUndefined()
    expect(await runner().runWaiting()).toBe(1)
    expect((await state()).failed).toEqual([])
  })
})

describe('a running server', () => {
  it('takes jobs as they come, plans the ones with hours, and breaks off at its stop what the next one begins again', async () => {
    let broken = false
    act = (_payload, { signal }) =>
      new Promise((resolve, reject) => {
        if (ran.length > 1) return resolve()
        signal.addEventListener('abort', () => {
          broken = true
          reject(new Error('broken off'))
        })
      })
    const first = runner()
    await first.start()
    const { rows } = await pools.application.query(`select name, cron, timezone from jobs.schedule`)
    expect(rows).toEqual([{ name: 'count', cron: '0 3 * * *', timezone: 'Asia/Ho_Chi_Minh' }])
    await put({ id: 'g' })
    await expect.poll(() => ran.length, { timeout: 20_000 }).toBe(1)
    await first.stop()
    await expect.poll(() => broken, { timeout: 5000 }).toBe(true)
    await pools.application.query(`update jobs.job set start_after = now() where state = 'retry'`)
    expect(await runner().runWaiting()).toBe(1)
    expect(ran).toEqual([{ id: 'g' }, { id: 'g' }])
  })

  it('begins again what a server that was killed had begun', async () => {
    await put({ id: 'h' })
    // Taken, and then nothing more was heard: what is left of a server after kill -9.
    await pools.application.query(
      `update jobs.job set state = 'active', started_on = now() - interval '2 minutes', heartbeat_on = now() - interval '1 minute'
       where state = 'created'`,
    )
    await pools.application.query(`update jobs.queue set monitor_on = null, monitor_claim_on = null`)
    const next = runner()
    await next.start()
    await pools.application.query(`update jobs.job set start_after = now() where state = 'retry'`)
    await expect.poll(() => ran.length, { timeout: 20_000 }).toBe(1)
    await next.stop()
  })
})
