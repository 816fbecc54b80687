import { randomInt } from 'node:crypto'

/** No I, L, O, U: the code is read out over the telephone. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** The number under which an unforeseen fault is logged and shown: `7K2M-9QXA`. */
export function faultReference(): string {
  const letters = Array.from({ length: 8 }, () => LETTERS[randomInt(LETTERS.length)])
  return `${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`
}
