import { implement } from '@orpc/server'
import type { UnitOfWork } from '../../platform/database/unit-of-work.ts'
import type { ListExport } from '../../platform/export/list-export.ts'
import type { RequestContext } from '../../platform/http/context.ts'
import { handlersFor } from '../../platform/http/use-cases.ts'
import { systemContract } from '../contract.ts'
import { outboxExport } from './export-outbox.ts'
import { listJobs, retryFailedJob } from './jobs.ts'
import { listOutbox } from './list-outbox.ts'
import { readHealth, type SystemFacts } from './read-health.ts'
import { resendMail } from './resend-mail.ts'

export type { SystemFacts } from './read-health.ts'
export { type MailGround, sendMails } from './send-mails.ts'

/** The lists of the machine that can be taken away as sheets. */
export const systemExports: readonly ListExport[] = [outboxExport]

/** The operations on the machine itself: its health, the mails that wait. */
export function systemRouter(work: UnitOfWork, facts: SystemFacts) {
  const os = implement(systemContract).$context<RequestContext>()
  const { read, write } = handlersFor(work)
  return os.router({
    health: os.health.handler(read(readHealth(facts))),
    jobs: os.jobs.handler(read(listJobs(facts.jobWords ?? new Map()))),
    retryJob: os.retryJob.handler(write(retryFailedJob(facts.jobWords ?? new Map()))),
    outbox: os.outbox.handler(read(listOutbox(facts.mailsGoOut ?? false))),
    resendMail: os.resendMail.handler(write(resendMail)),
  })
}
