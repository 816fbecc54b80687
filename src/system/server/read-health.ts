import { statfs } from 'node:fs/promises'
import { sql } from 'kysely'
import { howBackupsStand } from '../../backup/server/index.ts'
import { seesAs } from '../../kernel/actor.ts'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import type { Clock } from '../../platform/clock/clock.ts'
import type { BackupSettings } from '../../platform/config/config.ts'
import { readMigrations } from '../../platform/database/migrations.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { rootUnit } from '../../platform/database/unit-tree.ts'
import { jobState } from '../../platform/jobs/job-state.ts'
import { type HealthCheck, healthChecks } from '../domain/health-checks.ts'

export type SystemFacts = {
  /** Where the files and the embedded database lie. */
  readonly dataDir: string
  readonly version: string
  readonly startedAt: Date
  /** The machine's own clock, also where a sample world runs on another. */
  readonly wall: Clock
  readonly backups: BackupSettings
  /** A mail server is set up. */
  readonly mailsGoOut?: boolean
  /** The name of a job → what it does, in words. */
  readonly jobWords?: ReadonlyMap<string, string>
}

type Health = { checks: HealthCheck[]; startedAt: string; version: string }

/** How the machine and its data are, for whoever administers the whole organisation. */
export function readHealth(facts: SystemFacts) {
  const wanted = readMigrations().at(-1)?.name ?? null
  return async (tx: Tx): Promise<Result<Health>> => {
    const root = await rootUnit(tx)
    if (!seesAs(tx.actor, ['administrator', 'auditor'], [root.id]))
      return refuse('not-yours-to-see', { who: 'quản trị viên' })
    const [database] = (
      await sql<{ version: string; bytes: number; now: Date; migrated: string | null }>`
        select current_setting('server_version') as version, pg_database_size(current_database()) as bytes,
          clock_timestamp() as now, (select max(name) from app.migration) as migrated`.execute(tx.db)
    ).rows
    if (!database) throw new Error('the database said nothing of itself')
    const files = await tx.db
      .selectFrom('file')
      .select((eb) => [eb.fn.countAll<number>().as('count'), sql<number>`coalesce(sum(size), 0)::bigint`.as('bytes')])
      .executeTakeFirstOrThrow()
    const mails = await tx.db
      .selectFrom('outbox_mail')
      .select((eb) => [
        eb.fn.countAll<number>().filterWhere('state', 'in', ['waiting', 'sending']).as('waiting'),
        eb.fn.countAll<number>().filterWhere('state', '=', 'failed').as('failed'),
        // What waits for a working morning does not wait for the server.
        eb.fn
          .min<Date | null>(eb.fn('greatest', ['created_at', 'not_before']))
          .filterWhere('state', 'in', ['waiting', 'sending'])
          .as('oldest'),
      ])
      .executeTakeFirstOrThrow()
    const last = await tx.db.selectFrom('record').select('at').orderBy('at', 'desc').limit(1).executeTakeFirst()
    const installed = await tx.db.selectFrom('installation').select('demo').executeTakeFirstOrThrow()
    const wallNow = facts.wall.now()
    const checks = healthChecks({
      database: { version: database.version.split(' ')[0] ?? '', bytes: database.bytes },
      migrated: { done: database.migrated, wanted },
      disk: await diskOf(facts.dataDir),
      files,
      mails: {
        goOut: facts.mailsGoOut ?? false,
        waiting: mails.waiting,
        failed: mails.failed,
        waitsMinutes: mails.oldest === null ? 0 : (tx.now.getTime() - mails.oldest.getTime()) / 60_000,
      },
      backup: await howBackupsStand(tx, { settings: facts.backups, wall: facts.wall }),
      jobs: await jobsOf(tx, facts.wall),
      lastRecordAt: last?.at ?? null,
      clock: { demo: installed.demo, now: tx.now, databaseNow: database.now, wallNow },
      memoryBytes: process.memoryUsage().rss,
      upSeconds: (wallNow.getTime() - facts.startedAt.getTime()) / 1000,
    })
    return ok({ checks, startedAt: facts.startedAt.toISOString(), version: facts.version })
  }
}

/** The queue runs by the machine's own clock, also where a sample world runs on another. */
async function jobsOf(tx: Tx, wall: Clock) {
  const { waiting, running, failed, oldestWaiting } = await jobState(tx)
  const waitsMinutes = oldestWaiting === null ? 0 : (wall.now().getTime() - oldestWaiting.getTime()) / 60_000
  return { waiting, running, failed: failed.length, waitsMinutes }
}

/** Undefined where the folder's disk cannot be asked: a health page must not fall with what it watches. */
async function diskOf(folder: string): Promise<{ freeBytes: number; totalBytes: number } | undefined> {
  try {
    const disk = await statfs(folder)
    return { freeBytes: disk.bavail * disk.bsize, totalBytes: disk.blocks * disk.bsize }
  } catch {
    return undefined
  }
}
