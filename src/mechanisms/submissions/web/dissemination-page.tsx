import { DISSEMINATION_SCREEN } from './dissemination-screen.ts'
import { SubmissionPage } from './submission-page.tsx'

/** The dissemination of one duty. */
export function DisseminationPage() {
  return <SubmissionPage kind="dissemination" screen={DISSEMINATION_SCREEN} />
}
