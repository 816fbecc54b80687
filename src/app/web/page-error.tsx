import { ORPCError } from '@orpc/client'
import { useQueryErrorResetBoundary } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { readProblem } from '../../platform/web/problem.ts'
import { EntryPage, ErrorState } from '../../ui/index.ts'

/** A page that could not be drawn: what happened, and another try. */
export function PageError({ error, reset }: { error: unknown; reset?: () => void }) {
  const router = useRouter()
  const queries = useQueryErrorResetBoundary()
  const answered = error instanceof ORPCError
  const problem = answered ? readProblem(error) : { sentence: 'Chưa tải được trang. Kiểm tra đường truyền rồi thử lại' }
  return (
    <EntryPage>
      <h1>Chưa mở được trang này</h1>
      <ErrorState
        problem={problem}
        onRetry={() => {
          // a page whose code is gone (a new release) comes only with a fresh index
          if (!answered) window.location.reload()
          queries.reset()
          reset?.()
          void router.invalidate()
        }}
      />
    </EntryPage>
  )
}
