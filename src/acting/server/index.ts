import { implement } from '@orpc/server'
import type { UnitOfWork } from '../../platform/database/unit-of-work.ts'
import type { RequestContext } from '../../platform/http/context.ts'
import { handlersFor } from '../../platform/http/use-cases.ts'
import { actingContract } from '../contract.ts'
import { delegate } from './delegate.ts'
import { endDelegation } from './end-delegation.ts'
import { listDelegable, listDelegations } from './list-delegations.ts'

export { delegate } from './delegate.ts'
export { listDelegable } from './list-delegations.ts'

/** Acting for each other: delegation during absence, handover of open work, who looks after which unit, which steps need two people. */
export function actingRouter(work: UnitOfWork) {
  const os = implement(actingContract).$context<RequestContext>()
  const { read, write } = handlersFor(work)
  return os.router({
    delegations: os.delegations.handler(read(listDelegations)),
    delegable: os.delegable.handler(read(listDelegable)),
    delegate: os.delegate.handler(write(delegate)),
    endDelegation: os.endDelegation.handler(write(endDelegation)),
  })
}
