import { formatDate } from '../../../kernel/plain-date.ts'
import { type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/database/unit-of-work.ts'
import { hasEnded } from '../../../platform/database/unit-tree.ts'
import { fileShape, getFiles } from '../../../platform/files/file-rows.ts'
import type { ConsentGiven } from '../../consents/contract.ts'
import { whyNotBoth } from '../../consents/domain/separation.ts'
import { giveConsent, recordIfOneDidBoth } from '../../consents/server/index.ts'
import { type ObligationThings, setDone } from '../../obligations/server/index.ts'
import { record } from '../../record/server/index.ts'
import type { DisseminationDraft } from '../contract.ts'
import type { Whole } from './load-submission.ts'
import { openSubmission, recorded, reloaded, unitCapacity } from './open-submission.ts'
import { changedMeanwhile, whyIncomplete } from './prepare.ts'
import { receiptHash } from './receipt.ts'

/**
 * The head signs for it (or his signature on paper is entered) and it is sent: what was sent is kept word for word, a receipt is given,
 * and the obligation is done as of today. Signing and sending are one act: there is no signed thing lying about unsent.
 */
export function sign(things: ObligationThings) {
  return async (tx: Tx, input: { id: string; version: number; consent: ConsentGiven }): Promise<Result<Whole>> => {
    const action = input.consent.way === 'paper' ? 'sign-from-paper' : 'sign'
    const opened = await openSubmission(tx, things, input.id, action)
    if (!opened.ok) return opened
    const { row, obligation, thing } = opened.value
    if (row.version !== input.version) return changedMeanwhile(tx, things, row.id)
    if (obligation.unitEndedOn !== null && hasEnded(obligation.unitEndedOn, tx.today)) {
      return refuse('unit-ended', { unit: obligation.unitName, day: formatDate(obligation.unitEndedOn) })
    }
    const content = row.content as DisseminationDraft
    const incomplete = whyIncomplete(tx, content, row.file_ids.length, obligation)
    if (incomplete) return incomplete
    // On paper too it is two people's: whose signature it is is said, not seen.
    const signer = input.consent.way === 'paper' ? input.consent.givenByPersonId : null
    const both = whyNotBoth(signer, thing.separation)
    if (both) return { ok: false, refusal: { ...both, field: 'consent.givenByPersonId' } }
    const files = await getFiles(tx, row.file_ids, 'fileIds')
    if (!files.ok) return files

    const consent = await giveConsent(tx, {
      thing: { kind: 'submission', id: row.id, version: row.version },
      outcome: 'agreed',
      reason: null,
      given: input.consent,
      roles: ['head'],
      unit: obligation.unitPath,
      notBefore: obligation.thing.launchedOn,
    })
    if (!consent.ok) return consent
    const sentNo = row.sent_count + 1
    const hash = receiptHash({
      submissionId: row.id,
      sentNo,
      unitId: row.unit_id,
      content,
      files: files.value,
      submittedAt: tx.now,
      signedBy: consent.value.byName,
    })
    await tx.db
      .insertInto('submission_version')
      .values({
        submission_id: row.id,
        sent_no: sentNo,
        content: JSON.stringify(content),
        files: JSON.stringify(files.value.map(fileShape)),
        submitted_at: tx.now,
        receipt_hash: hash,
        consent_id: consent.value.id,
      })
      .execute()
    await tx.db
      .updateTable('submission')
      .set({
        state: 'submitted',
        sent_count: sentNo,
        submitted_at: tx.now,
        opened_at: null,
        opened_by_name: null,
        decided_at: null,
        decided_by_name: null,
        return_reason: null,
        receipt_hash: hash,
        version: row.version + 1,
      })
      .where('id', '=', row.id)
      .execute()
    // On time or late is the day it arrived here, whichever day the paper bears.
    await setDone(tx, obligation, { on: tx.today, way: consent.value.way, byName: consent.value.byName })
    await record(
      tx,
      consent.value.way === 'paper' ? 'submission.signed-on-paper' : 'submission.signed',
      recorded(row.id, obligation),
      {
        capacity: consent.value.way === 'paper' ? unitCapacity(tx, obligation) : consent.value.byCapacity,
        unitId: obligation.unitId,
        ...(consent.value.way === 'paper' ? { onBehalfOf: consent.value.byName } : {}),
        detail: {
          unit: obligation.unitName,
          by: consent.value.byName,
          on: formatDate(consent.value.on),
          no: sentNo,
          receipt: hash.slice(0, 12),
        },
      },
    )
    await recordIfOneDidBoth(tx, 'submission-sign', recorded(row.id, obligation), {
      by: { personId: consent.value.byPersonId, name: consent.value.byName },
      separation: thing.separation,
      unitId: obligation.unitId,
      capacity: unitCapacity(tx, obligation),
    })
    return reloaded(tx, things, row.id)
  }
}
