import { type Actor, holds, seesAs, type UnitPath } from '../../../kernel/actor.ts'

/** To whom something is owed, and of what kind the thing is that it comes from. */
export type Receiving = { thingKind: 'campaign' | 'assignment'; owedTo: UnitPath }

/**
 * Does the actor act for whoever it is owed to: ask, receive, exempt, give more time? The standing office; of work given outside a campaign
 * also the head and the officers of the unit that gave it, since a unit without a standing office may give work to those below it.
 */
export function receives(actor: Actor, { thingKind, owedTo }: Receiving): boolean {
  if (holds(actor, 'standing-office', owedTo)) return true
  return thingKind === 'assignment' && (holds(actor, 'head', owedTo) || holds(actor, 'officer', owedTo))
}

/** Does he see it as one of those, or as the authority above them? */
export function seesAsReceiver(actor: Actor, { thingKind, owedTo }: Receiving): boolean {
  const roles = thingKind === 'assignment' ? (['head', 'officer'] as const) : []
  return seesAs(actor, ['standing-office', 'authority', ...roles], owedTo)
}
