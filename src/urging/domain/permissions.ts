import { type Actor, holds, seesAs, type UnitPath } from '../../kernel/actor.ts'
import { type Refusal, refusal } from '../../kernel/result.ts'

export type UrgingAction = 'see' | 'urge'

const OFFICE = 'bộ phận thường trực'

/**
 * Why the actor may not do this with the urging of what is owed to a unit: its board, log, ladder and letters. `not-found` when he may not
 * even see it; urging itself is the standing office's.
 */
export function whyMayNotUrge(actor: Actor, action: UrgingAction, owedTo: UnitPath): Refusal | undefined {
  if (!seesAs(actor, ['standing-office', 'authority', 'auditor'], owedTo)) return refusal('not-found')
  if (action === 'see') return undefined
  return holds(actor, 'standing-office', owedTo) ? undefined : refusal('not-yours-to-do', { who: OFFICE })
}

/** Outages are of the whole organisation: declared by whoever administers it, known to everybody who works in it. */
export function whyMayNotDeclareOutage(actor: Actor, rootUnitId: string): Refusal | undefined {
  return holds(actor, 'administrator', [rootUnitId])
    ? undefined
    : refusal('not-yours-to-do', { who: 'quản trị viên của cơ quan' })
}
