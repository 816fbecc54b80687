import { type Actor, grantFor, type Role, type UnitPath } from '../../kernel/actor.ts'
import { type Refusal, refusal } from '../../kernel/result.ts'

/** Who keeps entries of the registry: the unit's officer for his unit and below, the standing office for its tree. */
export const REGISTRY_KEEPERS: readonly Role[] = ['officer', 'standing-office']
const KEEPER_WORDS = 'công chức phụ trách của đơn vị giữ mục này hoặc bộ phận thường trực'

/**
 * Entering at a unit, correcting, voiding and matching what that unit keeps. Reading asks nothing but to be signed in: an honour is given
 * in public (Luật 06/2022/QH15 Điều 5: công khai). What tells two people of one name apart (a birth day) stays with the keepers.
 */
export function whyMayNotKeep(actor: Actor, keeper: UnitPath): Refusal | undefined {
  return grantFor(actor, REGISTRY_KEEPERS, keeper) ? undefined : refusal('not-yours-to-do', { who: KEEPER_WORDS })
}
