import type { Tx } from '../../../../platform/database/unit-of-work.ts'
import { fileShape, findFiles } from '../../../../platform/files/file-rows.ts'
import type { RequestShape } from '../../contract.ts'
import { whyMayNotRequest } from '../../domain/requests.ts'
import { type LoadedObligation, owedThing } from '../load-obligations.ts'

/** Every request for more time about one obligation, newest first, with what this actor may do with each. */
export async function requestsOf(tx: Tx, owed: LoadedObligation): Promise<RequestShape[]> {
  const rows = await tx.db
    .selectFrom('extension_request')
    .selectAll()
    .where('obligation_id', '=', owed.id)
    .orderBy('asked_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  const wanted = rows.flatMap((row) => [...row.file_ids, ...(row.paper_scan_id === null ? [] : [row.paper_scan_id])])
  const files = new Map((await findFiles(tx, wanted)).map((file) => [file.id, fileShape(file)]))
  return rows.map((row) => ({
    id: row.id,
    obligationId: owed.id,
    wantedDay: row.wanted_day,
    reason: row.reason,
    files: row.file_ids.flatMap((id) => files.get(id) ?? []),
    askedByName: row.asked_by_name,
    askedAt: row.asked_at.toISOString(),
    state: row.state,
    grantedDay: row.granted_day,
    answer: row.answer,
    decided:
      row.decided_at === null
        ? null
        : {
            byName: row.decided_by_name ?? '',
            at: row.decided_at.toISOString(),
            paper:
              row.paper_on === null
                ? null
                : {
                    on: row.paper_on,
                    scan: files.get(row.paper_scan_id ?? '') ?? null,
                    enteredByName: row.entered_by_name ?? '',
                  },
          },
    actions: offered(tx, owed, row.state),
  }))
}

function offered(tx: Tx, owed: LoadedObligation, state: RequestShape['state']): RequestShape['actions'] {
  const actions: RequestShape['actions'] = {}
  for (const action of ['withdraw', 'answer'] as const) {
    if (whyMayNotRequest(tx.actor, action, owedThing(owed), state) === undefined) actions[action] = { whyNot: null }
  }
  return actions
}
