/** A part that has been typed and is not saved, with what stood there before. */
export type Kept<Value> = { value: Value; base: Value }

/** Keeps one unsaved part of a campaign in this browser, for one person. */
export function keptPart<Value>(owner: string, campaignId: string, name: string, storage: Storage = localStorage) {
  const key = `thi-dua:nhap:${owner}:${campaignId}:${name}`
  return {
    read: (): Kept<Value> | undefined => {
      try {
        const kept: unknown = JSON.parse(storage.getItem(key) ?? 'null')
        const whole = typeof kept === 'object' && kept !== null && 'value' in kept && 'base' in kept
        return whole ? (kept as Kept<Value>) : undefined
      } catch {
        return undefined
      }
    },
    write: (kept: Kept<Value> | undefined) => {
      try {
        if (kept === undefined) storage.removeItem(key)
        else storage.setItem(key, JSON.stringify(kept))
      } catch {
        // the page still holds it
      }
    },
  }
}
