import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { refusalSentence } from '../src/kernel/refusals.ts'
import type { Result } from '../src/kernel/result.ts'
import type { EmbeddedPasswords } from '../src/platform/database/embedded-passwords.ts'
import { startEmbeddedPostgres } from '../src/platform/database/launcher.ts'
import { migrate, readMigrations } from '../src/platform/database/migrate.ts'
import { stopOrphan } from '../src/platform/database/postmaster.ts'
import { EMBEDDED_OWNER, prepareEmbeddedRoles } from '../src/platform/database/roles.ts'
import { lockDirectory } from '../src/platform/process/directory-lock.ts'

/** The cluster of this run and the migrated database that each test file gets a copy of. */
export type TestCluster = { port: number; passwords: EmbeddedPasswords; template: string }

declare module 'vitest' {
  export interface ProvidedContext {
    cluster: TestCluster
  }
}

const PREFIX = 'thi-dua-test-'
const TEMPLATE = 'td_template'

/** One PostgreSQL for the whole run, in a folder that goes with it. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  await sweepAbandoned()
  const directory = mkdtempSync(join(tmpdir(), PREFIX))
  lockDirectory(directory)
  const server = settled(await startEmbeddedPostgres({ directory, durable: false, maxConnections: 200 }))
  await prepareEmbeddedRoles(server.url('postgres', server.passwords.superuser, 'postgres'), server.passwords, TEMPLATE)
  const ownerUrl = server.url(EMBEDDED_OWNER, server.passwords.owner, TEMPLATE)
  settled(await migrate(ownerUrl, readMigrations()))
  project.provide('cluster', { port: server.port, passwords: server.passwords, template: TEMPLATE })
  return async () => {
    await server.stop()
    rmSync(directory, { recursive: true, force: true })
  }
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

function settled<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(refusalSentence(result.refusal.code, result.refusal.values))
  return result.value
}
