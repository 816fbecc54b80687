import type { PersonActor } from '../../../../kernel/actor.ts'
import { dayOf, daysBetween } from '../../../../kernel/plain-date.ts'
import type { Tx } from '../../../../platform/database/unit-of-work.ts'
import { hasShare } from '../../domain/permissions.ts'
import { thingBeside, titleWithTurn } from '../../domain/turn-title.ts'
import { type LoadedObligation, owedThing } from '../load-obligations.ts'
import type { ObligationThings } from '../things.ts'
import type { Waiting } from '../waiting.ts'
import { openSharesOf, shareDueWords } from './shared-work.ts'

/** The parts of the actor that wait to be done, for *Việc của tôi*. What he had in a unit he has left is no longer his. */
export async function sharesWaiting(tx: Tx, things: ObligationThings, actor: PersonActor): Promise<Waiting[]> {
  const open = await openSharesOf(tx, things, actor.personId)
  return open
    .filter((share) => hasShare(actor, owedThing(share.owed)))
    .map((share) => ({
      id: share.id,
      kind: 'share' as const,
      title: share.part,
      detail: `${ofWhat(share.owed)}. ${shareDueWords(share)}`,
      since: share.givenAt.toISOString(),
      days: daysBetween(dayOf(share.givenAt), tx.today),
      link: `/viec/${share.owed.id}`,
      act: 'Báo xong phần việc',
    }))
}

/** The duty, and what it belongs to. */
function ofWhat({ title, occurrence, thing }: LoadedObligation): string {
  return `${titleWithTurn({ title, occurrence })}. ${thingBeside({ title, thingTitle: thing.title })}`
}
