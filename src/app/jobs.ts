import { recordJobs } from '../mechanisms/record/server/index.ts'
import { organisationJobs } from '../organisation/server/index.ts'
import type { Config } from '../platform/config/config.ts'
import type { UnitOfWork } from '../platform/database/unit-of-work.ts'
import type { ContentStore } from '../platform/files/content-store.ts'
import type { Job } from '../platform/jobs/job.ts'

export type JobDeps = { readonly work: UnitOfWork; readonly store: ContentStore; readonly config: Config }

/** Every job of the product: what each capability gives from its `server/index.ts`. */
export function jobsOf(_deps: JobDeps): Job[] {
  return [...recordJobs, ...organisationJobs]
}
