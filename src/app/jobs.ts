import { backupJobs } from '../backup/server/index.ts'
import { recordJobs } from '../mechanisms/record/server/index.ts'
import { organisationJobs } from '../organisation/server/index.ts'
import type { Config } from '../platform/config/config.ts'
import { reachDatabase } from '../platform/database/reach-database.ts'
import type { UnitOfWork } from '../platform/database/unit-of-work.ts'
import type { ContentStore } from '../platform/files/content-store.ts'
import type { Job } from '../platform/jobs/job.ts'
import type { SystemFacts } from '../system/server/index.ts'

export type JobDeps = { readonly work: UnitOfWork; readonly store: ContentStore; readonly config: Config; readonly facts: SystemFacts }

/** Every job of the product: what each capability gives from its `server/index.ts`. */
export function jobsOf({ work, store, config, facts }: JobDeps): Job[] {
  const { backups: settings, version, wall } = facts
  const backups = backupJobs({ work, store, settings, version, wall, owner: () => reachDatabase(config) })
  return [...recordJobs, ...organisationJobs, ...backups]
}
