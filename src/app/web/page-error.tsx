import { ORPCError } from '@orpc/client'
import { useQueryErrorResetBoundary } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { readProblem } from '../../platform/web/problem.ts'
import { EntryPage, ErrorState, PageHeader } from '../../ui/index.ts'

type ErrorProps = { error: unknown; reset?: () => void }

/** A page inside the shell that could not be drawn. */
export function PageError(props: ErrorProps) {
  return (
    <>
      <PageHeader title="Chưa mở được trang này" />
      <WhatHappened {...props} />
    </>
  )
}

/** A page outside the shell that could not be drawn, or the shell itself. */
export function BareError(props: ErrorProps) {
  return (
    <EntryPage>
      <PageError {...props} />
    </EntryPage>
  )
}

function WhatHappened({ error, reset }: ErrorProps) {
  const router = useRouter()
  const queries = useQueryErrorResetBoundary()
  const answered = error instanceof ORPCError
  const again = () => {
    // a page whose code is gone (a new release) comes only with a fresh index
    if (!answered) window.location.reload()
    queries.reset()
    reset?.()
    void router.invalidate()
  }
  const problem = answered ? readProblem(error) : { sentence: 'Chưa tải được trang. Kiểm tra đường truyền rồi thử lại' }
  return <ErrorState problem={problem} onRetry={again} />
}
