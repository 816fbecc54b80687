import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { orpc } from './api.ts'
import { problemOf } from './problem.ts'

/** One for the page's life. A session that has ended is noticed by whatever call meets it first. */
export function createQueryClient(): QueryClient {
  const notice = (thrown: unknown) => {
    if (problemOf(thrown).code === 'not-signed-in')
      void client.invalidateQueries({ queryKey: orpc.accounts.state.key() })
  }
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError: notice }),
    mutationCache: new MutationCache({ onError: notice }),
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        // a refusal is an answer; only a lost connection is worth another try
        retry: (failures, thrown) => failures < 2 && problemOf(thrown).code === 'offline',
      },
      mutations: { networkMode: 'always' },
    },
  })
  return client
}
