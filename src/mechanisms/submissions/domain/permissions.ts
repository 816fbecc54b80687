import { type Actor, holds, seesAs, type UnitPath } from '../../../kernel/actor.ts'
import { formatDate, type PlainDate } from '../../../kernel/plain-date.ts'
import { type Refusal, refusal } from '../../../kernel/result.ts'
import { type Separation, whyMayNotSignOwn } from '../../consents/domain/separation.ts'

export type SubmissionState = 'draft' | 'for-signature' | 'submitted' | 'returned' | 'accepted'
export type SubmissionAction =
  | 'see'
  | 'save'
  | 'hand-over'
  | 'take-back'
  | 'sign'
  | 'sign-from-paper'
  | 'withdraw'
  | 'open'
  | 'return'
  | 'accept'

export type SubmissionThing = {
  /** `undefined` while nobody has begun. */
  state: SubmissionState | undefined
  opened: { byName: string; at: string } | undefined
  unit: UnitPath
  owedTo: UnitPath
  assignedPersonId: string | null
  obligation: 'open' | 'done' | 'exempt'
  obligationDoneOn: PlainDate | null
  closedOn: PlainDate | null
  /** May whoever prepared it sign it himself? */
  separation?: Separation
}

/**
 * The one state machine of what travels between units:
 * draft → (for-signature →) submitted → accepted | returned → … ; withdrawn while unopened, which makes it a draft again.
 * Why the actor may not take this step now; nothing when he may.
 */
export function whyMayNot(actor: Actor, action: SubmissionAction, thing: SubmissionThing): Refusal | undefined {
  const head = holds(actor, 'head', thing.unit)
  const preparer = head || holds(actor, 'officer', thing.unit) || isAssigned(actor, thing)
  const office = holds(actor, 'standing-office', thing.owedTo)
  const sent = thing.state === 'submitted' || thing.state === 'accepted' || thing.state === 'returned'
  // What has not been sent is the unit's own; what has been sent the receiver and the authority above may read too.
  const reader =
    readsUnsent(actor, thing) ||
    (sent && (seesAs(actor, ['standing-office', 'authority'], thing.owedTo) || seesAs(actor, ['auditor'], thing.unit)))
  if (!reader) return refusal('not-found')

  switch (action) {
    case 'see':
      return undefined
    case 'save':
      return preparer ? (running(thing) ?? notYetSent(thing)) : refusal('not-yours-to-do', { who: PREPARERS })
    case 'hand-over':
      return preparer
        ? (running(thing) ?? inState(thing, ['draft', 'returned']))
        : refusal('not-yours-to-do', { who: PREPARERS })
    case 'take-back':
      return preparer ? inState(thing, ['for-signature']) : refusal('not-yours-to-do', { who: PREPARERS })
    case 'sign':
      return head
        ? (running(thing) ?? notYetSent(thing) ?? whyMayNotSignOwn(actor, thing.separation))
        : refusal('not-yours-to-do', { who: 'người đứng đầu đơn vị' })
    case 'sign-from-paper':
      return preparer ? (running(thing) ?? notYetSent(thing)) : refusal('not-yours-to-do', { who: PREPARERS })
    case 'withdraw':
      if (!preparer) return refusal('not-yours-to-do', { who: PREPARERS })
      if (thing.closedOn !== null) return refusal('campaign-closed', { day: formatDate(thing.closedOn) })
      if (thing.state !== 'submitted') return refusal('submission-not-sent')
      return thing.opened ? refusal('submission-opened', { name: thing.opened.byName, at: thing.opened.at }) : undefined
    case 'open':
    case 'accept':
      return office ? received(thing) : refusal('not-yours-to-do', { who: OFFICE })
    case 'return':
      if (!office) return refusal('not-yours-to-do', { who: OFFICE })
      if (thing.closedOn !== null) return refusal('campaign-closed', { day: formatDate(thing.closedOn) })
      return received(thing)
  }
}

/** May he read what the unit is still writing? Receivers see what was sent, and of what they returned that sending, not its mending. */
export function readsUnsent(actor: Actor, thing: SubmissionThing): boolean {
  const { unit } = thing
  return seesAs(actor, ['head', 'officer', 'staff'], unit) || isAssigned(actor, thing)
}

const PREPARERS = 'công chức phụ trách, người được giao hoặc người đứng đầu của đơn vị'
const OFFICE = 'bộ phận thường trực'

function isAssigned(actor: Actor, thing: SubmissionThing): boolean {
  if (actor.kind !== 'person' || thing.assignedPersonId !== actor.personId) return false
  return actor.posts.some((post) => post.unitId === thing.unit[0])
}

function received(thing: SubmissionThing): Refusal | undefined {
  return thing.state === 'submitted' ? undefined : refusal('submission-not-sent')
}

function inState(thing: SubmissionThing, states: readonly SubmissionState[]): Refusal | undefined {
  return thing.state !== undefined && states.includes(thing.state) ? undefined : refusal('submission-sent')
}

function notYetSent(thing: SubmissionThing): Refusal | undefined {
  return thing.state === 'submitted' || thing.state === 'accepted' ? refusal('submission-sent') : undefined
}

/** Nothing more is sent after the campaign has closed, after the unit was exempted, or when paper has already done it. */
function running(thing: SubmissionThing): Refusal | undefined {
  if (thing.closedOn !== null) return refusal('campaign-closed', { day: formatDate(thing.closedOn) })
  if (thing.obligation === 'exempt') return refusal('obligation-exempt')
  if (thing.obligation === 'done' && thing.state !== 'submitted' && thing.state !== 'accepted') {
    return refusal('already-done', { day: thing.obligationDoneOn === null ? '' : formatDate(thing.obligationDoneOn) })
  }
  return undefined
}
