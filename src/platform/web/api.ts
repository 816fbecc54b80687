import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type {
  AnyContractRouter,
  ContractRouterClient,
  InferContractRouterInputs,
  InferContractRouterOutputs,
} from '@orpc/contract'
import { createTanstackQueryUtils, type RouterUtils } from '@orpc/tanstack-query'
import { CAPACITY_HEADER } from '../contract/capacity-header.ts'
import { chosenCapacity } from './capacity.ts'
import { Unreachable } from './problem.ts'
import { tellSessionEnded } from './session.ts'

const link = new RPCLink({
  url: () => new URL('/api/rpc', window.location.origin),
  headers: () => {
    const capacity = chosenCapacity()
    return capacity === undefined ? {} : { [CAPACITY_HEADER]: capacity }
  },
  fetch: async (request, init) => {
    try {
      return await fetch(request, init)
    } catch (fault) {
      // a call that the page itself gave up is not a lost connection
      throw request.signal.aborted ? fault : new Unreachable('no answer', { cause: fault })
    }
  },
  interceptors: [
    async ({ next }) => {
      try {
        return await next()
      } catch (thrown) {
        tellSessionEnded(thrown)
        throw thrown
      }
    },
  ],
})

/**
 * The typed client of one part of the contract, with TanStack Query's options beside each operation:
 * `const campaigns = apiFor<typeof campaignsContract>('campaigns')`, then `campaigns.review.queryOptions({ input })`,
 * `campaigns.launch.call(input)`, `campaigns.key()`. The contract comes as a type only, so zod stays out of the browser.
 */
export function apiFor<Contract extends AnyContractRouter>(part: string): RouterUtils<ContractRouterClient<Contract>> {
  const client = createORPCClient<ContractRouterClient<Contract>>(link, { path: [part] })
  return createTanstackQueryUtils(client, { path: [part] })
}

/** What each operation of a contract takes: `Inputs<typeof accountsContract>['grant']`. */
export type Inputs<Contract extends AnyContractRouter> = InferContractRouterInputs<Contract>
/** What each operation of a contract gives. */
export type Outputs<Contract extends AnyContractRouter> = InferContractRouterOutputs<Contract>
