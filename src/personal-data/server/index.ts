import { implement } from '@orpc/server'
import type { UnitOfWork } from '../../platform/database/unit-of-work.ts'
import type { RequestContext } from '../../platform/http/context.ts'
import { handlersFor } from '../../platform/http/use-cases.ts'
import { personalDataContract } from '../contract.ts'
import { askCorrection, decideCorrection, listCorrections, openCorrection, withdrawCorrection } from './corrections.ts'
import { readMyFile, takeMyFile } from './my-file.ts'

export { askCorrection, decideCorrection } from './corrections.ts'
export { correctionsWaiting } from './corrections-waiting.ts'

/** A person's own file, and what he asks to have corrected in it. */
export function personalDataRouter(work: UnitOfWork) {
  const os = implement(personalDataContract).$context<RequestContext>()
  const { read, write } = handlersFor(work)
  return os.router({
    myFile: os.myFile.handler(read(readMyFile)),
    takeMyFile: os.takeMyFile.handler(write(takeMyFile)),
    askCorrection: os.askCorrection.handler(write(askCorrection)),
    withdrawCorrection: os.withdrawCorrection.handler(write(withdrawCorrection)),
    corrections: os.corrections.handler(read(listCorrections)),
    openCorrection: os.openCorrection.handler(write(openCorrection)),
    decideCorrection: os.decideCorrection.handler(write(decideCorrection)),
  })
}
