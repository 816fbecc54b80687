import { useEffect } from 'react'
import { usePageParam } from '../../../platform/web/page-route.ts'
import { readProblem } from '../../../platform/web/problem.ts'
import { ErrorState, Loading } from '../../../ui/index.ts'
import { ReviewDesk } from './review-desk.tsx'
import { useAccountId, useReview } from './use-review.ts'

/** `/phong-trao/:id/ra-soat`: the paper beside what was read of it, where it is to go, and what the authority says. */
export function ReviewPage() {
  const id = usePageParam('id')
  const owner = useAccountId()
  const { data, error, refetch } = useReview(id)
  const title = data?.campaign.title ?? 'Rà soát văn bản'
  useEffect(() => {
    document.title = `Rà soát: ${title} – Thi Đua`
  }, [title])
  if (data && owner !== '') return <ReviewDesk key={id} review={data} owner={owner} />
  if (error) {
    const problem = readProblem(error)
    const gone = problem.code === 'not-found'
    return (
      <ErrorState
        title={gone ? 'Không mở được trang rà soát' : undefined}
        problem={problem}
        onRetry={gone ? undefined : () => void refetch()}
      />
    )
  }
  return <Loading lines={10} label="Đang mở văn bản" />
}
