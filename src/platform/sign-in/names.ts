import { cleanText } from '../../kernel/vietnamese-text.ts'

/** A sign-in name as it is kept and compared: no blanks around it, small letters. */
export function tidySignInName(typed: string): string {
  return cleanText(typed).trim().toLowerCase()
}

/** User names are typed on any keyboard: a–z, digits, `.`, `-`, `_`; they begin with a letter or digit. */
export function isUserName(name: string): boolean {
  return /^[a-z0-9][a-z0-9._-]{2,49}$/.test(name)
}

/** Loose on purpose: the address proves itself when a mail arrives. */
export function isEmail(name: string): boolean {
  return name.length <= 254 && /^[^\s@<>,;:"()[\]\\]+@[^\s@<>,;:"()[\]\\]+\.[^\s@<>,;:"()[\]\\.]{2,}$/.test(name)
}

const NO_MAIL = '@khong-co-thu.invalid'

/** The library wants an address for everybody; whoever has none gets one that can never be written to. */
export function placeholderEmail(accountId: string): string {
  return `${accountId}${NO_MAIL}`
}

/** Such an address names the account of another: nobody may claim it. */
export function isPlaceholder(email: string): boolean {
  return email.endsWith(NO_MAIL)
}
