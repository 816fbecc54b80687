import { type Actor, grantFor, type Role, type UnitPath } from '../../kernel/actor.ts'
import type { Refusal } from '../../kernel/result.ts'
import { refusal } from '../../kernel/result.ts'

/** What people do to the organisation. */
export type OrganisationAct =
  | 'enter-unit-event'
  | 'change-unit'
  | 'create-person'
  | 'add-post'
  | 'change-post'
  | 'end-post'
  | 'merge-people'
  | 'set-special-day'
  | 'remove-special-day'

const MAY: Readonly<Record<OrganisationAct, readonly Role[]>> = {
  'enter-unit-event': ['administrator'],
  'change-unit': ['administrator'],
  'create-person': ['administrator'],
  'add-post': ['administrator'],
  'change-post': ['administrator'],
  'end-post': ['administrator'],
  'merge-people': ['administrator'],
  'set-special-day': ['administrator'],
  'remove-special-day': ['administrator'],
}

/**
 * Takes who acts, what he wants, and the unit it happens at: the unit itself, for a new unit the one above it, for the calendar the
 * organisation. Gives the reason why not. The first set-up may: nobody is there yet to be asked.
 */
export function whyMayNot(actor: Actor, act: OrganisationAct, { unit }: { unit: UnitPath }): Refusal | undefined {
  if (actor.kind === 'set-up' || grantFor(actor, MAY[act], unit)) return undefined
  return refusal('not-yours-to-do', { who: 'quản trị viên' })
}
