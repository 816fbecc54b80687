export type Looking = ReturnType<typeof createLooking>

/**
 * Which fact is being looked at, and whose boxes are open. Kept outside React, so that going from one fact to the next draws those
 * two anew and not a thousand others.
 */
export function createLooking() {
  let active: string | undefined
  let open: ReadonlySet<string> = new Set()
  const listeners = new Set<() => void>()
  const tell = () => {
    for (const listener of listeners) listener()
  }
  return {
    active: () => active,
    open: () => open,
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    setActive: (factId: string) => {
      if (active === factId) return
      active = factId
      tell()
    },
    setOpen: (factId: string, wanted: boolean) => {
      const changed = new Set(open)
      if (wanted) changed.add(factId)
      else changed.delete(factId)
      open = changed
      tell()
    },
  }
}
