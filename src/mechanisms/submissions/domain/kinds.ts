/** What travels: each kind answers one kind of obligation and has a page of its own. */
export type SubmissionKindName = 'dissemination' | 'completion' | 'report'

/** One thing still missing before it may be sent, with the field to go to. */
export type Missing = { what: string; field: string }

type KindWords = {
  /** In the middle of a sentence: «đã gửi bản quán triệt». */
  readonly thing: string
  /** At the head of what was written. */
  readonly head: string
  /** The last part of the page's address, after the obligation: `/viec/:id/quan-triet`. */
  readonly page: string
}

export const KINDS: Readonly<Record<SubmissionKindName, KindWords>> = {
  dissemination: { thing: 'bản quán triệt', head: 'Kết quả quán triệt', page: 'quan-triet' },
  completion: { thing: 'kết quả thực hiện', head: 'Kết quả thực hiện', page: 'hoan-thanh' },
  report: { thing: 'báo cáo', head: 'Nội dung báo cáo', page: 'bao-cao' },
}

/** Where the submission of an obligation is written and read. */
export function submissionHref(obligationId: string, kind: SubmissionKindName): string {
  return `/viec/${obligationId}/${KINDS[kind].page}`
}
