import { apiFor, type Outputs } from '../../../platform/web/api.ts'
import type { ContentOf, submissionsContract } from '../contract.ts'

export const submissions = apiFor<typeof submissionsContract>('submissions')
/** What answers one obligation: begun or not, with what may be done. */
export type SubmissionPageData = Outputs<typeof submissionsContract>['forObligation']
/** What the receiver needs to type a unit's paper in. */
export type PaperEntryData = Outputs<typeof submissionsContract>['paperEntry']
/** What is saved whole while it is typed; a report saves itself line by line. */
export type SavedWhole = ContentOf<'dissemination' | 'completion'>
