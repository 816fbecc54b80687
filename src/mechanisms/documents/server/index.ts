import { implement } from '@orpc/server'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.ts'
import type { RequestContext } from '../../../platform/http/context.ts'
import { handlersFor } from '../../../platform/http/use-cases.ts'
import { documentsContract } from '../contract.ts'
import { addFact, changeFact, setFactState } from './change-facts.ts'
import type { DocumentOwner } from './owner.ts'

export { addFact, changeFact } from './change-facts.ts'
export { factsOf, storeReading } from './facts.ts'
export { whyNumberTaken } from './number-taken.ts'
export type { DocumentOwner } from './owner.ts'

export function documentsRouter(work: UnitOfWork, owner: DocumentOwner) {
  const os = implement(documentsContract).$context<RequestContext>()
  const { write } = handlersFor(work)
  return os.router({
    changeFact: os.changeFact.handler(write(changeFact(owner))),
    setFactState: os.setFactState.handler(write(setFactState(owner))),
    addFact: os.addFact.handler(write(addFact(owner))),
  })
}
