import { type Actor, grantFor, type Role, seesAs, type UnitPath } from '../../kernel/actor.ts'
import { type Refusal, refusal } from '../../kernel/result.ts'

/** What people do to accounts and grants. */
export type AccountAct =
  | 'see-account'
  | 'create-account'
  | 'issue-access'
  | 'remove-second-factor'
  | 'end-sessions'
  | 'disable'
  | 'enable'
  | 'grant'
  | 'end-grant'
  | 'move-clock'
  | 'set-sign-in-rules'

const MAY: Readonly<Record<AccountAct, readonly Role[]>> = {
  'see-account': ['administrator', 'auditor'],
  'create-account': ['administrator'],
  'issue-access': ['administrator'],
  'remove-second-factor': ['administrator'],
  'end-sessions': ['administrator'],
  disable: ['administrator'],
  enable: ['administrator'],
  grant: ['administrator'],
  'end-grant': ['administrator'],
  'move-clock': ['administrator'],
  'set-sign-in-rules': ['administrator'],
}

/**
 * Takes who acts, what he wants, and every unit the account reaches by its posts and grants (for a grant: where the post is and where the
 * role is held). All of them must be his: whoever administers one branch could otherwise let himself in as somebody who
 * has a post there and administers everything. The first set-up may: nobody is there yet to be asked.
 */
export function whyMayNot(
  actor: Actor,
  act: AccountAct,
  { units }: { units: readonly UnitPath[] },
): Refusal | undefined {
  if (actor.kind === 'set-up') return undefined
  const has = act === 'see-account' ? seesAs : grantFor
  if (units.length > 0 && units.every((unit) => has(actor, MAY[act], unit))) return undefined
  return refusal(act === 'see-account' ? 'not-yours-to-see' : 'not-yours-to-do', { who: 'quản trị viên' })
}
