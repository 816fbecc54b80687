import { type Actor, holds, type UnitPath } from '../../kernel/actor.ts'
import { formatDate, type PlainDate } from '../../kernel/plain-date.ts'
import { type Refusal, refusal } from '../../kernel/result.ts'

const WHO = 'bộ phận thường trực, người đứng đầu hoặc công chức phụ trách của đơn vị giao việc'

/** The roles whose holders give work in the name of a unit to those below it. */
export const GIVERS = ['standing-office', 'head', 'officer'] as const

/** Why the actor may not give work in the name of this unit; nothing when he may. */
export function whyMayNotGive(actor: Actor, unit: UnitPath): Refusal | undefined {
  return GIVERS.some((role) => holds(actor, role, unit)) ? undefined : refusal('not-yours-to-do', { who: WHO })
}

export type GivenThing = {
  /** The unit it is owed to and all above it. */
  unit: UnitPath
  closedOn: PlainDate | null
  /** Reports that a form asks for: what it says and to whom it goes is the form's. */
  ofForm: boolean
  /** How many of its duties are done. */
  done: number
}

/** Why the actor may not change or close it: givers of the unit do, while it is not closed; its words and days only before anybody has done it. */
export function whyMayNot(actor: Actor, action: 'change' | 'close', thing: GivenThing): Refusal | undefined {
  const may = whyMayNotGive(actor, thing.unit)
  if (may) return may
  if (thing.closedOn !== null) return refusal('assignment-closed', { day: formatDate(thing.closedOn) })
  if (action === 'change' && thing.ofForm) return refusal('assignment-of-form')
  return action === 'change' && thing.done > 0 ? refusal('assignment-begun', { done: thing.done }) : undefined
}
