import { implement } from '@orpc/server'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.ts'
import type { RequestContext } from '../../../platform/http/context.ts'
import { handlersFor } from '../../../platform/http/use-cases.ts'
import { obligationsContract } from '../contract.ts'
import { accept } from './accept.ts'
import { assign } from './assign.ts'
import { bulk, bulkPreview } from './bulk/bulk-act.ts'
import { listBulkActs, undoBulk } from './bulk/undo-bulk.ts'
import { confirmReceipt } from './confirm-receipt.ts'
import { exempt, undoExemption } from './exempt.ts'
import { getObligation } from './get-obligation.ts'
import { ledgerIds, ledgerMonth, ledgerThings, listLedger } from './ledger/list-ledger.ts'
import { type MyWorkSources, myWork } from './my-work.ts'
import { noteArrival } from './note-arrival.ts'
import { receiveOnPaper } from './receive-on-paper.ts'
import { remind } from './remind.ts'
import { finishShare, takeBackShare } from './shares/finish-share.ts'
import { giveShare } from './shares/give-share.ts'
import { answerRequest, prolongOne } from './time/answer-request.ts'
import { askMoreTime, withdrawRequest } from './time/ask-more-time.ts'
import { timeliness, timelinessRows } from './timeliness.ts'

export type { ObligationShape } from '../contract.ts'
export type { UrgedHeight } from '../domain/urged-height.ts'
export { accept } from './accept.ts'
export { officeCapacity } from './act.ts'
export { peopleOfUnit } from './assign.ts'
export { confirmReceipt } from './confirm-receipt.ts'
export { createObligations, type NewObligation } from './create-obligations.ts'
export { undoExemption } from './exempt.ts'
export { reopen, setDone } from './finish.ts'
export { ledgerExport } from './ledger/export-ledger.ts'
export { inGivenOrder, listLedger } from './ledger/list-ledger.ts'
export {
  findObligation,
  type LoadedObligation,
  loadObligations,
  owedThing,
  takeObligation,
  toShape as toObligationShape,
} from './load-obligations.ts'
export { lateObligations, type MyWorkSources } from './my-work.ts'
export { assignedWork, type OpenItem, type OpenWork, type Receiver } from './open-work.ts'
export { type LastDay, type Prolonged, prolong, setBack } from './prolong.ts'
export { remind } from './remind.ts'
export { seenObligations, unitNosBelow } from './seen.ts'
export { leaveUndone, waive } from './settle-many.ts'
export { giveShare } from './shares/give-share.ts'
export { sharedWork } from './shares/shared-work.ts'
export { combineThings, type ObligationThing, type ObligationThings } from './things.ts'
export { askMoreTime } from './time/ask-more-time.ts'
export { type CountedBy, timelinessOf } from './timeliness.ts'
export { urgedHeight } from './urged-height.ts'
export type { Coming, Waiting } from './waiting.ts'

export function obligationsRouter(work: UnitOfWork, sources: MyWorkSources) {
  const os = implement(obligationsContract).$context<RequestContext>()
  const { read, write } = handlersFor(work)
  const { things } = sources
  return os.router({
    mine: os.mine.handler(read(myWork(sources))),
    get: os.get.handler(read(getObligation(things))),
    confirmReceipt: os.confirmReceipt.handler(write(confirmReceipt(things))),
    assign: os.assign.handler(write(assign(things))),
    remind: os.remind.handler(write(remind(things))),
    receiveOnPaper: os.receiveOnPaper.handler(write(receiveOnPaper(things))),
    exempt: os.exempt.handler(write(exempt(things))),
    undoExemption: os.undoExemption.handler(write(undoExemption(things))),
    accept: os.accept.handler(write(accept(things))),
    giveShare: os.giveShare.handler(write(giveShare(things))),
    finishShare: os.finishShare.handler(write(finishShare(things))),
    takeBackShare: os.takeBackShare.handler(write(takeBackShare(things))),
    askMoreTime: os.askMoreTime.handler(write(askMoreTime(things))),
    withdrawRequest: os.withdrawRequest.handler(write(withdrawRequest(things))),
    answerRequest: os.answerRequest.handler(write(answerRequest(things))),
    prolong: os.prolong.handler(write(prolongOne(things))),
    noteArrival: os.noteArrival.handler(write(noteArrival(things))),
    timeliness: os.timeliness.handler(read(timeliness(things))),
    timelinessRows: os.timelinessRows.handler(read(timelinessRows(things))),
    ledger: os.ledger.handler(read(listLedger(things))),
    ledgerIds: os.ledgerIds.handler(read(ledgerIds(things))),
    ledgerThings: os.ledgerThings.handler(read(ledgerThings(things))),
    ledgerMonth: os.ledgerMonth.handler(read(ledgerMonth(things))),
    bulkPreview: os.bulkPreview.handler(read(bulkPreview(things))),
    bulk: os.bulk.handler(write(bulk(things))),
    bulkActs: os.bulkActs.handler(read(listBulkActs)),
    undoBulk: os.undoBulk.handler(write(undoBulk(things))),
  })
}
