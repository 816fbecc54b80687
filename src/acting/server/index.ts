import { implement } from '@orpc/server'
import { capacitiesOf } from '../../kernel/actor.ts'
import { ok } from '../../kernel/result.ts'
import type { OpenWork } from '../../mechanisms/obligations/server/index.ts'
import type { UnitOfWork } from '../../platform/database/unit-of-work.ts'
import type { ListExport } from '../../platform/export/list-export.ts'
import type { RequestContext } from '../../platform/http/context.ts'
import { handlersFor } from '../../platform/http/use-cases.ts'
import { actingContract } from '../contract.ts'
import { delegate } from './delegate.ts'
import { endDelegation } from './end-delegation.ts'
import { delegationsExport } from './export-delegations.ts'
import { lookingAfterExport } from './export-looking-after.ts'
import { handOver, readOpenWork } from './hand-over.ts'
import { listDelegable, listDelegations } from './list-delegations.ts'
import { listLookingAfter, unitContact } from './list-looking-after.ts'
import { followedUnits } from './looking-after.ts'
import { newPostOf, readNewcomer } from './newcomer.ts'
import { delegationsHeld, lookedAfterUnits, unitsWork } from './open-work.ts'
import { listHandovers, readHandover } from './read-handover.ts'
import { setLookingAfter } from './set-looking-after.ts'
import { listStepRules, setStepRule } from './step-rules.ts'

export { delegate } from './delegate.ts'
export { handOver } from './hand-over.ts'
export { listDelegable } from './list-delegations.ts'
export { contactOf, followedUnits } from './looking-after.ts'
export { setLookingAfter } from './set-looking-after.ts'

/** The lists of acting for each other that can be taken away as sheets. */
export const actingExports: readonly ListExport[] = [delegationsExport, lookingAfterExport]

/**
 * Acting for each other: delegation during absence, handover of open work, who looks after which unit, which steps need two people.
 * `openWork` is what mechanisms and other capabilities know of a person's work.
 */
export function actingRouter(work: UnitOfWork, openWork: readonly OpenWork[]) {
  const os = implement(actingContract).$context<RequestContext>()
  const { read, write } = handlersFor(work)
  const sources = [...openWork, lookedAfterUnits, unitsWork, delegationsHeld]
  return os.router({
    // Also with a capacity that holds no longer: here the person finds that out and chooses anew.
    capacities: os.capacities.handler(
      read(
        async (tx) =>
          ok({ capacities: tx.actor.kind === 'person' ? capacitiesOf(tx.actor) : [], newIn: await newPostOf(tx) }),
        { withoutPost: true },
      ),
    ),
    delegations: os.delegations.handler(read(listDelegations)),
    delegable: os.delegable.handler(read(listDelegable)),
    delegate: os.delegate.handler(write(delegate)),
    endDelegation: os.endDelegation.handler(write(endDelegation)),
    openWork: os.openWork.handler(read(readOpenWork(sources))),
    handOver: os.handOver.handler(write(handOver(sources))),
    handover: os.handover.handler(read(readHandover)),
    handovers: os.handovers.handler(read(listHandovers)),
    followed: os.followed.handler(read(async (tx) => ok({ unitIds: [...((await followedUnits(tx)) ?? [])] }))),
    lookingAfter: os.lookingAfter.handler(read(listLookingAfter)),
    unitContact: os.unitContact.handler(read(unitContact)),
    setLookingAfter: os.setLookingAfter.handler(write(setLookingAfter)),
    stepRules: os.stepRules.handler(read(listStepRules)),
    setStepRule: os.setStepRule.handler(write(setStepRule)),
    newcomer: os.newcomer.handler(read(readNewcomer)),
  })
}
