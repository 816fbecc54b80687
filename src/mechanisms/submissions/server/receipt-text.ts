import { createHash } from 'node:crypto'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/database/unit-of-work.ts'
import { type FileRow, findFiles } from '../../../platform/files/file-rows.ts'
import { consentsOf } from '../../consents/server/index.ts'
import { findObligation } from '../../obligations/server/index.ts'
import { whyMayNot } from '../domain/permissions.ts'
import type { SubmissionDesk } from './kind.ts'
import { submissionThing } from './load-submission.ts'
import { receiptText } from './receipt.ts'
import { findSubmission } from './submission-row.ts'

/**
 * The text of which the receipt of one sending is the SHA-256, put together anew from what is kept: whoever holds the file recomputes it
 * with any tool, and sees whether what is kept is still what was sent.
 */
export function receiptTextOf(desk: SubmissionDesk) {
  return async (
    tx: Tx,
    input: { id: string; sentNo: number },
  ): Promise<Result<{ name: string; text: string; hash: string }>> => {
    const row = await findSubmission(tx, { id: input.id })
    const obligation = row && (await findObligation(tx, desk.things, row.obligation_id))
    if (!row || !obligation) return refuse('not-found')
    const refused = whyMayNot(tx.actor, 'see', await submissionThing(tx, row, obligation))
    if (refused) return { ok: false, refusal: refused }
    const sent = await tx.db
      .selectFrom('submission_version')
      .selectAll()
      .where('submission_id', '=', row.id)
      .where('sent_no', '=', input.sentNo)
      .executeTakeFirst()
    if (!sent) return refuse('not-found')
    const consents = await consentsOf(tx, { kind: 'submission', id: row.id })
    const signedBy = consents.find((one) => one.id === sent.consent_id)?.givenByName ?? ''
    const text = receiptText({
      submissionId: row.id,
      sentNo: sent.sent_no,
      unitId: sent.unit_id,
      content: sent.content,
      files: await withHashes(tx, sent.files as FileRow[]),
      submittedAt: sent.submitted_at,
      signedBy,
    })
    const hash = createHash('sha256').update(text).digest('hex')
    return ok({ name: `bien-nhan-${sent.receipt_hash.slice(0, 12)}.json`, text, hash })
  }
}

/** Sendings of before the files' hashes were kept with them ask the files themselves, which never change. */
async function withHashes(tx: Tx, files: readonly FileRow[]): Promise<FileRow[]> {
  if (files.every((file) => file.sha256 !== undefined)) return [...files]
  const known = new Map(
    (
      await findFiles(
        tx,
        files.map((file) => file.id),
      )
    ).map((file) => [file.id, file.sha256]),
  )
  return files.map((file) => ({ ...file, sha256: file.sha256 ?? known.get(file.id) ?? '' }))
}
