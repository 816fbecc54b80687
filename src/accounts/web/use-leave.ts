import { useMutation, useQueryClient } from '@tanstack/react-query'
import { chooseCapacity } from '../../platform/web/capacity.ts'
import { readProblem } from '../../platform/web/problem.ts'
import { useNotices } from '../../ui/index.ts'
import { accounts } from './api.ts'

/** Signing out, here or on every device; what the last person saw is forgotten with the page. */
export function useLeave(): { here: () => void; everywhere: () => void; busy: boolean } {
  const client = useQueryClient()
  const tell = useNotices()
  const how = {
    onSuccess: () => {
      client.clear()
      chooseCapacity(undefined)
      window.location.assign('/dang-nhap')
    },
    onError: (thrown: unknown) => tell({ text: readProblem(thrown).sentence, tone: 'wrong' }),
  }
  const here = useMutation(accounts.signOut.mutationOptions(how))
  const everywhere = useMutation(accounts.signOutEverywhere.mutationOptions(how))
  return {
    here: () => here.mutate({}),
    everywhere: () => everywhere.mutate({}),
    busy: here.isPending || everywhere.isPending,
  }
}
