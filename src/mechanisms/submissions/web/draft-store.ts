import { SUBMISSION_PAGES } from '../../obligations/domain/pages.ts'
import type { SubmissionContent } from '../contract.ts'
import { KINDS } from '../domain/kinds.ts'

/** What has been typed and not yet reached the server, kept in this browser so that a reload or a lost line costs nothing. */
export type UnsavedDraft<C extends SubmissionContent> = {
  /** The submission's id: the server's, or the one made here for a new one. */
  id: string
  /** The version it was typed over. */
  version: number
  content: C
  files: readonly DraftFile[]
}
export type DraftFile = { id: string; name: string; size: number; mediaType: string }

const keyOf = (obligationId: string, kind: SubmissionContent['kind']) =>
  `${SUBMISSION_PAGES[KINDS[kind].obligationKind]}.${obligationId}`

export function keepUnsaved<C extends SubmissionContent>(
  storage: Storage,
  obligationId: string,
  draft: UnsavedDraft<C>,
): void {
  try {
    storage.setItem(keyOf(obligationId, draft.content.kind), JSON.stringify(draft))
  } catch {
    // a full or forbidden storage takes away the net, not the work: the draft still goes to the server
  }
}

export function forgetUnsaved(storage: Storage, obligationId: string, kind: SubmissionContent['kind']): void {
  storage.removeItem(keyOf(obligationId, kind))
}

/** What was left unsaved, if it still has the shape of a draft as `empty` has it; what does not is forgotten. */
export function findUnsaved<C extends SubmissionContent>(
  storage: Storage,
  obligationId: string,
  empty: C,
): UnsavedDraft<C> | undefined {
  const text = storage.getItem(keyOf(obligationId, empty.kind))
  if (text === null) return undefined
  const draft = parsed(text, empty)
  if (draft === undefined) forgetUnsaved(storage, obligationId, empty.kind)
  return draft
}

function parsed<C extends SubmissionContent>(text: string, empty: C): UnsavedDraft<C> | undefined {
  try {
    const draft: unknown = JSON.parse(text)
    return isDraft(draft, empty) ? { ...draft, content: { ...draft.content, kind: empty.kind } } : undefined
  } catch {
    return undefined
  }
}

function isDraft<C extends SubmissionContent>(value: unknown, empty: C): value is UnsavedDraft<C> {
  if (typeof value !== 'object' || value === null) return false
  const { id, version, content, files } = value as Partial<UnsavedDraft<C>>
  return (
    typeof id === 'string' &&
    typeof version === 'number' &&
    Array.isArray(files) &&
    typeof content === 'object' &&
    content !== null &&
    // one kept from before there were kinds does not say its own
    Object.keys(empty).every((name) => name === 'kind' || name in content)
  )
}

/** Do two drafts say the same? */
export function sameDraft<C extends SubmissionContent>(
  a: { content: C; files: readonly { id: string }[] },
  b: { content: C; files: readonly { id: string }[] },
): boolean {
  const written = (draft: typeof a) => {
    const fields = Object.entries(draft.content).sort(([one], [other]) => (one < other ? -1 : 1))
    return JSON.stringify([fields, draft.files.map((file) => file.id)])
  }
  return written(a) === written(b)
}
