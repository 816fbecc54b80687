import { type Actor, grantFor, type Role, type UnitPath } from '../../kernel/actor.ts'
import { type Refusal, refusal } from '../../kernel/result.ts'

/** Clusters are divided by the council of a unit; its standing office keeps them, and the administrator may. */
const KEEPERS: readonly Role[] = ['standing-office', 'administrator']

/** Why the actor may not keep the clusters of this unit (itself and all above it); nothing when he may. Everybody signed in reads them. */
export function whyMayNotKeep(actor: Actor, unit: UnitPath): Refusal | undefined {
  if (grantFor(actor, KEEPERS, unit)) return undefined
  return refusal('not-yours-to-do', { who: 'bộ phận thường trực hoặc quản trị viên' })
}
