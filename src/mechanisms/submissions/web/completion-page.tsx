import { COMPLETION_SCREEN } from './completion-screen.ts'
import { SubmissionPage } from './submission-page.tsx'

/** What was done of one task. */
export function CompletionPage() {
  return <SubmissionPage kind="completion" screen={COMPLETION_SCREEN} />
}
