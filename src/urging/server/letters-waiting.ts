import { dayOf, daysBetween } from '../../kernel/plain-date.ts'
import type { Waiting } from '../../mechanisms/obligations/server/index.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { officesServed } from './offices.ts'

/** Drafts of letters wait for the standing office: to be signed, or thrown away. */
export async function lettersWaiting(tx: Tx): Promise<Waiting[]> {
  const offices = await officesServed(tx)
  if (offices.length === 0) return []
  const rows = await tx.db
    .selectFrom('urging_letter')
    .select(['id', 'subject', 'made_at', 'made_by_name'])
    .where('state', '=', 'draft')
    .$if(offices !== 'all', (query) => query.where('unit_id', 'in', offices === 'all' ? [] : [...offices]))
    .orderBy('made_at')
    .limit(50)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    kind: 'urging-letter',
    title: row.subject,
    detail: `Dự thảo công văn đôn đốc, ${row.made_by_name} soạn`,
    since: row.made_at.toISOString(),
    days: daysBetween(dayOf(row.made_at), tx.today),
    link: `/don-doc/cong-van/${row.id}`,
    act: 'Xem dự thảo',
  }))
}
