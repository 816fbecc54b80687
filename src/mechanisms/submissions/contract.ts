import { z } from 'zod'
import { operation } from '../../platform/contract/operation.ts'
import { actions, day, fileShape, id, line } from '../../platform/contract/shapes.ts'
import { consentGiven, consentGivers, consentShape } from '../consents/contract.ts'
import { obligationShape } from '../obligations/contract.ts'
import { lineValue } from './report-values.ts'

const figure = z.int({ error: 'Nhập số nguyên' }).min(0, { error: 'Nhập số từ 0' }).max(1_000_000)

/** Quán triệt: when, in what form, how many of how many. As typed while drafting; complete when it is sent. */
export const disseminationContent = z.object({
  kind: z.literal('dissemination'),
  heldOn: day.nullable(),
  form: z.enum(['meeting', 'integrated', 'document', 'online']).nullable(),
  formNote: z.string().max(500).default(''),
  attended: figure.nullable(),
  total: figure.nullable(),
  note: z.string().max(4000).default(''),
})
export type DisseminationDraft = z.infer<typeof disseminationContent>

/** What was done of a task, and when. */
export const completionContent = z.object({
  kind: z.literal('completion'),
  done: z.string().max(8000).default(''),
  doneOn: day.nullable(),
  note: z.string().max(4000).default(''),
})

/** A report: its lines under the keys of its form, each with the papers that prove it. */
export const reportContent = z.object({
  kind: z.literal('report'),
  formVersion: z.int().min(1),
  lines: z.record(z.string().min(1).max(80), z.object({ value: lineValue, fileIds: z.array(id).max(50) })),
})

/** What travels, by its kind. What a unit writes of a report is saved line by line; the others are saved whole. */
export const submissionContent = z.discriminatedUnion('kind', [disseminationContent, completionContent, reportContent])
export type SubmissionContent = z.infer<typeof submissionContent>
export type ContentOf<K extends SubmissionContent['kind']> = Extract<SubmissionContent, { kind: K }>

export const SUBMISSION_STATES = ['draft', 'for-signature', 'submitted', 'returned', 'accepted'] as const
export const SUBMISSION_ACTIONS = [
  'save',
  'hand-over',
  'take-back',
  'sign',
  'sign-from-paper',
  'withdraw',
  'return',
  'accept',
] as const

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
      consent: consentShape,
    }),
  ),
  actions: actions(SUBMISSION_ACTIONS),
})
export type SubmissionShape = z.infer<typeof submissionShape>

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
    refusals: ['not-yours-to-do', 'changed-meanwhile', 'submission-incomplete', 'submission-sent', 'campaign-closed'],
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
      'campaign-closed',
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
    refusals: ['not-yours-to-do', 'submission-opened', 'submission-not-sent', 'campaign-closed'],
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
  return: operation({
    method: 'POST',
    path: '/submissions/{id}/return',
    tag,
    summary: 'Trả lại bản đã gửi, nêu lý do',
    refusals: ['not-yours-to-do', 'submission-not-sent', 'changed-meanwhile', 'campaign-closed', 'unit-ended-unmended'],
  })
    .input(z.object({ id, version: z.int(), reason: line(2000, 'lý do trả lại') }))
    .output(whole),
  accept: operation({
    method: 'POST',
    path: '/submissions/{id}/accept',
    tag,
    summary: 'Chấp nhận bản đã gửi',
    refusals: ['not-yours-to-do', 'submission-not-sent', 'changed-meanwhile'],
  })
    .input(z.object({ id, version: z.int() }))
    .output(whole),
}
