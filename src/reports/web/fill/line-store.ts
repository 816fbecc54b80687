import type { DraftFile, Value } from '../api.ts'

/** Of one line what has been typed and not yet reached the server, and the version it was typed over. */
export type UnsavedLine = { value: Value; files: readonly DraftFile[]; version: number }

const keyOf = (obligationId: string) => `bao-cao.${obligationId}`

/** Keeps unsaved lines in this browser, so that a reload or a lost line costs nothing; with none left, forgets them. */
export function keepLines(storage: Storage, obligationId: string, lines: ReadonlyMap<string, UnsavedLine>): void {
  try {
    if (lines.size === 0) storage.removeItem(keyOf(obligationId))
    else storage.setItem(keyOf(obligationId), JSON.stringify([...lines]))
  } catch {
    // a full or forbidden storage takes away the net, not the work: the lines still go to the server
  }
}

/** Lines that were left unsaved, those that still have the shape of one. */
export function findLines(storage: Storage, obligationId: string): Map<string, UnsavedLine> {
  try {
    const kept: unknown = JSON.parse(storage.getItem(keyOf(obligationId)) ?? '[]')
    return new Map(Array.isArray(kept) ? kept.filter(isEntry) : [])
  } catch {
    return new Map()
  }
}

function isEntry(entry: unknown): entry is [string, UnsavedLine] {
  if (!Array.isArray(entry) || typeof entry[0] !== 'string') return false
  const line: unknown = entry[1]
  return (
    typeof line === 'object' &&
    line !== null &&
    'version' in line &&
    typeof line.version === 'number' &&
    'files' in line &&
    Array.isArray(line.files) &&
    'value' in line &&
    typeof line.value === 'object' &&
    line.value !== null &&
    'kind' in line.value
  )
}
