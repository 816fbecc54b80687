import { formatDate } from '../../../kernel/plain-date.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/database/unit-of-work.ts'
import { hasEnded } from '../../../platform/database/unit-tree.ts'
import { getFiles } from '../../../platform/files/file-rows.ts'
import type { ConsentGiven } from '../../consents/contract.ts'
import { whyNotBoth } from '../../consents/domain/separation.ts'
import { giveConsent, recordIfOneDidBoth } from '../../consents/server/index.ts'
import { record } from '../../record/server/index.ts'
import { deliver } from './deliver.ts'
import { askedFor, type SubmissionDesk, writtenOf } from './kind.ts'
import { SIGNERS, toWhole, type Whole } from './load-submission.ts'
import { openSubmission, recorded, unitCapacity, whatOf } from './open-submission.ts'
import { changedMeanwhile, whyIncomplete } from './prepare.ts'

/**
 * The head signs for it (or his signature on paper is entered) and it is sent: what was sent is kept word for word, a receipt is given,
 * and the obligation is done as of today. Signing and sending are one act: there is no signed thing lying about unsent.
 */
export function sign(desk: SubmissionDesk) {
  return async (tx: Tx, input: { id: string; version: number; consent: ConsentGiven }): Promise<Result<Whole>> => {
    const action = input.consent.way === 'paper' ? 'sign-from-paper' : 'sign'
    const opened = await openSubmission(tx, desk, input.id, action)
    if (!opened.ok) return opened
    const { row, obligation, thing } = opened.value
    if (row.version !== input.version) return changedMeanwhile(tx, desk, row.id)
    if (obligation.unitEndedOn !== null && hasEnded(obligation.unitEndedOn, tx.today)) {
      return refuse('unit-ended', { unit: obligation.unitName, day: formatDate(obligation.unitEndedOn) })
    }
    const asked = await askedFor(desk, tx, { obligation, row }, { hold: true })
    const written = await writtenOf(desk, tx, row, asked)
    const incomplete = whyIncomplete(tx, desk, { row, written, obligation, asked })
    if (incomplete) return incomplete
    // On paper too it is two people's: whose signature it is is said, not seen.
    const signer = input.consent.way === 'paper' ? input.consent.givenByPersonId : null
    const both = whyNotBoth(signer, thing.separation)
    if (both) return { ok: false, refusal: { ...both, field: 'consent.givenByPersonId' } }
    const files = await getFiles(tx, written.fileIds, 'fileIds')
    if (!files.ok) return files

    const consent = await giveConsent(tx, {
      thing: { kind: 'submission', id: row.id, version: row.version },
      outcome: 'agreed',
      reason: null,
      given: input.consent,
      roles: thing.officerSigns && input.consent.way === 'product' ? [...SIGNERS, 'officer'] : SIGNERS,
      unit: obligation.unitPath,
      notBefore: obligation.thing.launchedOn,
    })
    if (!consent.ok) return consent
    // On time or late is the day it arrived here, whichever day the paper bears.
    const sent = await deliver(tx, desk, {
      row,
      obligation,
      asked,
      content: written.content,
      files: files.value,
      consent: consent.value,
      arrivedOn: tx.today,
      readBy: null,
    })
    await record(
      tx,
      consent.value.way === 'paper' ? 'sending.signed-on-paper' : 'sending.signed',
      recorded(row.id, obligation),
      {
        capacity: consent.value.way === 'paper' ? unitCapacity(tx, obligation) : consent.value.byCapacity,
        unitId: obligation.unitId,
        ...(consent.value.way === 'paper' ? { onBehalfOf: consent.value.byName } : {}),
        detail: {
          unit: obligation.unitName,
          what: whatOf(obligation, row.kind),
          by: consent.value.byName,
          on: formatDate(consent.value.on),
          no: sent.row.sent_count,
          receipt: sent.hash.slice(0, 12),
        },
      },
    )
    await recordIfOneDidBoth(tx, 'submission-sign', recorded(row.id, obligation), {
      by: { personId: consent.value.byPersonId, name: consent.value.byName },
      separation: thing.separation,
      unitId: obligation.unitId,
      capacity: unitCapacity(tx, obligation),
    })
    return ok(await toWhole(desk, tx, sent.row, sent.obligation, { rules: thing, ...sent.known }))
  }
}
