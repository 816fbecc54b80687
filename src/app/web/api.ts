import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { ContractRouterClient } from '@orpc/contract'
import { createTanstackQueryUtils } from '@orpc/tanstack-query'
import type { AppContract } from '../contract.ts'

/** The typed client of every operation: `await api.campaigns.get({ id })`. What goes wrong is read by `problemOf`. */
export const api: ContractRouterClient<AppContract> = createORPCClient(
  new RPCLink({ url: () => `${window.location.origin}/api/rpc` }),
)

/**
 * The same for TanStack Query: `useQuery(orpc.campaigns.get.queryOptions({ input: { id } }))`,
 * `useMutation(orpc.campaigns.launch.mutationOptions())`, `queryClient.invalidateQueries({ queryKey: orpc.campaigns.key() })`.
 */
export const orpc = createTanstackQueryUtils(api)
