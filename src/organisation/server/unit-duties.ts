import { seesAs } from '../../kernel/actor.ts'
import type { PlainDate } from '../../kernel/plain-date.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { unitPath } from '../../platform/database/unit-tree.ts'

export type UnitDuty = {
  id: string
  title: string
  thingTitle: string
  state: 'open' | 'done' | 'exempt'
  lastDay: PlainDate
  doneOn: PlainDate | null
}

/**
 * What a unit owes and has done, the open first, then the newest: for whoever sees its duties anyway (its own people with a role, the
 * standing office, the authority and the auditor over it). `null` for others; things the actor does not see are left out.
 */
export async function dutiesOf(tx: Tx, unitId: string): Promise<UnitDuty[] | null> {
  const roles = ['head', 'officer', 'staff', 'standing-office', 'authority', 'auditor'] as const
  if (!seesAs(tx.actor, roles, await unitPath(tx, unitId))) return null
  const rows = await tx.db
    .selectFrom('obligation as o')
    .innerJoin('campaign as c', 'c.id', 'o.thing_id')
    .select(['o.id', 'o.title', 'c.title as thingTitle', 'o.state', 'o.last_day as lastDay', 'o.done_on as doneOn'])
    .where('o.unit_id', '=', unitId)
    .orderBy((eb) => eb.case().when('o.state', '=', 'open').then(0).else(1).end())
    .orderBy('o.last_day', 'desc')
    .orderBy('o.id')
    .limit(100)
    .execute()
  return rows
}
