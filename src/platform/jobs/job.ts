import type { UnitOfWork } from '../database/unit-of-work.ts'

/** What a job is told: ids and days, never a person's data; the queue's table has no row-level security. */
export type JobPayload = Readonly<Record<string, string>>

export type JobRun = {
  readonly work: UnitOfWork
  /** Aborted when the server stops or the job is taken too long: the next server begins it again, so it must find what was done. */
  readonly signal: AbortSignal
}

/** Work done without anybody waiting for it. A job may run twice (a crash between its end and the queue's hearing of it): it finds its work done. */
export type Job = {
  /** Of the queue, stable for ever: `send-mails`. */
  readonly name: string
  /** What it does, for the administrator's page: «Gửi thư». */
  readonly words?: string
  // When it starts by itself, as cron in Việt Nam's time: '*/5 * * * *'.
  readonly every?: string
  readonly run: (payload: JobPayload, run: JobRun) => Promise<void>
}
