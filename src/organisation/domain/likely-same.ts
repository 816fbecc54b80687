import type { PartialDate } from './partial-date.ts'

/** Somebody who may be the person now being entered. `birth` is missing where it is not kept or not the asker's to see. */
export type Candidate = { readonly id: string; readonly birth: PartialDate | null }

/**
 * Of people with the same name (folded): those who may be the same person. Whoever is known to be born on another day is another person;
 * where one of the two days is not known, somebody has to look. A name alone never decides.
 */
export function likelySame<T extends Candidate>(birth: PartialDate | null, sameName: readonly T[]): T[] {
  return sameName.filter((other) => birth === null || other.birth === null || mayBeSameDay(birth, other.birth))
}

/** As far as the coarser of the two goes: «1990» may be «05/07/1990». */
export function mayBeSameDay(a: PartialDate, b: PartialDate): boolean {
  const parts = { year: 4, month: 7, day: 10 }
  const known = Math.min(parts[a.precision], parts[b.precision])
  return a.on.slice(0, known) === b.on.slice(0, known)
}
