import { implement } from '@orpc/server'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.ts'
import type { RequestContext } from '../../../platform/http/context.ts'
import { handlersFor } from '../../../platform/http/use-cases.ts'
import type { ObligationThings } from '../../obligations/server/index.ts'
import { submissionsContract } from '../contract.ts'
import { forObligation } from './for-obligation.ts'
import { handOver, saveDraft, takeBack } from './prepare.ts'
import { accept, open, returnSubmission, withdraw } from './receive.ts'
import { sign } from './send.ts'

export { saveDraft } from './prepare.ts'
export { accept, returnSubmission } from './receive.ts'
export { sign } from './send.ts'
export { submissionsWaiting } from './waiting.ts'

export function submissionsRouter(work: UnitOfWork, things: ObligationThings) {
  const os = implement(submissionsContract).$context<RequestContext>()
  const { read, write } = handlersFor(work)
  return os.router({
    forObligation: os.forObligation.handler(read(forObligation(things))),
    saveDraft: os.saveDraft.handler(write(saveDraft(things))),
    handOver: os.handOver.handler(write(handOver(things))),
    takeBack: os.takeBack.handler(write(takeBack(things))),
    sign: os.sign.handler(write(sign(things))),
    withdraw: os.withdraw.handler(write(withdraw(things))),
    open: os.open.handler(write(open(things))),
    return: os.return.handler(write(returnSubmission(things))),
    accept: os.accept.handler(write(accept(things))),
  })
}
