import { type Actor, grantFor, type Role, seesAs, type UnitPath } from '../../kernel/actor.ts'
import { type Refusal, refusal } from '../../kernel/result.ts'
import { type Separation, whyMayNotSignOwn } from '../../mechanisms/consents/domain/separation.ts'

/** Who reads yearly facts of a unit's people besides themselves. Plain staff and administrators do not: it is not their work. */
export const FACT_READERS: readonly Role[] = ['head', 'officer', 'standing-office', 'authority', 'auditor']

export type RatingListState = 'draft' | 'proposed' | 'returned' | 'confirmed'

export type RatingListThing = {
  /** `undefined` while nothing has been written. */
  state: RatingListState | undefined
  unit: UnitPath
  /** It was confirmed once and taken up again. */
  inCorrection: boolean
  /** May whoever prepared it confirm it himself? */
  separation?: Separation
}

export type RatingListAct =
  | 'write'
  | 'propose'
  | 'take-back'
  | 'confirm'
  | 'confirm-from-paper'
  | 'reopen'
  | 'drop-correction'

const PREPARERS: readonly Role[] = ['officer', 'head']
const PREPARER_WORDS = 'công chức phụ trách hoặc người đứng đầu của đơn vị'

/**
 * draft → proposed → confirmed | returned → …; confirmed → (reopened, with a reason) draft. Why the actor may not take this step now;
 * nothing when he may. Whoever may not read the unit's facts is told that there is nothing.
 */
export function whyMayNotRate(actor: Actor, act: RatingListAct, thing: RatingListThing): Refusal | undefined {
  if (!seesAs(actor, FACT_READERS, thing.unit)) return refusal('not-found')
  if (act === 'confirm') {
    if (!grantFor(actor, ['head'], thing.unit)) return refusal('not-yours-to-do', { who: 'người đứng đầu đơn vị' })
    return thing.state === 'proposed' ? whyMayNotSignOwn(actor, thing.separation) : refusal('rating-list-not-sent')
  }
  if (!grantFor(actor, PREPARERS, thing.unit)) return refusal('not-yours-to-do', { who: PREPARER_WORDS })
  return outOfOrder(act, thing)
}

function outOfOrder(
  act: Exclude<RatingListAct, 'confirm'>,
  { state, inCorrection }: RatingListThing,
): Refusal | undefined {
  switch (act) {
    case 'write':
    case 'propose':
      if (state === 'proposed') return refusal('rating-list-sent')
      return state === 'confirmed' ? refusal('rating-list-confirmed') : undefined
    // A list signed on paper needs no way through the product first.
    case 'confirm-from-paper':
      return state === 'confirmed' ? refusal('rating-list-confirmed') : undefined
    case 'take-back':
      return state === 'proposed' ? undefined : refusal('rating-list-not-sent')
    case 'reopen':
      return state === 'confirmed' ? undefined : refusal('rating-list-not-sent')
    case 'drop-correction':
      if (state === 'proposed') return refusal('rating-list-sent')
      return inCorrection && state !== 'confirmed' ? undefined : refusal('rating-list-not-sent')
  }
}

/** What is known of one person or unit beside its ratings: where that stands, and whom it is about. */
export type FactThing = {
  /** The unit it was entered for and those the person works in today, each with everything above it. */
  units: readonly UnitPath[]
  /** Nobody when it is about a unit. */
  personId: string | null
}

const KEEPERS: readonly Role[] = ['officer', 'standing-office']
const KEEPER_WORDS = 'công chức phụ trách của đơn vị hoặc bộ phận thường trực'

/** Discipline, pending reviews and ratings of one person: he himself, and who reads the facts of a unit of his. */
export function mayReadFacts(actor: Actor, thing: FactThing): boolean {
  return isAbout(actor, thing) || thing.units.some((unit) => seesAs(actor, FACT_READERS, unit))
}

/** The words that name a third party (who complained) are not shown to the person they are about. */
export function mayReadNotes(actor: Actor, thing: FactThing): boolean {
  return !isAbout(actor, thing) && mayReadFacts(actor, thing)
}

/** Entering, changing and voiding discipline and reviews. Nobody does it about himself, whatever he holds. */
export function whyMayNotKeep(actor: Actor, thing: FactThing): Refusal | undefined {
  if (!mayReadFacts(actor, thing)) return refusal('not-found')
  if (!thing.units.some((unit) => grantFor(actor, KEEPERS, unit))) {
    return refusal('not-yours-to-do', { who: KEEPER_WORDS })
  }
  return isAbout(actor, thing) ? refusal('not-about-oneself', { who: KEEPER_WORDS }) : undefined
}

function isAbout(actor: Actor, { personId }: FactThing): boolean {
  return actor.kind === 'person' && actor.personId === personId
}

/** Award periods are the whole organisation's, so its administrator's. */
export function whyMayNotSetPeriods(actor: Actor, root: UnitPath): Refusal | undefined {
  return grantFor(actor, ['administrator'], root) ? undefined : refusal('not-yours-to-do', { who: 'quản trị viên' })
}

/** The capacity in which somebody prepares, keeps or confirms. */
export const PREPARING: readonly Role[] = PREPARERS
export const KEEPING: readonly Role[] = KEEPERS
