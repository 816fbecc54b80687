import { type Actor, holds, seesAs, type UnitPath } from '../../../kernel/actor.ts'
import { formatDate, type PlainDate } from '../../../kernel/plain-date.ts'
import { type Refusal, refusal } from '../../../kernel/result.ts'

export type ObligationAction =
  | 'see'
  | 'confirm'
  | 'confirm-from-paper'
  | 'assign'
  | 'remind'
  | 'receive-on-paper'
  | 'exempt'
  | 'open-submission'

/** What the permissions look at. */
export type OwedThing = {
  kind: 'confirm-receipt' | 'disseminate' | 'task' | 'report'
  state: 'open' | 'done' | 'exempt'
  doneOn: PlainDate | null
  /** The unit that owes and all above it; the unit it owes to and all above it. */
  unit: UnitPath
  owedTo: UnitPath
  assignedPersonId: string | null
  /** The last day of the thing it belongs to, once that is closed. */
  closedOn: PlainDate | null
  /** Since when the thing is paused: it is not urged, what is ready may still be done. */
  pausedOn: PlainDate | null
}

const WHO = {
  head: 'người đứng đầu đơn vị',
  unitPeople: 'người đứng đầu hoặc công chức phụ trách của đơn vị',
  office: 'bộ phận thường trực',
} as const

/** Why the actor may not do this with the obligation: `not-found` when he may not even see it, nothing when he may. */
export function whyMayNot(actor: Actor, action: ObligationAction, thing: OwedThing): Refusal | undefined {
  if (!sees(actor, thing)) return refusal('not-found')
  const ofUnit = holds(actor, 'head', thing.unit) || holds(actor, 'officer', thing.unit) || isAssigned(actor, thing)
  const ofOffice = holds(actor, 'standing-office', thing.owedTo)
  switch (action) {
    case 'see':
      return undefined
    case 'confirm':
      return (
        kindIs(thing, 'confirm-receipt') ??
        (holds(actor, 'head', thing.unit) ? stillOpen(thing) : refusal('not-yours-to-do', { who: WHO.head }))
      )
    case 'confirm-from-paper':
      return (
        kindIs(thing, 'confirm-receipt') ??
        (ofUnit ? stillOpen(thing) : refusal('not-yours-to-do', { who: WHO.unitPeople }))
      )
    case 'assign':
      return holds(actor, 'head', thing.unit) || holds(actor, 'officer', thing.unit)
        ? stillOpen(thing)
        : refusal('not-yours-to-do', { who: WHO.unitPeople })
    case 'open-submission':
      if (thing.kind === 'confirm-receipt') return refusal('wrong-obligation-kind')
      // What is not yet sent is the unit's own: the office has nothing to open before that.
      return ofUnit || (ofOffice && thing.state === 'done')
        ? undefined
        : refusal('not-yours-to-do', { who: WHO.unitPeople })
    case 'remind':
      if (ofOffice && thing.state === 'open' && thing.closedOn === null && thing.pausedOn !== null) {
        return refusal('campaign-paused', { day: formatDate(thing.pausedOn) })
      }
      return ofOffice ? stillOpen(thing) : refusal('not-yours-to-do', { who: WHO.office })
    case 'receive-on-paper':
    case 'exempt':
      return ofOffice ? stillOpen(thing) : refusal('not-yours-to-do', { who: WHO.office })
  }
}

function sees(actor: Actor, thing: OwedThing): boolean {
  if (actor.kind !== 'person') return false
  return (
    seesAs(actor, ['head', 'officer', 'staff', 'auditor'], thing.unit) ||
    seesAs(actor, ['standing-office', 'authority'], thing.owedTo) ||
    isAssigned(actor, thing)
  )
}

function isAssigned(actor: Actor, thing: OwedThing): boolean {
  if (actor.kind !== 'person' || thing.assignedPersonId !== actor.personId) return false
  // The assignment ends with the post: whoever has left the unit no longer acts for it.
  return actor.posts.some((post) => post.unitId === thing.unit[0])
}

function kindIs(thing: OwedThing, kind: OwedThing['kind']): Refusal | undefined {
  return thing.kind === kind ? undefined : refusal('wrong-obligation-kind')
}

function stillOpen(thing: OwedThing): Refusal | undefined {
  if (thing.closedOn !== null) return refusal('campaign-closed', { day: formatDate(thing.closedOn) })
  switch (thing.state) {
    case 'open':
      return undefined
    case 'done':
      return refusal('already-done', { day: thing.doneOn === null ? '' : formatDate(thing.doneOn) })
    case 'exempt':
      return refusal('obligation-exempt')
  }
}
