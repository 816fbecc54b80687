import { implement } from '@orpc/server'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.ts'
import type { RequestContext } from '../../../platform/http/context.ts'
import { handlersFor } from '../../../platform/http/use-cases.ts'
import { recordContract } from '../contract.ts'
import { listRecord } from './list-record.ts'

export { entriesOf } from './list-record.ts'
export { actorName, type RecordedThing, record } from './record.ts'

export function recordRouter(work: UnitOfWork) {
  const os = implement(recordContract).$context<RequestContext>()
  const { read } = handlersFor(work)
  return os.router({ list: os.list.handler(read(listRecord)) })
}
