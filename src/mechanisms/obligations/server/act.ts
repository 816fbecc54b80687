import { capacityFor, type Role } from '../../../kernel/actor.ts'
import { formatDate } from '../../../kernel/plain-date.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/database/unit-of-work.ts'
import { hasEnded } from '../../../platform/database/unit-tree.ts'
import type { RecordedThing } from '../../record/server/index.ts'
import type { ObligationShape } from '../contract.ts'
import { type ObligationAction, whyMayNot } from '../domain/permissions.ts'
import { findObligation, type LoadedObligation, owedThing, takeObligation, toShape } from './load-obligations.ts'
import type { ObligationThings } from './things.ts'

/** The beginning of every act on an obligation: take it with the thing it belongs to (so that it is not closed under us), ask whether the actor may. */
export async function openObligation(
  tx: Tx,
  things: ObligationThings,
  id: string,
  action: ObligationAction,
): Promise<Result<LoadedObligation>> {
  const before = await findObligation(tx, things, id)
  if (!before) return refuse('not-found')
  const loaded = await takeObligation(tx, things, before)
  if (!loaded) return refuse('not-found')
  const refused = whyMayNot(tx.actor, action, owedThing(loaded))
  return refused ? { ok: false, refusal: refused } : ok(loaded)
}

/** The unit has ended: what it owed is waived with it, nobody acts for it any more. */
export function whyUnitGone(
  tx: Tx,
  loaded: LoadedObligation,
): { ok: false; refusal: ReturnType<typeof refuse>['refusal'] } | undefined {
  if (!hasEnded(loaded.unitEndedOn, tx.today) || loaded.unitEndedOn === null) return undefined
  return refuse('unit-ended', { unit: loaded.unitName, day: formatDate(loaded.unitEndedOn) })
}

/** The obligation as it is after the change. */
export async function reloaded(tx: Tx, things: ObligationThings, id: string): Promise<ObligationShape> {
  const loaded = await findObligation(tx, things, id)
  if (!loaded) throw new Error(`obligation ${id} is gone after its change`)
  return toShape(tx, loaded)
}

export function recorded(loaded: LoadedObligation): RecordedThing {
  return { kind: 'obligation', id: loaded.id, name: loaded.thing.title }
}

export function unitCapacity(tx: Tx, loaded: LoadedObligation): string {
  return tx.actor.kind === 'person' ? capacityFor(tx.actor, ['head', 'officer', 'staff'], loaded.unitPath) : ''
}

export function officeCapacity(tx: Tx, loaded: LoadedObligation): string {
  const receiverRoles: Role[] =
    loaded.thingKind === 'assignment' ? ['standing-office', 'head', 'officer'] : ['standing-office']
  return tx.actor.kind === 'person' ? capacityFor(tx.actor, receiverRoles, loaded.owedToPath) : ''
}
