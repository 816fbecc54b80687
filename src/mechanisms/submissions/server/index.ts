import { implement } from '@orpc/server'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.ts'
import type { RequestContext } from '../../../platform/http/context.ts'
import { handlersFor } from '../../../platform/http/use-cases.ts'
import { submissionsContract } from '../contract.ts'
import { enterFromPaper, paperEntry } from './enter-from-paper.ts'
import { forObligation } from './for-obligation.ts'
import { judge } from './judge.ts'
import type { SubmissionDesk } from './kind.ts'
import { handOver, saveDraft, takeBack } from './prepare.ts'
import { receiptTextOf } from './receipt-text.ts'
import { accept, open, returnSubmission, withdraw } from './receive.ts'
import { sign } from './send.ts'

export { noteWritten, openToWrite } from './draft.ts'
export { enterFromPaper, type PaperEntry, paperEntry } from './enter-from-paper.ts'
export { forObligation, type SubmissionPage } from './for-obligation.ts'
export { judge } from './judge.ts'
export type { SubmissionDesk, SubmissionKind, Written } from './kind.ts'
export { submissionDesk } from './kinds.ts'
export { handOver, saveDraft } from './prepare.ts'
export { accept, returnSubmission } from './receive.ts'
export { sign } from './send.ts'
export type { SubmissionRow } from './submission-row.ts'
export { submissionsWaiting } from './waiting.ts'

export function submissionsRouter(work: UnitOfWork, desk: SubmissionDesk) {
  const os = implement(submissionsContract).$context<RequestContext>()
  const { read, write } = handlersFor(work)
  return os.router({
    forObligation: os.forObligation.handler(read(forObligation(desk))),
    saveDraft: os.saveDraft.handler(write(saveDraft(desk))),
    handOver: os.handOver.handler(write(handOver(desk))),
    takeBack: os.takeBack.handler(write(takeBack(desk))),
    sign: os.sign.handler(write(sign(desk))),
    judge: os.judge.handler(write(judge(desk))),
    paperEntry: os.paperEntry.handler(read(paperEntry(desk))),
    enterFromPaper: os.enterFromPaper.handler(write(enterFromPaper(desk))),
    receiptText: os.receiptText.handler(read(receiptTextOf(desk))),
    withdraw: os.withdraw.handler(write(withdraw(desk))),
    open: os.open.handler(write(open(desk))),
    return: os.return.handler(write(returnSubmission(desk))),
    accept: os.accept.handler(write(accept(desk))),
  })
}
