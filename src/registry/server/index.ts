import { implement } from '@orpc/server'
import type { UnitOfWork } from '../../platform/database/unit-of-work.ts'
import type { RequestContext } from '../../platform/http/context.ts'
import { handlersFor } from '../../platform/http/use-cases.ts'
import { registryContract } from '../contract.ts'
import { changeAward, enterAward, voidAward } from './enter-award.ts'
import { listAwards } from './list-awards.ts'
import { matchRecipient, unmatchRecipient } from './match-recipient.ts'
import { readAward, readAwardsOfPerson, readAwardsOfUnit } from './read-award.ts'

export { changeAward, enterAward, voidAward } from './enter-award.ts'
export { awardsExport } from './export-awards.ts'
export { awardsImport } from './import/awards-kind.ts'
export { listAwards } from './list-awards.ts'
export { matchRecipient, unmatchRecipient } from './match-recipient.ts'
export { readAward, readAwardsOfPerson, readAwardsOfUnit } from './read-award.ts'

/** The operations of the registry: awards that were given before the system, whose they are. */
export function registryRouter(work: UnitOfWork) {
  const os = implement(registryContract).$context<RequestContext>()
  const { read, write } = handlersFor(work)
  return os.router({
    list: os.list.handler(read(listAwards)),
    award: os.award.handler(read(readAward)),
    ofPerson: os.ofPerson.handler(read(readAwardsOfPerson)),
    ofUnit: os.ofUnit.handler(read(readAwardsOfUnit)),
    enter: os.enter.handler(write(enterAward)),
    change: os.change.handler(write(changeAward)),
    void: os.void.handler(write(voidAward)),
    match: os.match.handler(write(matchRecipient)),
    unmatch: os.unmatch.handler(write(unmatchRecipient)),
  })
}
