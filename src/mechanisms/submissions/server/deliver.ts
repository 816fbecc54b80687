import type { PlainDate } from '../../../kernel/plain-date.ts'
import { jsonText } from '../../../platform/database/json-text.ts'
import type { Tx } from '../../../platform/database/unit-of-work.ts'
import type { FileRow } from '../../../platform/files/file-rows.ts'
import type { GivenConsent } from '../../consents/server/index.ts'
import { type LoadedObligation, setDone } from '../../obligations/server/index.ts'
import type { SubmissionContent } from '../contract.ts'
import { carryAccepted } from './judge.ts'
import { kindOf, type SubmissionDesk } from './kind.ts'
import { receiptHash } from './receipt.ts'
import type { Sending } from './sendings.ts'
import type { SubmissionRow } from './submission-row.ts'

export type Delivery = {
  row: SubmissionRow
  obligation: LoadedObligation
  content: SubmissionContent
  files: readonly FileRow[]
  consent: GivenConsent
  /** What the kind knows of the obligation, held since before the content was read. */
  asked: unknown
  /** The day it arrived here: on time or late is judged by it. */
  arrivedOn: PlainDate
  /** Who has read it already, when it was the receiver who typed it in. */
  readBy: string | null
}

type Delivered = {
  row: SubmissionRow
  obligation: LoadedObligation
  hash: string
  /** Of a first sending all there is to tell of it, so that nobody asks the database for what he has just written there. */
  known: { sendings?: readonly Sending[] }
}

/**
 * What was written becomes a sending: kept word for word, with a receipt, and the obligation is done. The caller has asked whether it may
 * be, holds the locks, and writes the record. Gives both rows as they stand now.
 */
export async function deliver(
  tx: Tx,
  desk: SubmissionDesk,
  { row, obligation, content, files, consent, asked, arrivedOn, readBy }: Delivery,
): Promise<Delivered> {
  const sentNo = row.sent_count + 1
  const hash = receiptHash({
    submissionId: row.id,
    sentNo,
    unitId: row.unit_id,
    content,
    files,
    submittedAt: tx.now,
    signedBy: consent.byName,
  })
  const formVersion = content.kind === 'report' ? content.formVersion : null
  const version = { sent_no: sentNo, submitted_at: tx.now, receipt_hash: hash, consent_id: consent.id }
  await tx.db
    .insertInto('submission_version')
    .values({
      ...version,
      submission_id: row.id,
      unit_id: row.unit_id,
      content: jsonText(content),
      files: jsonText(files),
      form_version: formVersion,
    })
    .execute()
  await carryAccepted(tx, row, sentNo, { content, files })
  const sent = await tx.db
    .updateTable('submission')
    .set({
      state: 'submitted',
      form_version: formVersion,
      content: jsonText(content),
      file_ids: files.map((file) => file.id),
      sent_count: sentNo,
      submitted_at: tx.now,
      opened_at: readBy === null ? null : tx.now,
      opened_by_name: readBy,
      decided_at: null,
      decided_by_name: null,
      return_reason: null,
      receipt_hash: hash,
      version: row.version + 1,
    })
    .where('id', '=', row.id)
    .returningAll()
    .executeTakeFirstOrThrow()
  const done = await setDone(tx, obligation, { on: arrivedOn, way: consent.way, byName: consent.byName })
  await kindOf(desk, row).onSent?.(tx, { row, obligation, content, asked })
  const undecided = { outcome: null, outcome_reason: null, outcome_at: null, outcome_by_name: null, lines: [] }
  const sending = { ...version, ...undecided, content, files, consent: consent.shape }
  return {
    row: sent,
    obligation: { ...done, submissionState: sent.state },
    hash,
    known: sentNo === 1 ? { sendings: [sending] } : {},
  }
}
