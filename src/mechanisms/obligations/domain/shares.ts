import type { Actor } from '../../../kernel/actor.ts'
import { formatDate, type PlainDate } from '../../../kernel/plain-date.ts'
import { type Refusal, refusal } from '../../../kernel/result.ts'
import { hasShare, type OwedThing, whyMayNot, whyNotOpen } from './permissions.ts'

export type ShareThing = { personId: string; doneOn: PlainDate | null; takenBack: boolean }

/** Why the actor may not do this with a part of the obligation: whoever has it finishes it, whoever gives parts takes it back. */
export function whyMayNotShare(
  actor: Actor,
  action: 'finish' | 'take-back',
  owed: OwedThing,
  share: ShareThing,
): Refusal | undefined {
  const unseen = whyMayNot(actor, 'see', owed)
  if (unseen) return unseen
  if (action === 'take-back') {
    return whyMayNot(actor, 'share', owed) ?? (share.doneOn === null ? undefined : done(share.doneOn))
  }
  const his = hasShare(actor, { unit: owed.unit, sharedWith: [share.personId] })
  if (!his) return refusal('not-yours-to-do', { who: 'người được chia phần việc' })
  if (share.takenBack) return refusal('share-taken-back')
  return share.doneOn === null ? whyNotOpen(owed) : done(share.doneOn)
}

function done(day: PlainDate): Refusal {
  return refusal('share-done', { day: formatDate(day) })
}
