import { isDeepStrictEqual } from 'node:util'
import { type Result, refuse } from '../../../kernel/result.ts'
import { capital } from '../../../kernel/vietnamese-text.ts'
import type { Tx } from '../../../platform/database/unit-of-work.ts'
import type { LoadedObligation } from '../../obligations/server/index.ts'
import { record } from '../../record/server/index.ts'
import type { ContentOf, SubmissionContent } from '../contract.ts'
import { KINDS } from '../domain/kinds.ts'
import { noteWritten, openToWrite } from './draft.ts'
import { askedFor, kindOf, readContent, type SubmissionDesk, type Written, writtenOf } from './kind.ts'
import type { Whole } from './load-submission.ts'
import { openSubmission, recorded, reloaded, unitCapacity, whatOf } from './open-submission.ts'
import type { SubmissionRow } from './submission-row.ts'

type Draft = {
  id: string
  obligationId: string
  version: number
  content: ContentOf<'dissemination' | 'completion'>
  fileIds: string[]
}

/** Saves what has been typed so far. Version 0 begins a new one; another's save in between is told, with what stands there now. */
export function saveDraft(desk: SubmissionDesk) {
  return async (tx: Tx, input: Draft): Promise<Result<Whole>> => {
    const opened = await openToWrite(tx, desk, input)
    if (!opened.ok) return opened
    const { row, begun } = opened.value
    if (begun) return reloaded(tx, desk, row.id)
    if (row.version !== input.version) {
      // The same again, sent twice because the answer was lost: it is there.
      return holdsSame(row, input) ? reloaded(tx, desk, row.id) : changedMeanwhile(tx, desk, row.id)
    }
    await noteWritten(tx, row, input)
    return reloaded(tx, desk, row.id)
  }
}

function holdsSame(row: SubmissionRow, input: Draft): boolean {
  return (
    row.id === input.id &&
    isDeepStrictEqual(readContent(row.kind, row.content), { ...input.content }) &&
    row.file_ids.join() === input.fileIds.join()
  )
}

/** The preparer hands it to the head for signature: only when nothing is missing. */
export function handOver(desk: SubmissionDesk) {
  return async (tx: Tx, input: { id: string; version: number }): Promise<Result<Whole>> => {
    const opened = await openSubmission(tx, desk, input.id, 'hand-over')
    if (!opened.ok) return opened
    const { row, obligation } = opened.value
    if (row.version !== input.version) return changedMeanwhile(tx, desk, row.id)
    const asked = await askedFor(desk, tx, { obligation, row }, { hold: true })
    const written = await writtenOf(desk, tx, row, asked)
    const incomplete = whyIncomplete(tx, desk, { row, written, obligation, asked })
    if (incomplete) return incomplete
    await tx.db
      .updateTable('submission')
      .set({ state: 'for-signature', version: row.version + 1 })
      .where('id', '=', row.id)
      .execute()
    await record(tx, 'sending.handed-over', recorded(row.id, obligation), {
      capacity: unitCapacity(tx, obligation),
      unitId: obligation.unitId,
      detail: { unit: obligation.unitName, what: whatOf(obligation, row.kind) },
    })
    return reloaded(tx, desk, row.id)
  }
}

export function takeBack(desk: SubmissionDesk) {
  return async (tx: Tx, input: { id: string }): Promise<Result<Whole>> => {
    const opened = await openSubmission(tx, desk, input.id, 'take-back')
    if (!opened.ok) return opened
    const { row, obligation } = opened.value
    await tx.db
      .updateTable('submission')
      .set({ state: row.return_reason === null ? 'draft' : 'returned', version: row.version + 1 })
      .where('id', '=', row.id)
      .execute()
    await record(tx, 'sending.taken-back', recorded(row.id, obligation), {
      capacity: unitCapacity(tx, obligation),
      unitId: obligation.unitId,
      detail: { unit: obligation.unitName, what: whatOf(obligation, row.kind) },
    })
    return reloaded(tx, desk, row.id)
  }
}

/** Nothing is written; the refusal carries what stands there now, so that the two can be compared. */
export async function changedMeanwhile(tx: Tx, desk: SubmissionDesk, id: string): Promise<Result<never>> {
  const now = await reloaded(tx, desk, id)
  return refuse('changed-meanwhile', {}, { data: now.ok ? now.value : undefined })
}

type Prepared = {
  row: Pick<SubmissionRow, 'kind'>
  written: Written<SubmissionContent>
  obligation: LoadedObligation
  asked: unknown
}

/** Everything still missing in one sentence, leading to the first field; nothing when it may be sent. */
export function whyIncomplete(
  tx: Tx,
  desk: SubmissionDesk,
  { row, written, obligation, asked }: Prepared,
): { ok: false; refusal: ReturnType<typeof refuse>['refusal'] } | undefined {
  const context = { files: written.fileIds.length, today: tx.today, obligation, asked }
  const missing = kindOf(desk, row).missing(written.content, context)
  if (missing.length === 0) return undefined
  const values = { what: capital(KINDS[row.kind].thing), missing: missing.map((one) => one.what).join(', ') }
  return refuse('submission-incomplete', values, { field: missing[0]?.field, data: { missing } })
}
