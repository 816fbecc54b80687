import type { Actor } from '../../../kernel/actor.ts'
import { type Refusal, refusal } from '../../../kernel/result.ts'
import { type OwedThing, whyMayNot } from './permissions.ts'

export type RequestState = 'open' | 'granted' | 'refused' | 'withdrawn'

/** A request for more time: open → granted | refused | withdrawn, and no way back. Why the actor may not take this step; nothing when he may. */
export function whyMayNotRequest(
  actor: Actor,
  action: 'withdraw' | 'answer',
  owed: OwedThing,
  state: RequestState,
): Refusal | undefined {
  const may = whyMayNot(actor, action === 'withdraw' ? 'ask-more-time' : 'answer-request', owed)
  return may ?? (state === 'open' ? undefined : refusal('request-decided'))
}
