/** Letters and digits nobody takes for another when he reads them from one screen and types them into the next. */
const SIGNS = '23456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A code like «7KQ4-M2TN»; `pick(n)` gives a whole number from 0 to n − 1 that nobody can guess. */
export function makeSetUpCode(pick: (below: number) => number): string {
  const signs = Array.from({ length: 8 }, () => SIGNS[pick(SIGNS.length)])
  return `${signs.slice(0, 4).join('')}-${signs.slice(4).join('')}`
}

/** As it is compared: however it was typed, with or without the dash, in small letters, with blanks. */
export function tidySetUpCode(typed: string): string {
  return typed.toUpperCase().replace(/[^0-9A-Z]/g, '')
}

const TRIES = 10
const WINDOW_MS = 10 * 60_000

/** Wrong tries of the last ten minutes; takes those known and the present moment. */
export function recentTries(tries: readonly number[], nowMs: number): number[] {
  return tries.filter((at) => nowMs - at < WINDOW_MS)
}

export function tooManyTries(tries: readonly number[], nowMs: number): boolean {
  return recentTries(tries, nowMs).length >= TRIES
}
