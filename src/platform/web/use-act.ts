import { type Query, useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { type ApiProblem, readProblem } from './problem.ts'

export type Act<Input> = {
  /** Does it; a press while it is under way does nothing. */
  run: (input: Input) => void
  busy: boolean
  problem: ApiProblem | undefined
  /** Forgets the last refusal. */
  clear: () => void
}

/** The mark of a query that foresees what an act would do. Once the act is done it would only be refused: it is not asked again on its way out. */
export const FORESEES = { meta: { foresees: true } } as const

/**
 * One act that changes something: `call` is an operation, `onDone` hears what came of it. Whatever the outcome, everything on
 * screen is asked for anew: after a success it has changed, after a refusal the screen was behind. The focus is not lost with what went.
 */
export function useAct<Input, Output>(
  call: (input: Input) => Promise<Output>,
  onDone?: (output: Output, input: Input) => void,
): Act<Input> {
  const client = useQueryClient()
  const running = useRef(false)
  const mutation = useMutation({
    mutationFn: (input: Input) => call(input),
    onSuccess: (output, input) => onDone?.(output, input),
    onSettled: async (_output, fault) => {
      running.current = false
      const foresees = (query: Query) => query.meta?.foresees === true
      const foreseen = { predicate: foresees, refetchType: fault === null ? 'none' : 'active' } as const
      await Promise.all([
        client.invalidateQueries(foreseen),
        client.invalidateQueries({ predicate: (query) => !foresees(query) }),
      ])
      requestAnimationFrame(keepFocus)
    },
  })
  return {
    run: (input) => {
      if (running.current) return
      running.current = true
      mutation.mutate(input)
    },
    busy: mutation.isPending,
    problem: mutation.error === null ? undefined : readProblem(mutation.error),
    clear: mutation.reset,
  }
}

/** The button that was pressed may be gone with what it did: the keyboard goes on from the page's content, not from its top. */
function keepFocus(): void {
  if (document.activeElement !== document.body) return
  document.querySelector('main')?.focus({ preventScroll: true })
}
