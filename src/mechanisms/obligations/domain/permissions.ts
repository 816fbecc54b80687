import { type Actor, holds, type PersonActor, seesAs, type UnitPath } from '../../../kernel/actor.ts'
import { formatDate, type PlainDate } from '../../../kernel/plain-date.ts'
import { type Refusal, refusal } from '../../../kernel/result.ts'
import { receives, seesAsReceiver } from './receiver.ts'

export type ObligationAction =
  | 'see'
  | 'confirm'
  | 'confirm-from-paper'
  | 'accept'
  | 'assign'
  | 'share'
  | 'ask-more-time'
  | 'answer-request'
  | 'prolong'
  | 'remind'
  | 'receive-on-paper'
  | 'enter-paper'
  | 'exempt'
  | 'undo-exemption'
  | 'note-arrival'
  | 'open-submission'
  | 'contribute'

/** What the permissions look at. */
export type OwedThing = {
  kind: 'confirm-receipt' | 'disseminate' | 'task' | 'report'
  thingKind: 'campaign' | 'assignment'
  /** It is answered by a form: its figures count only once they stand in it. */
  byForm: boolean
  state: 'open' | 'done' | 'exempt'
  doneOn: PlainDate | null
  /** The unit that owes and all above it; the unit it owes to and all above it. */
  unit: UnitPath
  owedTo: UnitPath
  assignedPersonId: string | null
  /** Who has a part of it that was not taken back. */
  sharedWith: readonly string[]
  /** The last day of the thing it belongs to, once that is closed. */
  closedOn: PlainDate | null
  /** Since when the thing is paused: it is not urged, what is ready may still be done. */
  pausedOn: PlainDate | null
}

const WHO = {
  head: 'người đứng đầu đơn vị',
  unitPeople: 'người đứng đầu hoặc công chức phụ trách của đơn vị',
  office: 'bộ phận thường trực',
  giver: 'bộ phận thường trực hoặc đơn vị giao việc',
} as const

/** Why the actor may not do this with the obligation: `not-found` when he may not even see it, nothing when he may. */
export function whyMayNot(actor: Actor, action: ObligationAction, thing: OwedThing): Refusal | undefined {
  if (!sees(actor, thing)) return refusal('not-found')
  const leads = holds(actor, 'head', thing.unit) || holds(actor, 'officer', thing.unit)
  const ofUnit = leads || isAssigned(actor, thing)
  const office = receives(actor, thing)
  const mine = (theirs: boolean, who: string) => (theirs ? undefined : refusal('not-yours-to-do', { who }))
  const receiver = thing.thingKind === 'assignment' ? WHO.giver : WHO.office
  switch (action) {
    case 'see':
      return undefined
    case 'confirm':
      return kindIs(thing, 'confirm-receipt') ?? mine(holds(actor, 'head', thing.unit), WHO.head) ?? whyNotOpen(thing)
    case 'confirm-from-paper':
      return kindIs(thing, 'confirm-receipt') ?? mine(ofUnit, WHO.unitPeople) ?? whyNotOpen(thing)
    case 'accept':
      // Confirming receipt is itself the acceptance of the campaign.
      if (thing.kind === 'confirm-receipt') return refusal('wrong-obligation-kind')
      return mine(ofUnit, WHO.unitPeople) ?? whyNotOpen(thing)
    case 'assign':
      return mine(leads, WHO.unitPeople) ?? whyNotOpen(thing)
    case 'share':
    case 'ask-more-time':
      return mine(ofUnit, WHO.unitPeople) ?? whyNotOpen(thing)
    case 'open-submission':
      if (thing.kind === 'confirm-receipt') return refusal('wrong-obligation-kind')
      // What is not yet sent is the unit's own: the office has nothing to open before that.
      return mine(ofUnit || (office && thing.state === 'done'), WHO.unitPeople)
    case 'contribute':
      return kindIs(thing, 'report') ?? mine(brings(actor, thing), WHO.unitPeople) ?? whyNotOpen(thing)
    case 'remind':
      return mine(office, receiver) ?? paused(thing) ?? whyNotOpen(thing)
    case 'answer-request':
    case 'prolong':
    case 'exempt':
      return mine(office, receiver) ?? whyNotOpen(thing)
    case 'receive-on-paper':
      return mine(office, receiver) ?? whyNotOpen(thing) ?? (thing.byForm ? refusal('paper-to-be-typed') : undefined)
    case 'enter-paper':
      if (thing.kind === 'confirm-receipt' || (thing.kind === 'report' && !thing.byForm)) {
        return refusal('wrong-obligation-kind')
      }
      return mine(office, receiver) ?? whyNotOpen(thing)
    case 'note-arrival':
      return mine(office, receiver) ?? (thing.state === 'done' ? notClosed(thing) : refusal('not-done-yet'))
    case 'undo-exemption':
      return mine(office, receiver) ?? (thing.state === 'exempt' ? notClosed(thing) : refusal('not-exempt'))
  }
}

function sees(actor: Actor, thing: OwedThing): boolean {
  if (actor.kind !== 'person') return false
  return (
    seesAs(actor, ['head', 'officer', 'staff', 'auditor'], thing.unit) ||
    seesAsReceiver(actor, thing) ||
    isAssigned(actor, thing) ||
    hasShare(actor, thing)
  )
}

function isAssigned(actor: Actor, thing: OwedThing): boolean {
  return actor.kind === 'person' && thing.assignedPersonId === actor.personId && isThere(actor, thing)
}

/** Whoever has a post in the unit and reads what it has not yet sent may bring something to its report. */
function brings(actor: Actor, thing: OwedThing): boolean {
  if (actor.kind !== 'person' || !isThere(actor, thing)) return false
  return seesAs(actor, ['head', 'officer', 'staff'], thing.unit) || isAssigned(actor, thing)
}

/** He was given a part of it and is still in the unit. */
export function hasShare(actor: Actor, thing: Pick<OwedThing, 'unit' | 'sharedWith'>): boolean {
  return actor.kind === 'person' && thing.sharedWith.includes(actor.personId) && isThere(actor, thing)
}

/** What one was named for ends with the post: whoever has left the unit no longer acts for it. */
function isThere(actor: PersonActor, { unit }: Pick<OwedThing, 'unit'>): boolean {
  return actor.posts.some((post) => post.unitId === unit[0])
}

function kindIs(thing: OwedThing, kind: OwedThing['kind']): Refusal | undefined {
  return thing.kind === kind ? undefined : refusal('wrong-obligation-kind')
}

function paused(thing: OwedThing): Refusal | undefined {
  if (thing.state !== 'open' || thing.closedOn !== null || thing.pausedOn === null) return undefined
  return refusal('campaign-paused', { day: formatDate(thing.pausedOn) })
}

function notClosed({ closedOn, thingKind }: OwedThing): Refusal | undefined {
  if (closedOn === null) return undefined
  return refusal(thingKind === 'campaign' ? 'campaign-closed' : 'assignment-closed', { day: formatDate(closedOn) })
}

/** It is no longer to be done: met, exempt, or its thing is closed. */
export function whyNotOpen(thing: OwedThing): Refusal | undefined {
  const closed = notClosed(thing)
  if (closed) return closed
  switch (thing.state) {
    case 'open':
      return undefined
    case 'done':
      return refusal('already-done', { day: thing.doneOn === null ? '' : formatDate(thing.doneOn) })
    case 'exempt':
      return refusal('obligation-exempt')
  }
}
