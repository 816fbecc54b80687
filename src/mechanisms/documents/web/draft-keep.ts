import type { FactKind } from '../fact-values.ts'
import type { Typed } from './fact-form.ts'

/** A fact that does not exist yet: what it will be when it is saved first. */
export type Adding = { kind: FactKind; parentId: string | null; source: { start: number; end: number } | null }

/** What somebody has typed into one fact and the server does not have yet. */
export type KeptTyping = { typed: Typed; over: number; adding?: Adding }

/** Unsaved typing, by fact. It outlives the page: a reload, a lost connection, a session that ends. */
export type DraftKeep = {
  read: () => Readonly<Record<string, KeptTyping>>
  write: (factId: string, kept: KeptTyping | undefined) => void
}

/** Keeps the typing of one person in one document. A storage that is full or closed loses nothing but this second copy. */
export function draftKeep(storage: Storage | undefined, owner: string, documentId: string): DraftKeep {
  const key = `thi-dua:nhap:${owner}:${documentId}`
  const read = (): Record<string, KeptTyping> => {
    try {
      const kept: unknown = JSON.parse(storage?.getItem(key) ?? '{}')
      return typeof kept === 'object' && kept !== null ? onlyWhole(kept) : {}
    } catch {
      return {}
    }
  }
  return {
    read,
    write: (factId, kept) => {
      const all = read()
      if (kept) all[factId] = kept
      else delete all[factId]
      try {
        if (Object.keys(all).length === 0) storage?.removeItem(key)
        else storage?.setItem(key, JSON.stringify(all))
      } catch {
        // the page still holds it
      }
    },
  }
}

function onlyWhole(kept: object): Record<string, KeptTyping> {
  return Object.fromEntries(Object.entries(kept).filter((pair): pair is [string, KeptTyping] => isKept(pair[1])))
}

function isKept(value: unknown): value is KeptTyping {
  if (typeof value !== 'object' || value === null) return false
  const { typed, over } = value as Record<string, unknown>
  return typeof over === 'number' && typeof typed === 'object' && typed !== null && allText(Object.values(typed))
}

function allText(values: unknown[]): boolean {
  return values.every((value) => typeof value === 'string')
}
