import { z } from 'zod'
import { operation } from '../../platform/contract/operation.ts'
import { actions, day, fileShape, id, line } from '../../platform/contract/shapes.ts'
import { consentGiven, consentGivers, consentShape } from '../consents/contract.ts'
import { obligationShape } from '../obligations/contract.ts'
import { completionContent, disseminationContent, submissionContent } from './content-values.ts'

export type { ContentOf, SubmissionContent } from './content-values.ts'

export const SUBMISSION_STATES = ['draft', 'for-signature', 'submitted', 'returned', 'accepted'] as const
export const SUBMISSION_ACTIONS = [
  'save',
  'hand-over',
  'take-back',
  'sign',
  'sign-from-paper',
  'withdraw',
  'judge',
  'return',
  'accept',
  'enter-from-paper',
] as const

/** The receiver's word on one line: found in order, or sent back with its reason. */
const lineOutcome = z.object({
  lineKey: z.string(),
  outcome: z.enum(['accepted', 'returned']),
  reason: z.string().nullable(),
  byName: z.string(),
  at: z.string(),
})

const lineMark = z
  .object({
    lineKey: z.string().min(1).max(80),
    outcome: z.enum(['accepted', 'returned']),
    reason: z.string().trim().max(2000).nullable().default(null),
  })
  .refine((mark) => mark.outcome === 'accepted' || (mark.reason ?? '') !== '', {
    error: 'Nhập lý do trả lại dòng này',
    path: ['reason'],
  })
const lineMarks = z
  .array(lineMark)
  .max(500, { error: 'Nhiều nhất 500 dòng một lần' })
  .refine((marks) => new Set(marks.map((mark) => mark.lineKey)).size === marks.length, {
    error: 'Một dòng chỉ đánh dấu một lần',
  })
export type LineMark = z.infer<typeof lineMark>

export const submissionShape = z.object({
  id: z.string(),
  kind: z.enum(['dissemination', 'completion', 'report']),
  state: z.enum(SUBMISSION_STATES),
  content: submissionContent,
  files: z.array(fileShape),
  version: z.number(),
  preparedByName: z.string(),
  preparedAt: z.string(),
  submittedAt: z.string().nullable(),
  openedAt: z.string().nullable(),
  openedByName: z.string().nullable(),
  returnReason: z.string().nullable(),
  /** The receipt: when what was sent arrived, and the SHA-256 of exactly what was sent. */
  receipt: z.object({ at: z.string(), hash: z.string(), sentNo: z.number() }).nullable(),
  sent: z.array(
    z.object({
      sentNo: z.number(),
      content: submissionContent,
      files: z.array(fileShape),
      submittedAt: z.string(),
      hash: z.string(),
      outcome: z.enum(['accepted', 'returned', 'withdrawn']).nullable(),
      outcomeReason: z.string().nullable(),
      outcomeAt: z.string().nullable(),
      outcomeByName: z.string().nullable(),
      /** What the receiver said of single lines; told to the unit once it is decided. */
      lines: z.array(lineOutcome),
      consent: consentShape,
    }),
  ),
  /** What the unit was writing when the office typed in its paper; for the unit alone. */
  setAside: z
    .object({ content: submissionContent, files: z.array(fileShape), byName: z.string(), at: z.string() })
    .nullable(),
  actions: actions(SUBMISSION_ACTIONS),
})
export type SubmissionShape = z.infer<typeof submissionShape>

/** What the receiver needs to type a unit's paper in. */
export const paperEntryShape = z.object({
  kind: z.enum(['dissemination', 'completion', 'report']),
  obligation: obligationShape,
  unitHeadcount: z.number(),
  givers: consentGivers,
  launchedOn: z.string(),
})

const tag = 'Bản gửi của đơn vị'
const whole = z.object({ submission: submissionShape, obligation: obligationShape })

export const submissionsContract = {
  forObligation: operation({
    method: 'GET',
    path: '/obligations/{obligationId}/submission',
    tag,
    summary: 'Mở bản gửi của một việc: quán triệt, kết quả thực hiện, báo cáo',
  })
    .input(z.object({ obligationId: id }))
    .output(
      z.object({
        kind: z.enum(['dissemination', 'completion', 'report']),
        obligation: obligationShape,
        /** Null until somebody has begun; then `saveDraft` with a new id creates it. */
        submission: submissionShape.nullable(),
        actions: actions(SUBMISSION_ACTIONS),
        unitHeadcount: z.number(),
        givers: consentGivers,
        launchedOn: z.string(),
      }),
    ),
  saveDraft: operation({
    method: 'PUT',
    path: '/submissions/{id}/draft',
    tag,
    summary: 'Lưu bản nháp; báo cáo lưu theo từng dòng ở nơi khác',
    refusals: [
      'not-yours-to-do',
      'changed-meanwhile',
      'submission-sent',
      'campaign-closed',
      'assignment-closed',
      'obligation-exempt',
      'already-done',
      'file-not-found',
      'id-taken',
      'wrong-obligation-kind',
    ],
  })
    /** `version` 0 begins a new one; the id is made by the caller. */
    .input(
      z.object({
        id,
        obligationId: id,
        version: z.int().min(0),
        content: z.discriminatedUnion('kind', [disseminationContent, completionContent]),
        fileIds: z.array(id).max(20, { error: 'Nhiều nhất 20 tệp' }),
      }),
    )
    .output(whole),
  handOver: operation({
    method: 'POST',
    path: '/submissions/{id}/hand-over',
    tag,
    summary: 'Chuyển người đứng đầu ký',
    refusals: [
      'not-yours-to-do',
      'changed-meanwhile',
      'submission-incomplete',
      'submission-sent',
      'campaign-closed',
      'assignment-closed',
      'obligation-exempt',
      'already-done',
    ],
  })
    .input(z.object({ id, version: z.int() }))
    .output(whole),
  takeBack: operation({
    method: 'POST',
    path: '/submissions/{id}/take-back',
    tag,
    summary: 'Lấy bản chờ ký về sửa',
    refusals: ['not-yours-to-do', 'submission-sent'],
  })
    .input(z.object({ id }))
    .output(whole),
  sign: operation({
    method: 'POST',
    path: '/submissions/{id}/sign',
    tag,
    summary: 'Ký và gửi, hoặc ghi chữ ký trên bản giấy',
    refusals: [
      'not-yours-to-do',
      'changed-meanwhile',
      'submission-incomplete',
      'submission-sent',
      'two-people-needed',
      'file-not-found',
      'campaign-closed',
      'assignment-closed',
      'wrong-consent-paper',
      'obligation-exempt',
      'already-done',
      'unit-ended',
    ],
  })
    .input(z.object({ id, version: z.int(), consent: consentGiven }))
    .output(whole),
  withdraw: operation({
    method: 'POST',
    path: '/submissions/{id}/withdraw',
    tag,
    summary: 'Rút bản đã gửi khi nơi nhận chưa mở',
    refusals: [
      'not-yours-to-do',
      'submission-opened',
      'submission-not-sent',
      'campaign-closed',
      'assignment-closed',
      'report-form-closed-back',
    ],
  })
    .input(z.object({ id }))
    .output(whole),
  open: operation({
    method: 'POST',
    path: '/submissions/{id}/open',
    tag,
    summary: 'Mở xem bản đã gửi; từ lúc này nơi gửi không rút được',
    refusals: ['not-yours-to-do', 'submission-not-sent'],
  })
    .input(z.object({ id }))
    .output(whole),
  judge: operation({
    method: 'PUT',
    path: '/submissions/{id}/lines',
    tag,
    summary: 'Đánh dấu từng dòng của bản đã nhận: được, hoặc trả lại kèm lý do; bỏ dấu đã đánh',
    refusals: [
      'not-yours-to-do',
      'submission-not-sent',
      'changed-meanwhile',
      'campaign-closed',
      'assignment-closed',
      'no-such-line',
    ],
  })
    .input(
      z.object({
        id,
        sentNo: z.int(),
        marks: lineMarks,
        /** Lines whose mark is taken away. */
        cleared: z.array(z.string().max(80)).max(500).default([]),
      }),
    )
    .output(whole),
  return: operation({
    method: 'POST',
    path: '/submissions/{id}/return',
    tag,
    summary: 'Trả lại bản đã gửi, nêu lý do chung và lý do từng dòng',
    refusals: [
      'not-yours-to-do',
      'submission-not-sent',
      'changed-meanwhile',
      'campaign-closed',
      'assignment-closed',
      'unit-ended-unmended',
      'report-form-closed-back',
      'no-such-line',
    ],
  })
    .input(z.object({ id, version: z.int(), reason: line(2000, 'lý do trả lại'), lines: lineMarks.default([]) }))
    .output(whole),
  accept: operation({
    method: 'POST',
    path: '/submissions/{id}/accept',
    tag,
    summary: 'Chấp nhận bản đã gửi',
    refusals: ['not-yours-to-do', 'submission-not-sent', 'changed-meanwhile', 'no-such-line', 'lines-returned'],
  })
    .input(z.object({ id, version: z.int(), lines: lineMarks.default([]) }))
    .output(whole),
  paperEntry: operation({
    method: 'GET',
    path: '/obligations/{obligationId}/paper-entry',
    tag,
    summary: 'Mở việc để nhập nội dung bản giấy đã nhận của đơn vị',
    refusals: [
      'not-yours-to-do',
      'campaign-closed',
      'assignment-closed',
      'obligation-exempt',
      'already-done',
      'submission-sent',
    ],
  })
    .input(z.object({ obligationId: id }))
    .output(paperEntryShape),
  enterFromPaper: operation({
    method: 'POST',
    path: '/obligations/{obligationId}/paper',
    tag,
    summary: 'Nhập thay đơn vị nội dung bản giấy đã nhận, kèm bản chụp',
    refusals: [
      'not-yours-to-do',
      'campaign-closed',
      'assignment-closed',
      'obligation-exempt',
      'already-done',
      'submission-sent',
      'wrong-obligation-kind',
      'two-people-needed',
      'wrong-consent-paper',
      'day-in-future',
      'day-before-launch',
      'file-not-found',
      'no-such-line',
      'report-value-wrong',
      'report-without-form',
      'report-form-closed',
      'changed-meanwhile',
      'id-taken',
    ],
  })
    /** `id` is used where the unit has begun nothing. The scan is itself the proof; what the paper does not say stays open. */
    .input(
      z.object({
        id,
        obligationId: id,
        content: submissionContent,
        fileIds: z.array(id).max(20, { error: 'Nhiều nhất 20 tệp' }).default([]),
        receivedOn: day,
        consent: z.object({ givenByPersonId: id, givenOn: day, scanFileId: id }),
      }),
    )
    .output(whole),
  receiptText: operation({
    method: 'GET',
    path: '/submissions/{id}/sent/{sentNo}/text',
    tag,
    summary: 'Nội dung đúng như đã gửi, để tự tính lại mã biên nhận',
  })
    .input(z.object({ id, sentNo: z.coerce.number().int().min(1).max(10_000) }))
    .output(z.object({ name: z.string(), text: z.string(), hash: z.string() })),
}
