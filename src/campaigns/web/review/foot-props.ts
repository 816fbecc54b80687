import type { FactKind } from '../../../mechanisms/documents/fact-values.ts'
import type { Step } from './review-words.ts'
import type { Review, ReviewCache } from './use-review.ts'

/** What the foot of the review and its acts are given. */
export type FootProps = {
  review: Review
  cache: ReviewCache
  step: Step
  doubtful: number
  onNext: () => void
  onStep: (step: Step) => void
  /** Leads to the fact of this kind. */
  onFact: (kind: FactKind) => void
}
