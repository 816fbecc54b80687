import { endSessionsWithoutPost, writeDownDoorActs } from '../accounts/server/index.ts'
import { backupJobs } from '../backup/server/index.ts'
import { importJobs } from '../imports/server/index.ts'
import { recordJobs } from '../mechanisms/record/server/index.ts'
import { organisationJobs } from '../organisation/server/index.ts'
import type { Config } from '../platform/config/config.ts'
import { reachDatabase } from '../platform/database/reach-database.ts'
import type { UnitOfWork } from '../platform/database/unit-of-work.ts'
import type { ContentStore } from '../platform/files/content-store.ts'
import type { Job } from '../platform/jobs/job.ts'
import type { SignIn } from '../platform/sign-in/sign-in.ts'
import { type MailGround, type SystemFacts, sendMails } from '../system/server/index.ts'
import { ladderJob } from '../urging/server/index.ts'
import { IMPORT_KINDS } from './imports.ts'

export type JobDeps = {
  readonly work: UnitOfWork
  readonly signIn: SignIn
  readonly store: ContentStore
  readonly config: Config
  readonly facts: SystemFacts
  readonly mail: MailGround
}

/** Every job of the product: what each capability gives from its `server/index.ts`. */
export function jobsOf({ work, signIn, store, config, facts, mail }: JobDeps): Job[] {
  const { backups: settings, version, wall } = facts
  const backups = backupJobs({ work, store, settings, version, wall, owner: () => reachDatabase(config) })
  const imports = importJobs(store, IMPORT_KINDS)
  return [
    ...imports,
    ...recordJobs,
    ...organisationJobs,
    ...backups,
    ladderJob,
    endSessionsWithoutPost(signIn),
    writeDownDoorActs(signIn),
    ...sendMails(mail),
  ]
}
