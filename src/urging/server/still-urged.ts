import { sql } from 'kysely'
import type { PlainDate } from '../../kernel/plain-date.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { notStopped, whatIsStopped } from './plan-steps.ts'

export type Urged = { id: string; unitId: string; unitNo: number; lastDay: PlainDate }

/**
 * What a letter still urges: of its obligations those that are open, have had no other last day since it was drafted, and belong to nothing
 * closed or paused.
 */
export async function stillUrgedBy(tx: Tx, letterId: string): Promise<Urged[]> {
  const { rows } = await sql<Urged>`
    select o.id, o.unit_id as "unitId", o.unit_no as "unitNo", o.last_day as "lastDay"
    from app.urging_letter_obligation l join app.obligation o on o.id = l.obligation_id
    where l.letter_id = ${letterId}::uuid and ${await standsUrged(tx)} order by o.id`.execute(tx.db)
  return rows
}

/** Of `app.urging_letter_obligation l` joined with its `app.obligation o`: is it still urged by that letter? */
export async function standsUrged(tx: Tx) {
  return sql<boolean>`l.live and o.state = 'open' and o.last_day = l.for_last_day and ${notStopped(await whatIsStopped(tx, tx.today))}`
}
