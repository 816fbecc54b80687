import type { PlainDate } from '../../../kernel/plain-date.ts'
import type { FieldProblem } from '../../../ui/index.ts'
import type { ConsentGiven } from '../contract.ts'

/** Somebody whose consent counts here. */
export type ConsentGiver = { personId: string; name: string; post: string }

/** What has been typed into the form so far; `givenOn` is `undefined` while the box holds no day. */
export type ConsentDraft = {
  way: 'product' | 'paper'
  outcome: 'agreed' | 'returned' | undefined
  reason: string
  personId: string
  givenOn: PlainDate | '' | undefined
  scan: { id: string; name: string; size: number } | undefined
}

export type ConsentPlace = 'outcome' | 'reason' | 'person' | 'day' | 'scan'

export type ConsentAnswer = { outcome: 'agreed' | 'returned'; reason: string | null }

/** The consent as it goes to the server, or every place that is still missing, in the order of the form. */
export function readConsent(
  draft: ConsentDraft,
  fieldId: (place: ConsentPlace) => string,
): { given: ConsentGiven; answer: ConsentAnswer } | { problems: FieldProblem[] } {
  const problems: FieldProblem[] = []
  const missing = (place: ConsentPlace, text: string) => problems.push({ fieldId: fieldId(place), text })
  const reason = draft.reason.trim()
  if (draft.outcome === undefined) missing('outcome', 'Chọn ý kiến: đồng ý hoặc trả lại')
  if (draft.outcome === 'returned' && reason === '')
    missing('reason', 'Nhập lý do trả lại để người soạn biết phải sửa gì')
  if (draft.way === 'paper') {
    if (draft.personId === '') missing('person', 'Chọn người ký bản giấy')
    if (!draft.givenOn) missing('day', 'Nhập ngày ghi trên bản giấy')
    if (draft.scan === undefined) missing('scan', 'Tải bản chụp của giấy lên')
  }
  const { outcome, givenOn, scan } = draft
  if (problems.length > 0 || outcome === undefined) return { problems }
  const answer: ConsentAnswer = { outcome, reason: outcome === 'returned' ? reason : null }
  if (draft.way === 'product') return { given: { way: 'product' }, answer }
  if (!givenOn || scan === undefined) throw new Error('a paper without its day or its scan got past the check')
  return { given: { way: 'paper', givenByPersonId: draft.personId, givenOn, scanFileId: scan.id }, answer }
}

/** What the server calls each place of the form. */
export const PATH_OF_PLACE: Readonly<Record<ConsentPlace, string>> = {
  outcome: 'outcome',
  reason: 'reason',
  person: 'consent.givenByPersonId',
  day: 'consent.givenOn',
  scan: 'consent.scanFileId',
}
