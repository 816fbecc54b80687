import { useState } from 'react'

export type Turns = {
  /** Does `work` after everything that was asked for before it. */
  take: <T>(work: () => Promise<T>) => Promise<T>
  /** Something is under way or waits. */
  busy: () => boolean
}

/**
 * Saves of one form, one after another: none goes off with the version of one that is still on its way, and whoever asks whether all is
 * saved hears it after the last has come back. What fails does not hold up what follows.
 */
export function makeTurns(): Turns {
  let last: Promise<unknown> = Promise.resolve()
  let waiting = 0
  return {
    take: (work) => {
      waiting += 1
      const mine = last.then(work).finally(() => {
        waiting -= 1
      })
      last = mine.catch(() => undefined)
      return mine
    },
    busy: () => waiting > 0,
  }
}

/** The turns of one form, for as long as it stands on the page. */
export function useTurns(): Turns {
  return useState(makeTurns)[0]
}
