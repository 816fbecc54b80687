import type { Selectable } from 'kysely'
import type { SubmissionTable } from '../../../platform/database/tables.ts'
import type { Tx } from '../../../platform/database/unit-of-work.ts'

export type SubmissionRow = Selectable<SubmissionTable>

export async function findSubmission(
  tx: Tx,
  by: { id: string } | { obligationId: string },
): Promise<SubmissionRow | undefined> {
  const query = tx.db.selectFrom('submission').selectAll()
  return 'id' in by
    ? query.where('id', '=', by.id).executeTakeFirst()
    : query.where('obligation_id', '=', by.obligationId).executeTakeFirst()
}
