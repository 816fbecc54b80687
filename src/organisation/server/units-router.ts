import { implement } from '@orpc/server'
import type { UnitOfWork } from '../../platform/database/unit-of-work.ts'
import type { RequestContext } from '../../platform/http/context.ts'
import { handlersFor } from '../../platform/http/use-cases.ts'
import { unitsContract } from '../units-contract.ts'
import { changeUnit } from './change-unit.ts'
import { createUnit } from './create-unit.ts'
import { enterUnitEvent } from './enter-unit-event.ts'
import { previewUnitEvent } from './preview-unit-event.ts'
import { readTree, readUnit } from './read-units.ts'
import { takeBackUnitEvent } from './take-back-unit-event.ts'

/** The part of the organisation's operations that is about units. */
export function unitsRouter(work: UnitOfWork) {
  const os = implement(unitsContract).$context<RequestContext>()
  const { read, write } = handlersFor(work)
  return {
    tree: os.tree.handler(read(readTree)),
    unit: os.unit.handler(read(readUnit)),
    createUnit: os.createUnit.handler(write(createUnit)),
    changeUnit: os.changeUnit.handler(write(changeUnit)),
    previewUnitEvent: os.previewUnitEvent.handler(read(previewUnitEvent)),
    enterUnitEvent: os.enterUnitEvent.handler(write(enterUnitEvent)),
    takeBackUnitEvent: os.takeBackUnitEvent.handler(write(takeBackUnitEvent)),
  }
}
