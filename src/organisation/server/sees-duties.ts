import { seesAs } from '../../kernel/actor.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { unitPath } from '../../platform/database/unit-tree.ts'

const ROLES = ['head', 'officer', 'staff', 'standing-office', 'authority', 'auditor'] as const

/**
 * Has he a part in what the unit owes and sends: its own people with a role, the standing office, the authority and the auditor over it?
 * To others its page says nothing of it, not even that there is nothing.
 */
export async function seesDuties(tx: Tx, unitId: string): Promise<boolean> {
  return seesAs(tx.actor, ROLES, await unitPath(tx, unitId))
}
