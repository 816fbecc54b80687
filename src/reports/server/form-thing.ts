import { giveWithForm } from '../../assignments/server/index.ts'
import type { NewObligation } from '../../mechanisms/obligations/server/index.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import type { LoadedForm } from './load-form.ts'

/** What the reports of a form belong to: its campaign, or the work that the office gives with it outside any campaign. */
export async function formThing(tx: Tx, { row }: LoadedForm): Promise<NewObligation['thing']> {
  if (row.campaign_id !== null) return { kind: 'campaign', id: row.campaign_id }
  return giveWithForm(tx, {
    id: row.id,
    unitId: row.unit_id,
    unitNo: row.unit_no,
    title: row.title,
    due: { day: row.due_day ?? row.period_to, relation: row.due_relation ?? 'by' },
  })
}
