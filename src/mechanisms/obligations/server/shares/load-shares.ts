import type { Tx } from '../../../../platform/database/unit-of-work.ts'
import { fileShape, findFiles } from '../../../../platform/files/file-rows.ts'
import type { ShareShape } from '../../contract.ts'
import { type ShareThing, whyMayNotShare } from '../../domain/shares.ts'
import { peopleOfUnit } from '../assign.ts'
import { type LoadedObligation, owedThing } from '../load-obligations.ts'

/** The parts of one obligation that were not taken back, oldest first, with what this actor may do with each. */
export async function sharesOf(tx: Tx, owed: LoadedObligation): Promise<ShareShape[]> {
  const rows = await tx.db
    .selectFrom('obligation_share')
    .selectAll()
    .where('obligation_id', '=', owed.id)
    .where('taken_back_at', 'is', null)
    .orderBy('given_at')
    .orderBy('id')
    .execute()
  if (rows.length === 0) return []
  const there = new Set((await peopleOfUnit(tx, owed.unitId)).map((person) => person.id))
  const files = await findFiles(
    tx,
    rows.flatMap((row) => row.file_ids),
  )
  return rows.map((row) => ({
    id: row.id,
    obligationId: owed.id,
    personId: row.person_id,
    personName: row.person_name,
    post: row.post_title,
    part: row.part,
    dueOn: row.due_on,
    doneOn: row.done_on,
    doneNote: row.done_note,
    files: files.filter((file) => row.file_ids.includes(file.id)).map(fileShape),
    givenByName: row.given_by_name,
    givenAt: row.given_at.toISOString(),
    gone: row.done_on === null && !there.has(row.person_id),
    version: row.version,
    actions: offered(tx, owed, { personId: row.person_id, doneOn: row.done_on, takenBack: false }),
  }))
}

function offered(tx: Tx, owed: LoadedObligation, share: ShareThing): ShareShape['actions'] {
  const actions: ShareShape['actions'] = {}
  for (const action of ['finish', 'take-back'] as const) {
    if (whyMayNotShare(tx.actor, action, owedThing(owed), share) === undefined) actions[action] = { whyNot: null }
  }
  return actions
}
