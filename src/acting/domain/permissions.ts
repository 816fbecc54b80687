import { type Actor, grantFor, type UnitPath } from '../../kernel/actor.ts'
import { type Refusal, refusal } from '../../kernel/result.ts'

const ADMINISTRATOR = 'quản trị viên'

type Delegating = {
  /** Whose post it is. */
  personId: string
  postId: string
  /** Every unit it reaches: of both posts, and where the grants are held. */
  units: readonly UnitPath[]
  way: 'product' | 'paper'
}

/**
 * The holder delegates himself; from paper an administrator enters it for him, who administers everything it reaches: whoever runs one
 * branch could otherwise give somebody there the authority over the whole. What is held by delegation is not delegated on.
 */
export function whyMayNotDelegate(actor: Actor, { personId, postId, units, way }: Delegating): Refusal | undefined {
  if (way === 'paper') return administers(actor, units) ? undefined : refusal('not-yours-to-do', { who: ADMINISTRATOR })
  if (actor.kind !== 'person' || actor.personId !== personId) {
    return refusal('not-yours-to-do', { who: 'người giữ vị trí này' })
  }
  const { actingIn } = actor
  return actingIn === undefined || actingIn === postId ? undefined : refusal('not-delegated-on')
}

/** Ended early by whoever gave it, by whoever holds it, or by an administrator. */
export function whyMayNotEnd(
  actor: Actor,
  delegation: { fromPersonId: string; toPersonId: string; units: readonly UnitPath[] },
): Refusal | undefined {
  const party =
    actor.kind === 'person' && (actor.personId === delegation.fromPersonId || actor.personId === delegation.toPersonId)
  return party || administers(actor, delegation.units)
    ? undefined
    : refusal('not-yours-to-do', { who: `người ủy quyền, người được ủy quyền hoặc ${ADMINISTRATOR}` })
}

export function administers(actor: Actor, units: readonly UnitPath[]): boolean {
  return units.length > 0 && units.every((unit) => grantFor(actor, ['administrator'], unit))
}
