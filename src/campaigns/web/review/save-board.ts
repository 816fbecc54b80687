/** How the saving of one part of the campaign stands. */
export type PartState =
  | { state: 'unsaved' | 'saving' }
  | { state: 'saved'; at: Date }
  | { state: 'failed'; why: string }

type Part = { state: PartState; flush: () => Promise<boolean> }

/** What the parts that save by themselves (title, door, where it goes) say of their saving, for the one line at the foot. */
export function createSaveBoard() {
  let parts: ReadonlyMap<string, Part> = new Map()
  const listeners = new Set<() => void>()
  return {
    parts: () => parts,
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    report: (name: string, part: Part) => {
      parts = new Map(parts).set(name, part)
      for (const listener of listeners) listener()
    },
    /** Saves whatever is not saved yet; gives whether nothing is left. */
    flushAll: async (): Promise<boolean> => {
      const done = await Promise.all([...parts.values()].map((part) => part.flush()))
      return done.every(Boolean)
    },
  }
}

type Line =
  | { state: 'untouched' | 'unsaved' | 'saving' }
  | { state: 'saved'; at: Date }
  | { state: 'failed'; why: string; onRetry?: () => void }

/** The worst of the parts and of the facts, as one line; of two that are saved, the later. */
export function wholeState(facts: Line, parts: readonly PartState[]): Line {
  const all: Line[] = [facts, ...parts]
  for (const state of ['failed', 'saving', 'unsaved'] as const) {
    const found = all.find((one) => one.state === state)
    if (found) return found
  }
  const saved = all.flatMap((one) => (one.state === 'saved' ? [one] : []))
  return saved.sort((a, b) => b.at.getTime() - a.at.getTime())[0] ?? { state: 'untouched' }
}
