import type { Role } from '../../kernel/actor.ts'

/** The roles that may be obliged to have a second factor, those with which most can be done first. */
export const RULE_ROLES = [
  'administrator',
  'standing-office',
  'authority',
  'head',
  'officer',
  'auditor',
  'staff',
] as const satisfies readonly Role[]

/** To whom it is recommended where it is not demanded: who gives rights away, decides, or sees everybody. */
const ADVISED: readonly Role[] = ['administrator', 'standing-office', 'authority', 'auditor']

export function isAdvised(roles: readonly Role[]): boolean {
  return roles.some((role) => ADVISED.includes(role))
}

/** The first of the roles somebody holds that the rule names. */
export function obligedBy(roles: readonly Role[], rule: readonly string[]): Role | undefined {
  return RULE_ROLES.find((role) => roles.includes(role) && rule.includes(role))
}
