import type { AccountsDeps } from '../accounts/server/index.ts'
import { accountsRouter } from '../accounts/server/index.ts'
import { actingRouter, contactOf, followedUnits } from '../acting/server/index.ts'
import { assessmentsRouter, ratingListsWaiting } from '../assessments/server/index.ts'
import { assignmentsRouter } from '../assignments/server/index.ts'
import { backupRouter, backupsWaiting } from '../backup/server/index.ts'
import {
  campaignDays,
  campaignsInHand,
  campaignsRouter,
  campaignsWaiting,
  planOwner,
} from '../campaigns/server/index.ts'
import { clustersRouter } from '../clusters/server/index.ts'
import { importsRouter } from '../imports/server/index.ts'
import { documentsRouter } from '../mechanisms/documents/server/index.ts'
import { assignedWork, obligationsRouter, sharedWork } from '../mechanisms/obligations/server/index.ts'
import { recordRouter } from '../mechanisms/record/server/index.ts'
import { submissionsRouter, submissionsWaiting } from '../mechanisms/submissions/server/index.ts'
import { organisationRouter } from '../organisation/server/index.ts'
import { correctionsWaiting, personalDataRouter } from '../personal-data/server/index.ts'
import type { ContentStore } from '../platform/files/content-store.ts'
import { registryRouter } from '../registry/server/index.ts'
import { reportsRouter } from '../reports/server/index.ts'
import { type SystemFacts, systemRouter } from '../system/server/index.ts'
import { lettersWaiting, urgingRouter } from '../urging/server/index.ts'
import { IMPORT_KINDS } from './imports.ts'
import { DESK, THINGS } from './what-is-owed.ts'

export type RouterDeps = AccountsDeps & { readonly store: ContentStore; readonly facts: SystemFacts }

/** Every operation of the product on its use cases; here the mechanisms learn which capabilities use them. */
export function createRouter(deps: RouterDeps) {
  const { work, store, facts } = deps
  const backups = { work, settings: facts.backups, wall: facts.wall }
  return {
    accounts: accountsRouter(deps),
    acting: actingRouter(work, [assignedWork(THINGS), sharedWork(THINGS), campaignsInHand]),
    organisation: organisationRouter(work),
    clusters: clustersRouter(work),
    documents: documentsRouter(work, planOwner),
    campaigns: campaignsRouter(work, store, THINGS),
    assignments: assignmentsRouter(work),
    obligations: obligationsRouter(work, {
      things: THINGS,
      waiting: [
        campaignsWaiting,
        submissionsWaiting(THINGS),
        ratingListsWaiting,
        correctionsWaiting,
        backupsWaiting(backups),
        lettersWaiting,
      ],
      coming: [campaignDays],
      followed: followedUnits,
      contact: contactOf,
    }),
    submissions: submissionsRouter(work, DESK),
    reports: reportsRouter({ work, store, desk: DESK }),
    assessments: assessmentsRouter(work),
    personalData: personalDataRouter(work),
    registry: registryRouter(work),
    imports: importsRouter(work, IMPORT_KINDS),
    record: recordRouter(work),
    system: systemRouter(work, facts),
    urging: urgingRouter(work, THINGS, followedUnits),
    backup: backupRouter(backups, facts.dataDir),
  }
}
