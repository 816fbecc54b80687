import { randomBytes, randomInt } from 'node:crypto'

/** Letters and digits nobody takes for another when he reads them from paper and types them. */
const SIGNS = '23456789ABCDEFGHJKMNPQRSTVWXYZ'

const RECOVERY_CODES = 10
const RECOVERY_SIGNS = 10
const HANDED_SIGNS = 12

/** What somebody types at the second step: the six digits of his authenticator, one of his recovery codes, or what was handed to him. */
export type SecondCode = { readonly kind: 'totp' | 'recovery' | 'handed' | 'none'; readonly code: string }

function signs(count: number): string {
  return Array.from({ length: count }, () => SIGNS[randomInt(SIGNS.length)]).join('')
}

/** Ten codes like «7KQ4M-2TNXC», about 49 bits each. */
export function makeRecoveryCodes(): string[] {
  return Array.from({ length: RECOVERY_CODES }, () => recoveryForm(signs(RECOVERY_SIGNS)))
}

/** A code like «7KQ4-M2TN-XC8D» to be handed over on paper or by telephone, about 59 bits. */
export function makeHandedCode(): string {
  return handedForm(signs(HANDED_SIGNS))
}

/** What stands in the link of a mail: 256 bits. */
export function makeLinkSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** However it was typed: with or without dashes and blanks, in small letters. */
export function readSecondCode(typed: string): SecondCode {
  const bare = bareOf(typed)
  if (/^\d{6}$/.test(bare)) return { kind: 'totp', code: bare }
  if (bare.length === RECOVERY_SIGNS) return { kind: 'recovery', code: recoveryForm(bare) }
  if (bare.length === HANDED_SIGNS) return { kind: 'handed', code: handedForm(bare) }
  return { kind: 'none', code: '' }
}

/** A handed-over code in its one form, whatever way it was typed; the secret of a link as it is. */
export function tidyAccessSecret(typed: string): string {
  const trimmed = typed.trim()
  if (trimmed.length > 2 * HANDED_SIGNS) return trimmed
  return handedForm(bareOf(trimmed))
}

function bareOf(typed: string): string {
  return typed
    .slice(0, 100)
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
}

function recoveryForm(bare: string): string {
  return `${bare.slice(0, 5)}-${bare.slice(5)}`
}

function handedForm(bare: string): string {
  return `${bare.slice(0, 4)}-${bare.slice(4, 8)}-${bare.slice(8)}`
}
