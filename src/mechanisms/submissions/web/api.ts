import { apiFor, type Outputs } from '../../../platform/web/api.ts'
import type { submissionsContract } from '../contract.ts'

export const submissions = apiFor<typeof submissionsContract>('submissions')
/** The dissemination of one duty: begun or not, with what may be done. */
export type SubmissionPageData = Outputs<typeof submissionsContract>['forObligation']
