import { type Actor, holds, seesAs, type UnitPath } from '../../../kernel/actor.ts'
import { formatDate, type PlainDate } from '../../../kernel/plain-date.ts'
import { type Refusal, refusal } from '../../../kernel/result.ts'
import { type Separation, whyMayNotSignOwn } from '../../consents/domain/separation.ts'
import { receives, seesAsReceiver } from '../../obligations/domain/receiver.ts'

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
  | 'judge'
  | 'return'
  | 'accept'
  | 'enter-from-paper'

export type SubmissionThing = {
  /** `undefined` while nobody has begun. */
  state: SubmissionState | undefined
  opened: { byName: string; at: string } | undefined
  unit: UnitPath
  owedTo: UnitPath
  thingKind: 'campaign' | 'assignment'
  assignedPersonId: string | null
  obligation: 'open' | 'done' | 'exempt'
  obligationDoneOn: PlainDate | null
  closedOn: PlainDate | null
  /** May the officer sign for it himself? Only where the unit has said so, and never for what its head answers for. */
  officerSigns: boolean
  /** May whoever prepared it sign it himself? */
  separation?: Separation
}

/**
 * The one state machine of what travels between units, of every kind:
 * draft → (for-signature →) submitted → accepted | returned → … ; withdrawn while unopened, which makes it a draft again.
 * Why the actor may not take this step now; nothing when he may.
 */
export function whyMayNot(actor: Actor, action: SubmissionAction, thing: SubmissionThing): Refusal | undefined {
  const head = holds(actor, 'head', thing.unit)
  const officer = holds(actor, 'officer', thing.unit)
  const preparer = head || officer || isAssigned(actor, thing)
  const office = receives(actor, thing)
  // A paper that came in may be typed in also while the unit has begun something of its own, which the office does not see.
  const reader = action === 'enter-from-paper' ? seesObligation(actor, thing) : reads(actor, thing)
  if (!reader) return refusal('not-found')
  const ofUnit = preparer ? undefined : refusal('not-yours-to-do', { who: PREPARERS })
  const ofOffice = office ? undefined : refusal('not-yours-to-do', { who: RECEIVERS[thing.thingKind] })

  switch (action) {
    case 'see':
      return undefined
    case 'save':
    case 'sign-from-paper':
      return ofUnit ?? running(thing) ?? notYetSent(thing)
    case 'hand-over':
      return ofUnit ?? running(thing) ?? inState(thing, ['draft', 'returned'])
    case 'take-back':
      return ofUnit ?? inState(thing, ['for-signature'])
    case 'sign':
      if (!head && !(officer && thing.officerSigns)) return refusal('not-yours-to-do', { who: HEAD })
      return running(thing) ?? notYetSent(thing) ?? whyMayNotSignOwn(actor, thing.separation)
    case 'withdraw':
      return ofUnit ?? notClosed(thing) ?? received(thing) ?? unopened(thing)
    case 'open':
    case 'accept':
      return ofOffice ?? received(thing)
    case 'judge':
    case 'return':
      return ofOffice ?? notClosed(thing) ?? received(thing)
    case 'enter-from-paper':
      return ofOffice ?? running(thing) ?? notYetSent(thing)
  }
}

/** May he read what the unit is still writing? Receivers see what was sent, and of what they returned that sending, not its mending. */
export function readsUnsent(actor: Actor, thing: SubmissionThing): boolean {
  const { unit } = thing
  return seesAs(actor, ['head', 'officer', 'staff'], unit) || isAssigned(actor, thing)
}

const HEAD = 'người đứng đầu đơn vị'
const PREPARERS = 'công chức phụ trách, người được giao hoặc người đứng đầu của đơn vị'
const RECEIVERS = { campaign: 'bộ phận thường trực', assignment: 'bộ phận thường trực hoặc đơn vị giao việc' } as const

/** What has not been sent is the unit's own; what has been sent the receiver and the authority above may read too. */
function reads(actor: Actor, thing: SubmissionThing): boolean {
  if (readsUnsent(actor, thing)) return true
  const sent = thing.state === 'submitted' || thing.state === 'accepted' || thing.state === 'returned'
  return sent && (seesAsReceiver(actor, thing) || seesAs(actor, ['auditor'], thing.unit))
}

function seesObligation(actor: Actor, thing: SubmissionThing): boolean {
  return readsUnsent(actor, thing) || seesAsReceiver(actor, thing) || seesAs(actor, ['auditor'], thing.unit)
}

function isAssigned(actor: Actor, thing: SubmissionThing): boolean {
  if (actor.kind !== 'person' || thing.assignedPersonId !== actor.personId) return false
  return actor.posts.some((post) => post.unitId === thing.unit[0])
}

function received(thing: SubmissionThing): Refusal | undefined {
  return thing.state === 'submitted' ? undefined : refusal('submission-not-sent')
}

function unopened({ opened }: SubmissionThing): Refusal | undefined {
  return opened ? refusal('submission-opened', { name: opened.byName, at: opened.at }) : undefined
}

function inState(thing: SubmissionThing, states: readonly SubmissionState[]): Refusal | undefined {
  return thing.state !== undefined && states.includes(thing.state) ? undefined : refusal('submission-sent')
}

function notYetSent(thing: SubmissionThing): Refusal | undefined {
  return thing.state === 'submitted' || thing.state === 'accepted' ? refusal('submission-sent') : undefined
}

function notClosed({ closedOn, thingKind }: SubmissionThing): Refusal | undefined {
  if (closedOn === null) return undefined
  return refusal(thingKind === 'campaign' ? 'campaign-closed' : 'assignment-closed', { day: formatDate(closedOn) })
}

/** Nothing more is sent after its thing has closed, after the unit was exempted, or when paper has already done it. */
function running(thing: SubmissionThing): Refusal | undefined {
  const closed = notClosed(thing)
  if (closed) return closed
  if (thing.obligation === 'exempt') return refusal('obligation-exempt')
  if (thing.obligation === 'done' && thing.state !== 'submitted' && thing.state !== 'accepted') {
    return refusal('already-done', { day: thing.obligationDoneOn === null ? '' : formatDate(thing.obligationDoneOn) })
  }
  return undefined
}
