import { type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/database/unit-of-work.ts'
import { getFiles } from '../../../platform/files/file-rows.ts'
import type { LoadedObligation, ObligationThings } from '../../obligations/server/index.ts'
import { actorName, record } from '../../record/server/index.ts'
import type { DisseminationDraft } from '../contract.ts'
import { missingIn } from '../domain/dissemination.ts'
import type { SubmissionRow, Whole } from './load-submission.ts'
import { openForObligation, openSubmission, recorded, reloaded, unitCapacity } from './open-submission.ts'

type Draft = { id: string; obligationId: string; version: number; content: DisseminationDraft; fileIds: string[] }

/** Saves what has been typed so far. Version 0 begins a new one; another's save in between is told, with what stands there now. */
export function saveDraft(things: ObligationThings) {
  return async (tx: Tx, input: Draft): Promise<Result<Whole>> => {
    const opened = await openForObligation(tx, things, input.obligationId, 'save')
    if (!opened.ok) return opened
    const { row, obligation } = opened.value
    const files = await getFiles(tx, input.fileIds, 'fileIds')
    if (!files.ok) return files
    const draft = {
      content: JSON.stringify(input.content),
      file_ids: input.fileIds,
      prepared_by: tx.actor.kind === 'person' ? tx.actor.personId : null,
      prepared_by_name: actorName(tx.actor),
      prepared_at: tx.now,
    }
    if (!row) {
      const taken = await tx.db.selectFrom('submission').select('id').where('id', '=', input.id).executeTakeFirst()
      if (taken) return refuse('id-taken')
      await tx.db
        .insertInto('submission')
        .values({
          id: input.id,
          kind: 'dissemination',
          obligation_id: obligation.id,
          unit_id: obligation.unitId,
          unit_no: obligation.unitNo,
          state: 'draft',
          created_at: tx.now,
          ...draft,
        })
        .execute()
      await record(tx, 'submission.begun', recorded(input.id, obligation), {
        capacity: unitCapacity(tx, obligation),
        unitId: obligation.unitId,
        detail: { unit: obligation.unitName },
      })
      return reloaded(tx, things, input.id)
    }
    if (row.version !== input.version) {
      // The same again, sent twice because the answer was lost: it is there.
      return holdsSame(row, input) ? reloaded(tx, things, row.id) : changedMeanwhile(tx, things, row.id)
    }
    // Typing again in what was handed over or returned makes it a draft again: nobody signs for words he has not seen.
    const state = row.state === 'returned' ? 'returned' : 'draft'
    await tx.db
      .updateTable('submission')
      .set({ ...draft, state, version: row.version + 1 })
      .where('id', '=', row.id)
      .execute()
    return reloaded(tx, things, row.id)
  }
}

function holdsSame(row: SubmissionRow, input: Draft): boolean {
  const known = row.content as DisseminationDraft
  const names = Object.keys(input.content) as (keyof DisseminationDraft)[]
  return (
    row.id === input.id &&
    names.every((name) => known[name] === input.content[name]) &&
    row.file_ids.join() === input.fileIds.join()
  )
}

/** The preparer hands it to the head for signature: only when nothing is missing. */
export function handOver(things: ObligationThings) {
  return async (tx: Tx, input: { id: string; version: number }): Promise<Result<Whole>> => {
    const opened = await openSubmission(tx, things, input.id, 'hand-over')
    if (!opened.ok) return opened
    const { row, obligation } = opened.value
    if (row.version !== input.version) return changedMeanwhile(tx, things, row.id)
    const incomplete = whyIncomplete(tx, row.content as DisseminationDraft, row.file_ids.length, obligation)
    if (incomplete) return incomplete
    await tx.db
      .updateTable('submission')
      .set({ state: 'for-signature', version: row.version + 1 })
      .where('id', '=', row.id)
      .execute()
    await record(tx, 'submission.handed-over', recorded(row.id, obligation), {
      capacity: unitCapacity(tx, obligation),
      unitId: obligation.unitId,
      detail: { unit: obligation.unitName },
    })
    return reloaded(tx, things, row.id)
  }
}

export function takeBack(things: ObligationThings) {
  return async (tx: Tx, input: { id: string }): Promise<Result<Whole>> => {
    const opened = await openSubmission(tx, things, input.id, 'take-back')
    if (!opened.ok) return opened
    const { row, obligation } = opened.value
    await tx.db
      .updateTable('submission')
      .set({ state: row.return_reason === null ? 'draft' : 'returned', version: row.version + 1 })
      .where('id', '=', row.id)
      .execute()
    await record(tx, 'submission.taken-back', recorded(row.id, obligation), {
      capacity: unitCapacity(tx, obligation),
      unitId: obligation.unitId,
      detail: { unit: obligation.unitName },
    })
    return reloaded(tx, things, row.id)
  }
}

/** Nothing is written; the refusal carries what stands there now, so that the two can be compared. */
export async function changedMeanwhile(tx: Tx, things: ObligationThings, id: string): Promise<Result<never>> {
  const now = await reloaded(tx, things, id)
  return refuse('changed-meanwhile', {}, { data: now.ok ? now.value : undefined })
}

export function whyIncomplete(
  tx: Tx,
  content: DisseminationDraft,
  files: number,
  obligation: LoadedObligation,
): { ok: false; refusal: ReturnType<typeof refuse>['refusal'] } | undefined {
  const missing = missingIn(content, { files, today: tx.today, launchedOn: obligation.thing.launchedOn })
  if (missing.length === 0) return undefined
  const what = missing.map((one) => one.what).join(', ')
  return refuse('submission-incomplete', { missing: what }, { field: missing[0]?.field, data: { missing } })
}
