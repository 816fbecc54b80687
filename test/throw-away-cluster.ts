import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { refusalSentence } from '../src/kernel/refusals.ts'
import type { Result } from '../src/kernel/result.ts'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../src/platform/database/launcher.ts'
import { migrate } from '../src/platform/database/migrate.ts'
import { readMigrations } from '../src/platform/database/migrations.ts'
import { stopOrphan } from '../src/platform/database/postmaster.ts'
import { prepareQueue } from '../src/platform/database/queue-schema.ts'
import { EMBEDDED_OWNER, prepareEmbeddedRoles } from '../src/platform/database/roles.ts'
import { lockDirectory } from '../src/platform/process/directory-lock.ts'

const PREFIX = 'thi-dua-test-'

export type ThrowAwayCluster = {
  readonly server: EmbeddedPostgres
  /** The owner's address of the one migrated database in it. */
  readonly ownerUrl: string
  /** Stops it and removes every trace. */
  readonly stop: () => Promise<void>
}

/** A PostgreSQL in a temporary folder, with `database` migrated in it. Throws when it cannot be had. */
export async function startThrowAwayCluster(database: string): Promise<ThrowAwayCluster> {
  await sweepAbandoned()
  const directory = mkdtempSync(join(tmpdir(), PREFIX))
  lockDirectory(directory)
  const server = settled(await startEmbeddedPostgres({ directory, durable: false, maxConnections: 200 }))
  const { passwords, url } = server
  await prepareEmbeddedRoles(url('postgres', passwords.superuser, 'postgres'), passwords, database)
  const ownerUrl = url(EMBEDDED_OWNER, passwords.owner, database)
  settled(await migrate(ownerUrl, readMigrations()))
  await prepareQueue(ownerUrl)
  return {
    server,
    ownerUrl,
    stop: async () => {
      await server.stop()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

/** The value of a result that the test takes for granted; throws with the refusal's sentence otherwise. */
export function settled<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(refusalSentence(result.refusal.code, result.refusal.values))
  return result.value
}

/** A run that was killed leaves its database running: the next run clears it away. */
async function sweepAbandoned(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    if (!name.startsWith(PREFIX)) continue
    const directory = join(tmpdir(), name)
    if ('heldBy' in lockDirectory(directory)) continue
    await stopOrphan(join(directory, 'cluster'))
    rmSync(directory, { recursive: true, force: true })
  }
}
