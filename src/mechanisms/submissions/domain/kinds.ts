import { pageOf } from '../../obligations/domain/pages.ts'

/** What travels: each kind answers one kind of obligation and has a page of its own. */
export type SubmissionKindName = 'dissemination' | 'completion' | 'report'

/** One thing still missing before it may be sent, with the field to go to. */
export type Missing = { what: string; field: string }

type KindWords = {
  /** In the middle of a sentence: «đã gửi bản quán triệt». */
  readonly thing: string
  /** At the head of what was written. */
  readonly head: string
  /** What it answers. */
  readonly obligationKind: 'disseminate' | 'task' | 'report'
}

export const KINDS: Readonly<Record<SubmissionKindName, KindWords>> = {
  dissemination: { thing: 'bản quán triệt', head: 'Kết quả quán triệt', obligationKind: 'disseminate' },
  completion: { thing: 'kết quả thực hiện', head: 'Kết quả thực hiện', obligationKind: 'task' },
  report: { thing: 'báo cáo', head: 'Nội dung báo cáo', obligationKind: 'report' },
}

/** Where the submission of an obligation is written and read. */
export function submissionHref(obligationId: string, kind: SubmissionKindName): string {
  return pageOf({ id: obligationId, kind: KINDS[kind].obligationKind })
}
