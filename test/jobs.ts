import { openPools } from '../src/platform/database/pools.ts'
import type { UnitOfWork } from '../src/platform/database/unit-of-work.ts'
import type { Job } from '../src/platform/jobs/job.ts'
import { createJobRunner } from '../src/platform/jobs/job-runner.ts'
import type { FreshDatabase } from './database.ts'

/** Runs what waits in the queue now, until nothing does; gives how many jobs ran. A job that throws is thrown. */
export async function runWaitingJobs(
  { database, work }: { database: FreshDatabase; work: UnitOfWork },
  jobs: readonly Job[],
): Promise<number> {
  const pools = openPools(database)
  const sql = (text: string, values?: unknown[]) => pools.application.query(text, values)
  const runner = createJobRunner({ jobs, work, sql, onFault: () => {} })
  try {
    return await runner.runWaiting()
  } finally {
    await runner.stop()
    await pools.close()
  }
}
