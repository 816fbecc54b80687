import type { TestProject } from 'vitest/node'
import type { EmbeddedPasswords } from '../src/platform/database/embedded-passwords.ts'
import { startThrowAwayCluster } from './throw-away-cluster.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The cluster of this run and the migrated database that each test file gets a copy of. */
    cluster: { port: number; passwords: EmbeddedPasswords; template: string }
  }
}

const TEMPLATE = 'td_template'

/** One PostgreSQL for the whole run, in a folder that goes with it. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const { server, stop } = await startThrowAwayCluster(TEMPLATE)
  project.provide('cluster', { port: server.port, passwords: server.passwords, template: TEMPLATE })
  return stop
}
