import type { ComponentType } from 'react'
import type { PlainDate } from '../../../kernel/plain-date.ts'
import type { SubmissionContent } from '../contract.ts'
import type { Missing } from '../domain/kinds.ts'
import type { SavedWhole, SubmissionPageData } from './api.ts'
import type { DraftFile } from './draft-store.ts'
import type { Draft } from './use-draft.ts'

export type FieldsProps<C extends SubmissionContent> = {
  draft: Pick<Draft<C>, 'content' | 'files' | 'change'>
  obligation: SubmissionPageData['obligation']
  /** What is wrong at a place, once it has been tried to send. */
  said: (field: string) => string | undefined
}
export type ViewProps<C extends SubmissionContent> = { content: C; files: readonly DraftFile[] }

/** What the page of a submission shows of one kind; everything else is the same for all that are saved whole. */
export type KindScreen<C extends SavedWhole> = {
  /** Where typing begins when nobody has written anything. */
  readonly empty: (data: Pick<SubmissionPageData, 'unitHeadcount'>) => C
  readonly missing: (
    written: { content: C; files: number },
    context: { today: PlainDate; data: SubmissionPageData },
  ) => Missing[]
  readonly Fields: ComponentType<FieldsProps<C>>
  readonly View: ComponentType<ViewProps<C>>
  /** The element id of a field, by its place in the input, so that an error summary leads there. */
  readonly fieldIds: Readonly<Record<string, string>>
  /** What each piece of it is called, by its key. */
  readonly partNames: Readonly<Record<string, string>>
  /** What to do about one missing thing; without words of its own its name is said. */
  readonly asked: Readonly<Record<string, string>>
}
