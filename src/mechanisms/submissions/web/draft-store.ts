import type { DisseminationDraft } from '../contract.ts'

/** What has been typed and not yet reached the server, kept in this browser so that a reload or a lost line costs nothing. */
export type UnsavedDraft = {
  /** The submission's id: the server's, or the one made here for a new one. */
  id: string
  /** The version it was typed over. */
  version: number
  content: DisseminationDraft
  files: readonly DraftFile[]
}
export type DraftFile = { id: string; name: string; size: number; mediaType: string }

const keyOf = (obligationId: string) => `quan-triet.${obligationId}`

export function keepUnsaved(storage: Storage, obligationId: string, draft: UnsavedDraft): void {
  try {
    storage.setItem(keyOf(obligationId), JSON.stringify(draft))
  } catch {
    // a full or forbidden storage takes away the net, not the work: the draft still goes to the server
  }
}

export function forgetUnsaved(storage: Storage, obligationId: string): void {
  storage.removeItem(keyOf(obligationId))
}

/** What was left unsaved, if it still has the shape of a draft; what does not is forgotten. */
export function findUnsaved(storage: Storage, obligationId: string): UnsavedDraft | undefined {
  const text = storage.getItem(keyOf(obligationId))
  if (text === null) return undefined
  const draft = parsed(text)
  if (draft === undefined) forgetUnsaved(storage, obligationId)
  return draft
}

function parsed(text: string): UnsavedDraft | undefined {
  try {
    const draft: unknown = JSON.parse(text)
    return isDraft(draft) ? draft : undefined
  } catch {
    return undefined
  }
}

function isDraft(value: unknown): value is UnsavedDraft {
  if (typeof value !== 'object' || value === null) return false
  const { id, version, content, files } = value as Partial<UnsavedDraft>
  return (
    typeof id === 'string' &&
    typeof version === 'number' &&
    Array.isArray(files) &&
    typeof content === 'object' &&
    content !== null &&
    'heldOn' in content &&
    'note' in content
  )
}

/** Do two drafts say the same? */
export function sameDraft(
  a: { content: DisseminationDraft; files: readonly { id: string }[] },
  b: { content: DisseminationDraft; files: readonly { id: string }[] },
): boolean {
  const written = (draft: typeof a) => {
    const { heldOn, form, formNote, attended, total, note } = draft.content
    return JSON.stringify([heldOn, form, formNote, attended, total, note, draft.files.map((file) => file.id)])
  }
  return written(a) === written(b)
}
