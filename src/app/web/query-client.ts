import { QueryClient } from '@tanstack/react-query'
import { houseStateKey } from '../../accounts/web/index.ts'
import { readProblem } from '../../platform/web/problem.ts'
import { onSessionEnded } from '../../platform/web/session.ts'

/** One for the page's life. When a call meets a session that has ended, who is signed in is asked anew. */
export function createQueryClient(): QueryClient {
  const client = new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        // a refusal is an answer; only a lost connection is worth another try
        retry: (failures, thrown) => failures < 2 && readProblem(thrown).code === 'offline',
      },
      mutations: { networkMode: 'always' },
    },
  })
  onSessionEnded(() => void client.invalidateQueries({ queryKey: houseStateKey }))
  return client
}
