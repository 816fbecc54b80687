import { z } from 'zod'
import { reportContent } from '../mechanisms/submissions/content-values.ts'
import { operation } from '../platform/contract/operation.ts'
import { actions, fileShape, id } from '../platform/contract/shapes.ts'
import { formDefinition } from './forms-contract.ts'

export const lineValue = reportContent.shape.lines.valueType.shape.value

export const lineShape = z.object({
  key: z.string(),
  value: lineValue,
  files: z.array(fileShape),
  version: z.number(),
  changedByName: z.string(),
  changedAt: z.string(),
})
export type LineShape = z.infer<typeof lineShape>

const contributionShape = z.object({
  id: z.string(),
  lineKey: z.string(),
  personName: z.string(),
  own: z.boolean(),
  value: lineValue,
  note: z.string(),
  files: z.array(fileShape),
  state: z.enum(['offered', 'taken', 'declined', 'withdrawn']),
  madeAt: z.string(),
  answer: z.string().nullable(),
  decidedByName: z.string().nullable(),
  version: z.number(),
})
export type ContributionShape = z.infer<typeof contributionShape>

const asBefore = z.object({
  formTitle: z.string(),
  periodName: z.string(),
  lines: z.record(z.string(), lineValue),
})

const difference = z.object({
  lineKey: z.string(),
  label: z.string(),
  before: z.string(),
  after: z.string(),
  value: lineValue,
  /** Changed on the screen since the sheet was taken away. */
  newerHere: z.boolean(),
})

const tag = 'Báo cáo'
const SAVING = [
  'not-yours-to-do',
  'submission-sent',
  'campaign-closed',
  'assignment-closed',
  'obligation-exempt',
  'already-done',
  'unit-ended',
  'report-form-closed',
  'report-without-form',
  'report-line-gone',
  'report-line-accepted',
  'report-value-wrong',
  'file-not-found',
] as const

export const fillingContract = {
  page: operation({
    method: 'GET',
    path: '/obligations/{obligationId}/report',
    tag,
    summary: 'Mở báo cáo phải nộp: biểu mẫu, những gì đã điền, kỳ trước, đóng góp',
  })
    .input(z.object({ obligationId: id }))
    .output(
      z.object({
        /** Null while the standing office has not published the form. */
        form: z
          .object({
            id: z.string(),
            title: z.string(),
            periodName: z.string(),
            periodFrom: z.string(),
            periodTo: z.string(),
            versionNo: z.number(),
            newestVersionNo: z.number(),
            note: z.string().nullable(),
            definition: formDefinition,
            /** It asks only for what was added after the unit had sent. */
            supplement: z.boolean(),
            closedOn: z.string().nullable(),
            graceUntil: z.string().nullable(),
            graceReason: z.string().nullable(),
            takesReports: z.boolean(),
          })
          .nullable(),
        lines: z.array(lineShape),
        /** Written under an older version on lines that the form no longer has: kept, not sent. */
        leftOver: z.array(z.object({ key: z.string(), label: z.string(), value: lineValue })),
        previous: asBefore.nullable(),
        lastYear: asBefore.nullable(),
        contributions: z.array(contributionShape),
        /** The receiver's word on each line of the last sending. */
        reviews: z.array(
          z.object({
            lineKey: z.string(),
            outcome: z.enum(['accepted', 'returned']),
            reason: z.string().nullable(),
            byName: z.string(),
            at: z.string(),
          }),
        ),
        headcount: z.number(),
        actions: actions(['save', 'offer', 'decide', 'note-example']),
      }),
    ),
  saveLine: operation({
    method: 'PUT',
    path: '/obligations/{obligationId}/report/lines/{lineKey}',
    tag,
    summary: 'Lưu một dòng của báo cáo',
    refusals: [...SAVING, 'changed-meanwhile', 'id-taken'],
  })
    .input(
      z.object({
        obligationId: id,
        lineKey: z.string().min(1).max(80),
        /** Made by the caller, for when nobody has begun the report yet. */
        submissionId: id,
        /** Of the line; 0 when nobody has written on it yet. */
        version: z.int().min(0),
        value: lineValue,
        fileIds: z.array(id).max(20, { error: 'Nhiều nhất 20 tệp mỗi dòng' }),
      }),
    )
    .output(z.object({ line: lineShape, submissionId: z.string(), submissionVersion: z.number() })),
  compareSheet: operation({
    method: 'POST',
    path: '/obligations/{obligationId}/report/sheet/compare',
    tag,
    summary: 'Đọc tệp XLSX đã điền và cho xem khác biệt, chưa ghi gì',
    refusals: [
      ...SAVING,
      'file-too-large',
      'report-sheet-other',
      'sheet-not-xlsx',
      'sheet-broken',
      'sheet-empty',
      'sheet-wrong-head',
    ],
  })
    .input(z.object({ obligationId: id, fileId: id }))
    .output(
      z.object({
        /** What is to be said of the sheet first: of an older version, of another period. */
        warnings: z.array(z.string()),
        differences: z.array(difference),
        problems: z.array(z.object({ row: z.number(), text: z.string() })),
        /** Rows that belong to no line of this form. */
        unknown: z.array(z.object({ row: z.number(), label: z.string() })),
        same: z.number(),
      }),
    ),
  takeSheet: operation({
    method: 'POST',
    path: '/obligations/{obligationId}/report/sheet/take',
    tag,
    summary: 'Ghi các dòng đã chọn từ tệp XLSX vào báo cáo',
    refusals: [...SAVING, 'changed-meanwhile', 'id-taken'],
  })
    .input(
      z.object({
        obligationId: id,
        submissionId: id,
        lines: z
          .array(z.object({ lineKey: z.string().min(1).max(80), version: z.int().min(0), value: lineValue }))
          .min(1, { error: 'Chọn ít nhất một dòng' })
          .max(300),
      }),
    )
    .output(z.object({ lines: z.array(lineShape), submissionId: z.string(), submissionVersion: z.number() })),
  contribute: operation({
    method: 'POST',
    path: '/obligations/{obligationId}/report/contributions',
    tag,
    summary: 'Góp số liệu, nội dung cho một dòng của báo cáo',
    refusals: [...SAVING, 'id-taken'],
  })
    .input(
      z.object({
        id,
        obligationId: id,
        lineKey: z.string().min(1).max(80),
        value: lineValue,
        note: z.string().trim().max(2000).default(''),
        fileIds: z.array(id).max(20, { error: 'Nhiều nhất 20 tệp mỗi dòng' }).default([]),
      }),
    )
    .output(z.object({ contribution: contributionShape })),
  withdrawContribution: operation({
    method: 'POST',
    path: '/report-contributions/{id}/withdraw',
    tag,
    summary: 'Rút phần mình đã góp',
    refusals: ['not-yours-to-do', 'contribution-decided'],
  })
    .input(z.object({ id }))
    .output(z.object({ contribution: contributionShape })),
  takeContribution: operation({
    method: 'POST',
    path: '/report-contributions/{id}/take',
    tag,
    summary: 'Đưa phần đóng góp vào dòng của báo cáo',
    refusals: [...SAVING, 'contribution-decided', 'changed-meanwhile', 'id-taken'],
  })
    .input(z.object({ id, submissionId: id, lineVersion: z.int().min(0) }))
    .output(
      z.object({
        contribution: contributionShape,
        line: lineShape,
        submissionId: z.string(),
        submissionVersion: z.number(),
      }),
    ),
  declineContribution: operation({
    method: 'POST',
    path: '/report-contributions/{id}/decline',
    tag,
    summary: 'Không dùng phần đóng góp, nêu lý do',
    refusals: ['not-yours-to-do', 'contribution-decided'],
  })
    .input(z.object({ id, answer: z.string().trim().min(1, { error: 'Nhập lý do để người góp biết' }).max(1000) }))
    .output(z.object({ contribution: contributionShape })),
}
