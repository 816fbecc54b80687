import { useQueryErrorResetBoundary } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { EntryPage, ErrorState } from '../../ui/index.ts'
import { problemOf } from './problem.ts'

/** A page that could not be drawn: what happened, and another try. */
export function PageError({ error, reset }: { error: unknown; reset?: () => void }) {
  const router = useRouter()
  const queries = useQueryErrorResetBoundary()
  const problem = problemOf(error)
  return (
    <EntryPage>
      <h1>Chưa mở được trang này</h1>
      <ErrorState
        problem={problem}
        onRetry={() => {
          // a page whose code is gone (a new release) comes only with a fresh index
          if (problem.code === 'unknown') window.location.reload()
          queries.reset()
          reset?.()
          void router.invalidate()
        }}
      />
    </EntryPage>
  )
}
