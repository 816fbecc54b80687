import type { NewObligation } from '../../mechanisms/obligations/server/index.ts'
import { actorName } from '../../mechanisms/record/server/index.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import type { LoadedForm } from './load-form.ts'

/** What the reports of a form belong to: its campaign, or the work that the office gives with it outside any campaign. */
export async function formThing(tx: Tx, { row }: LoadedForm): Promise<NewObligation['thing']> {
  if (row.campaign_id !== null) return { kind: 'campaign', id: row.campaign_id }
  await tx.db
    .insertInto('assignment')
    .values({
      id: row.id,
      unit_id: row.unit_id,
      unit_no: row.unit_no,
      title: row.title,
      title_search: row.title_search,
      words: null,
      due_day: row.due_day ?? row.period_to,
      due_relation: row.due_relation ?? 'by',
      recurrence: 'once',
      day_rule: 'as-written',
      needs_proof: false,
      made_by: tx.actor.kind === 'person' ? tx.actor.accountId : null,
      made_by_name: actorName(tx.actor),
      made_at: tx.now,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
  return { kind: 'assignment', id: row.id }
}
