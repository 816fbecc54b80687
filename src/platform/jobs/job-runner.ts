import type { JobWithMetadata, PgBoss } from 'pg-boss'
import type { UnitOfWork } from '../database/unit-of-work.ts'
import type { Job, JobPayload } from './job.ts'
import { QUEUE_OPTIONS } from './queue-options.ts'

/** One statement of the queue's own, outside any unit of work: it touches its own tables alone. */
export type QueueSql = (text: string, values?: unknown[]) => Promise<{ rows: unknown[] }>

export type JobRunnerOptions = {
  readonly jobs: readonly Job[]
  readonly work: UnitOfWork
  readonly sql: QueueSql
  /** Hears of a job that failed, and of the queue's own faults. */
  readonly onFault: (fault: unknown, job?: string) => void
  /** How long `stop` lets what runs finish; ten seconds. */
  readonly patienceMs?: number
}

export type JobRunner = {
  /** From now on jobs are run as they come, and by their hours. */
  readonly start: () => Promise<void>
  /** Runs what waits now, one after the other, until nothing does: for tests and the command line. Throws what a job throws. */
  readonly runWaiting: () => Promise<number>
  /** Lets what runs finish for a while, then breaks it off: the next server begins it again. */
  readonly stop: () => Promise<void>
}

const TIME_ZONE = 'Asia/Ho_Chi_Minh'
const PATIENCE_MS = 10_000
/** How often a server asks for work, and looks for jobs whose server is gone. */
const ASK_SECONDS = 2
const LOOK_SECONDS = 20

/** Takes the jobs out of the queue and runs them. Nothing is read or asked before `start` or `runWaiting`. */
export function createJobRunner(options: JobRunnerOptions): JobRunner {
  const { jobs, work } = options
  let boss: Promise<PgBoss> | undefined
  const names = new Set(jobs.map((job) => job.name))
  if (names.size !== jobs.length) throw new Error('two jobs have one name')

  const open = (scheduling: boolean) => {
    boss ??= openQueue(options, scheduling)
    return boss
  }

  return {
    start: async () => {
      const queue = await open(true)
      await schedule(queue, jobs)
      // At once, so that what a crashed server left behind does not wait for the first round.
      await queue.supervise()
      for (const job of jobs) {
        const settings = { pollingIntervalSeconds: ASK_SECONDS, heartbeatRefreshSeconds: 10 }
        await queue.work<JobPayload>(job.name, settings, async ([taken]) => {
          if (!taken) return
          try {
            await job.run(taken.data ?? {}, { work, signal: taken.signal })
          } catch (fault) {
            options.onFault(fault, job.name)
            throw plainFault(fault)
          }
        })
      }
    },

    runWaiting: async () => {
      const queue = await open(false)
      let done = 0
      for (let found = true; found; ) {
        found = false
        for (const job of jobs) {
          const [taken] = (await queue.fetch<JobPayload>(job.name)) as JobWithMetadata<JobPayload>[]
          if (!taken) continue
          found = true
          done += 1
          try {
            await job.run(taken.data ?? {}, { work, signal: new AbortController().signal })
          } catch (fault) {
            await queue.fail(job.name, taken.id, plainFault(fault))
            throw fault
          }
          await queue.complete(job.name, taken.id)
        }
      }
      return done
    },

    stop: async () => {
      await (await boss)?.stop({ graceful: true, timeout: options.patienceMs ?? PATIENCE_MS, close: false })
      boss = undefined
    },
  }
}

async function openQueue({ sql, jobs, onFault }: JobRunnerOptions, scheduling: boolean): Promise<PgBoss> {
  const { PgBoss } = await import('pg-boss')
  const queue = new PgBoss({
    // Handed on as it came: of several statements in one text the answer is a list.
    db: { executeSql: async (text, values) => (await sql(text, values)) as { rows: never[] } },
    schema: 'jobs',
    // The owner makes the tables (`prepareQueue`). What follows asks for no more than rows: statistics are cut into partitions, and
    // indexes are rebuilt, by owners alone.
    migrate: false,
    createSchema: false,
    persistQueueStats: false,
    reindex: false,
    monitorVacuum: false,
    schedule: scheduling,
    supervise: scheduling,
    superviseIntervalSeconds: LOOK_SECONDS,
    monitorIntervalSeconds: LOOK_SECONDS,
  })
  queue.on('error', (fault) => onFault(fault))
  await queue.start()
  for (const { name } of jobs) {
    await queue.createQueue(name, QUEUE_OPTIONS)
    const { policy, ...changeable } = QUEUE_OPTIONS
    await queue.updateQueue(name, changeable)
  }
  return queue
}

/** The hours as the jobs of this program say them; hours of jobs that are no more go. */
async function schedule(queue: PgBoss, jobs: readonly Job[]): Promise<void> {
  for (const { name } of await queue.getSchedules()) {
    if (!jobs.some((job) => job.name === name && job.every)) await queue.unschedule(name)
  }
  for (const { name, every } of jobs) {
    if (every) await queue.schedule(name, every, {}, { tz: TIME_ZONE, singletonKey: 'every' })
  }
}

/** What the queue keeps of a fault is read by the administrator: its first line, not the place in the program, and never a statement's values. */
function plainFault(fault: unknown): Error {
  const [line = ''] = (fault instanceof Error ? fault.message : String(fault)).split('\n')
  const plain = new Error(line.slice(0, 300))
  plain.stack = ''
  return plain
}
