import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { AnyContractRouter, ContractRouterClient } from '@orpc/contract'
import { createTanstackQueryUtils, type RouterUtils } from '@orpc/tanstack-query'
import { tellSessionEnded } from './session.ts'

const link = new RPCLink({
  url: () => new URL('/api/rpc', window.location.origin),
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
