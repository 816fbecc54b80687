import { createContext, useContext, useSyncExternalStore } from 'react'
import type { FactDesk } from './fact-desk.ts'
import type { Looking } from './looking.ts'

/** What every part of a review works with. Stays the same object while values are typed. */
export type FactReview = {
  desk: FactDesk
  looking: Looking
  /** May facts be changed now? */
  editable: boolean
  /** The number of a fact's place in the paper, if it has one. */
  numberOf: (factId: string) => number | undefined
  /** Looks at a fact and brings its place in the paper into sight. */
  showPlace: (factId: string) => void
  /** Looks at a fact; its place comes into sight where the paper stands beside it. */
  look: (factId: string) => void
}

export const FactReviewContext = createContext<FactReview | undefined>(undefined)

export function useFactReview(): FactReview {
  const review = useContext(FactReviewContext)
  if (review === undefined) throw new Error('facts are drawn inside a review')
  return review
}

/** The fact that is being looked at. */
export function useActive(looking: Looking): string | undefined {
  return useSyncExternalStore(looking.subscribe, looking.active)
}

export function useIsActive(looking: Looking, factId: string): boolean {
  return useSyncExternalStore(looking.subscribe, () => looking.active() === factId)
}

export function useIsOpen(looking: Looking, factId: string): boolean {
  return useSyncExternalStore(looking.subscribe, () => looking.open().has(factId))
}

/** Every fact whose boxes are open. */
export function useOpen(looking: Looking): ReadonlySet<string> {
  return useSyncExternalStore(looking.subscribe, looking.open)
}
