import { implement } from '@orpc/server'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.ts'
import type { RequestContext } from '../../../platform/http/context.ts'
import { handlersFor } from '../../../platform/http/use-cases.ts'
import type { Job } from '../../../platform/jobs/job.ts'
import { recordContract } from '../contract.ts'
import { dailyHeadJob } from './daily-head.ts'
import { listRecord } from './list-record.ts'
import { sealRecordJob } from './seal-record.ts'
import { checkRecord, readSeals, setHeadReaders } from './seals.ts'

export type { RecordAction } from '../domain/actions.ts'
export { changesBetween } from '../domain/changes.ts'
export { recordExport } from './export-record.ts'
export { entriesOf } from './list-record.ts'
export { actorName, type RecordedThing, record } from './record.ts'
export { type RecordedSet, recordSet } from './record-set.ts'
export { sealAll } from './seal-record.ts'
export { type KnownHead, type Verification, verifyRecord } from './verify-record.ts'

/** What the record does by itself: sealing every minute, the head of the day. */
export const recordJobs: readonly Job[] = [sealRecordJob, dailyHeadJob]

export function recordRouter(work: UnitOfWork) {
  const os = implement(recordContract).$context<RequestContext>()
  const { read, write } = handlersFor(work)
  return os.router({
    list: os.list.handler(read(listRecord)),
    seals: os.seals.handler(read(readSeals)),
    verify: os.verify.handler(write(checkRecord)),
    setHeadReaders: os.setHeadReaders.handler(write(setHeadReaders)),
  })
}
