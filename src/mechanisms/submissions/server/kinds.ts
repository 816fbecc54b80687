import type { ObligationThings } from '../../obligations/server/index.ts'
import type { ContentOf } from '../contract.ts'
import { missingInCompletion } from '../domain/completion.ts'
import { missingIn } from '../domain/dissemination.ts'
import type { SubmissionDesk, SubmissionKind } from './kind.ts'

const dissemination: SubmissionKind<ContentOf<'dissemination'>> = {
  kind: 'dissemination',
  missing: (content, { files, today, obligation }) =>
    missingIn(content, { files, today, launchedOn: obligation.thing.launchedOn }),
}

const completion: SubmissionKind<ContentOf<'completion'>> = {
  kind: 'completion',
  missing: (content, { files, today, obligation }) =>
    missingInCompletion(content, { files, today, needsProof: obligation.needsProof }),
}

/** The kinds that are made here, and those that capabilities bring. */
export function submissionDesk(things: ObligationThings, brought: readonly SubmissionKind[] = []): SubmissionDesk {
  return { things, kinds: [dissemination, completion, ...brought] }
}
