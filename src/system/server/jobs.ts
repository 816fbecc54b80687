import { holds, seesAs } from '../../kernel/actor.ts'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import { record } from '../../mechanisms/record/server/index.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { rootUnit } from '../../platform/database/unit-tree.ts'
import { jobState, retryJob } from '../../platform/jobs/job-state.ts'

export type JobWords = ReadonlyMap<string, string>

type FailedShape = {
  id: string
  words: string
  failedAt: string
  reason: string | null
  actions: { retry?: { whyNot: null } }
}
type Jobs = { waiting: number; running: number; failed: FailedShape[] }

/** What is done without anybody waiting for it: how much waits and runs, and what was given up, newest first. */
export function listJobs(words: JobWords) {
  return async (tx: Tx): Promise<Result<Jobs>> => {
    const root = await rootUnit(tx)
    if (!seesAs(tx.actor, ['administrator', 'auditor'], [root.id])) {
      return refuse('not-yours-to-see', { who: 'quản trị viên' })
    }
    const may = holds(tx.actor, 'administrator', [root.id])
    const { waiting, running, failed } = await jobState(tx)
    return ok({
      waiting,
      running,
      failed: failed.map(({ id, name, failedAt, reason }) => ({
        id,
        words: words.get(name) ?? name,
        failedAt: failedAt.toISOString(),
        reason,
        actions: may ? { retry: { whyNot: null } } : {},
      })),
    })
  }
}

/** Lets a job that was given up run again. Pressed twice, the second finds it waiting already. */
export function retryFailedJob(words: JobWords) {
  return async (tx: Tx, { id }: { id: string }): Promise<Result<{ done: true }>> => {
    const root = await rootUnit(tx)
    if (!holds(tx.actor, 'administrator', [root.id])) return refuse('not-yours-to-do', { who: 'quản trị viên' })
    const name = await retryJob(tx, id)
    if (name !== undefined) await record(tx, 'job.retried', { kind: 'job', id, name: words.get(name) ?? name })
    return ok({ done: true })
  }
}
