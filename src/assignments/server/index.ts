import { implement } from '@orpc/server'
import type { UnitOfWork } from '../../platform/database/unit-of-work.ts'
import type { RequestContext } from '../../platform/http/context.ts'
import { handlersFor } from '../../platform/http/use-cases.ts'
import { assignmentsContract } from '../contract.ts'
import { change, close } from './change.ts'
import { give } from './give.ts'
import { getAssignment, listAssignments, listGivers, preview } from './list-assignments.ts'

export { assignmentsExport } from './export-assignments.ts'
export { give } from './give.ts'
export { giveWithForm } from './give-with-form.ts'
export { assignmentThings } from './obligation-things.ts'

/** The operations of work given outside a campaign. */
export function assignmentsRouter(work: UnitOfWork) {
  const os = implement(assignmentsContract).$context<RequestContext>()
  const { read, write } = handlersFor(work)
  return os.router({
    list: os.list.handler(read(listAssignments)),
    givers: os.givers.handler(read(listGivers)),
    preview: os.preview.handler(read(preview)),
    give: os.give.handler(write(give)),
    get: os.get.handler(read(getAssignment)),
    change: os.change.handler(write(change)),
    close: os.close.handler(write(close)),
  })
}
