import { type Actor, grantFor, seesAs, type UnitPath } from '../../kernel/actor.ts'
import { type Refusal, refusal } from '../../kernel/result.ts'

export type BackupAct = 'see' | 'make'

/** A backup holds everything, so it is the business of whoever administers the whole organisation; who audits it sees that there is one. */
export function whyMayNot(actor: Actor, act: BackupAct, { root }: { root: UnitPath }): Refusal | undefined {
  const who = 'quản trị viên'
  if (act === 'see') {
    return seesAs(actor, ['administrator', 'auditor'], root) ? undefined : refusal('not-yours-to-see', { who })
  }
  return grantFor(actor, ['administrator'], root) ? undefined : refusal('not-yours-to-do', { who })
}
