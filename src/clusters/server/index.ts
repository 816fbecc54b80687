import { implement } from '@orpc/server'
import type { UnitOfWork } from '../../platform/database/unit-of-work.ts'
import type { RequestContext } from '../../platform/http/context.ts'
import { handlersFor } from '../../platform/http/use-cases.ts'
import { clustersContract } from '../contract.ts'
import { changeCluster, endCluster } from './change-cluster.ts'
import { createCluster } from './create-cluster.ts'
import { listClusters, readCluster } from './read-clusters.ts'
import { setHead } from './set-head.ts'
import { setMembers } from './set-members.ts'

export { createCluster } from './create-cluster.ts'
export { clustersExport } from './export-clusters.ts'
export { setHead } from './set-head.ts'

/** The operations on clusters and blocks: dated groups of units with a head that goes round. */
export function clustersRouter(work: UnitOfWork) {
  const os = implement(clustersContract).$context<RequestContext>()
  const { read, write } = handlersFor(work)
  return os.router({
    list: os.list.handler(read(listClusters)),
    get: os.get.handler(read(readCluster)),
    create: os.create.handler(write(createCluster)),
    change: os.change.handler(write(changeCluster)),
    setMembers: os.setMembers.handler(write(setMembers)),
    setHead: os.setHead.handler(write(setHead)),
    end: os.end.handler(write(endCluster)),
  })
}
