/** The capacity chosen in this tab: another tab of the same person may act in another, and a new one begins in all of them. */
const KEY = 'thi-dua.acting-in'

export function chosenCapacity(): string | undefined {
  return sessionStorage.getItem(KEY) ?? undefined
}

/** Chooses a post or a delegation to act in; nothing: all of them together. */
export function chooseCapacity(id: string | undefined): void {
  if (id === undefined) sessionStorage.removeItem(KEY)
  else sessionStorage.setItem(KEY, id)
}
