import { sql } from 'kysely'
import type { Tx } from '../database/unit-of-work.ts'

export type FailedJob = {
  readonly id: string
  readonly name: string
  readonly failedAt: Date
  readonly reason: string | null
}
export type JobState = {
  /** Put in and not yet begun, or to be tried again. */
  readonly waiting: number
  readonly running: number
  /** Since when the one that waits longest could have begun. */
  readonly oldestWaiting: Date | null
  /** Given up after all its attempts, newest first; at most a hundred. */
  readonly failed: readonly FailedJob[]
}

/** How the queue stands. */
export async function jobState(tx: Tx): Promise<JobState> {
  const [counted] = (
    await sql<{ waiting: number; running: number; oldestWaiting: Date | null }>`
      select count(*) filter (where state in ('created', 'retry')) as waiting, count(*) filter (where state = 'active') as running,
        min(start_after) filter (where state in ('created', 'retry') and start_after <= now()) as "oldestWaiting"
      from jobs.job where name not like '\\_\\_pgboss%'`.execute(tx.db)
  ).rows
  if (!counted) throw new Error('the queue said nothing of itself')
  const { rows: failed } = await sql<FailedJob>`
    select id, name, completed_on as "failedAt", output ->> 'message' as reason from jobs.job
    where state = 'failed' order by completed_on desc limit 100`.execute(tx.db)
  return { ...counted, failed }
}

/** Lets a failed job run again; gives its name, or nothing where there is no such job or it is not failed any more. */
export async function retryJob(tx: Tx, id: string): Promise<string | undefined> {
  const { rows } = await sql<{ name: string }>`
    update jobs.job set state = 'retry', retry_limit = retry_limit + 1, start_after = now(), completed_on = null
    where id = ${id}::uuid and state = 'failed' returning name`.execute(tx.db)
  return rows[0]?.name
}
