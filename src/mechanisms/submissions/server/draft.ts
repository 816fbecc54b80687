import { ok, type Result, refuse } from '../../../kernel/result.ts'
import { jsonText } from '../../../platform/database/json-text.ts'
import type { Tx } from '../../../platform/database/unit-of-work.ts'
import { getFiles } from '../../../platform/files/file-rows.ts'
import type { LoadedObligation } from '../../obligations/server/index.ts'
import { actorName, record } from '../../record/server/index.ts'
import type { SubmissionContent } from '../contract.ts'
import { kindFor, type SubmissionDesk } from './kind.ts'
import { openForObligation, recorded, unitCapacity, whatOf } from './open-submission.ts'
import { findSubmission, type SubmissionRow } from './submission-row.ts'

type Begin = {
  /** The id of a new one; what is there already keeps its own. */
  id: string
  obligationId: string
  content: SubmissionContent
  fileIds?: readonly string[]
  formVersion?: number
}

/**
 * Locks what answers an obligation for writing, and begins it when nobody has. Refuses as every act does, a taken id, and files that are
 * not the actor's to use: these are looked for before anything is written, for what hangs on a submission is seen with it.
 */
export async function openToWrite(
  tx: Tx,
  desk: SubmissionDesk,
  input: Begin,
): Promise<Result<{ row: SubmissionRow; obligation: LoadedObligation; begun: boolean }>> {
  const opened = await openForObligation(tx, desk, input.obligationId, 'save')
  if (!opened.ok) return opened
  const { row, obligation } = opened.value
  if (kindFor(desk, obligation.kind)?.kind !== input.content.kind) return refuse('wrong-obligation-kind')
  const files = await getFiles(tx, input.fileIds ?? [], 'fileIds')
  if (!files.ok) return files
  if (row) return ok({ row, obligation, begun: false })
  const taken = await tx.db.selectFrom('submission').select('id').where('id', '=', input.id).executeTakeFirst()
  if (taken) return refuse('id-taken')
  const begun = await begin(tx, obligation, input)
  await record(tx, 'sending.begun', recorded(begun.id, obligation), {
    capacity: unitCapacity(tx, obligation),
    unitId: obligation.unitId,
    detail: { unit: obligation.unitName, what: whatOf(obligation, begun.kind) },
  })
  return ok({ row: begun, obligation, begun: true })
}

/** The row of a new submission; the caller has asked whether the actor may begin it. */
export async function begin(tx: Tx, obligation: LoadedObligation, input: Begin): Promise<SubmissionRow> {
  await tx.db
    .insertInto('submission')
    .values({
      id: input.id,
      kind: input.content.kind,
      obligation_id: obligation.id,
      unit_id: obligation.unitId,
      unit_no: obligation.unitNo,
      form_version: input.formVersion ?? null,
      state: 'draft',
      created_at: tx.now,
      content: jsonText(input.content),
      file_ids: [...(input.fileIds ?? [])],
      ...by(tx),
    })
    .execute()
  const row = await findSubmission(tx, { id: input.id })
  if (!row) throw new Error(`submission ${input.id} is gone after it was begun`)
  return row
}

/**
 * Notes that somebody has written on it. Writing again in what was handed over makes it a draft again: nobody signs for words he has not
 * seen. What was returned stays so until it is sent again. A kind that keeps its content elsewhere gives none here.
 */
export async function noteWritten(
  tx: Tx,
  row: SubmissionRow,
  now: { content?: SubmissionContent; fileIds?: readonly string[]; formVersion?: number } = {},
): Promise<void> {
  await tx.db
    .updateTable('submission')
    .set({
      ...by(tx),
      ...(now.content === undefined ? {} : { content: jsonText(now.content) }),
      ...(now.fileIds === undefined ? {} : { file_ids: [...now.fileIds] }),
      ...(now.formVersion === undefined ? {} : { form_version: now.formVersion }),
      state: row.state === 'returned' || row.return_reason !== null ? 'returned' : 'draft',
      version: row.version + 1,
    })
    .where('id', '=', row.id)
    .execute()
}

function by(tx: Tx) {
  return {
    prepared_by: tx.actor.kind === 'person' ? tx.actor.personId : null,
    prepared_by_name: actorName(tx.actor),
    prepared_at: tx.now,
  }
}
