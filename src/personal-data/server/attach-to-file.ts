import { sql } from 'kysely'
import { type Refusal, refusal } from '../../kernel/result.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'

/**
 * Makes what the actor has brought part of a person's file, so that the colleagues who see the other files of the unit do not see it.
 * Refused for what is not his, and for what already hangs on a document or a submission: that others must go on seeing.
 */
export async function attachToFile(tx: Tx, fileIds: readonly string[], personId: string): Promise<Refusal | undefined> {
  const ids = [...new Set(fileIds)]
  if (ids.length === 0) return undefined
  const missing = refusal('file-not-found', {}, { field: 'fileIds' })
  if (tx.actor.kind !== 'person') return missing
  const rows = await tx.db
    .updateTable('file')
    .set({ personal_of: personId })
    .where('id', 'in', ids)
    .where('uploaded_by', '=', tx.actor.accountId)
    .where((eb) => eb.or([eb('personal_of', 'is', null), eb('personal_of', '=', personId)]))
    .where((eb) =>
      eb.not(eb.exists(eb.selectFrom('document_file').select('file_id').whereRef('file_id', '=', 'file.id'))),
    )
    .where(sql<boolean>`not exists (select 1 from app.submission s where s.file_ids @> array[file.id])`)
    .returning('id')
    .execute()
  return rows.length === ids.length ? undefined : missing
}
