import { z } from 'zod'
import { operation } from '../platform/contract/operation.ts'
import { actions, fileShape, id, pageNumber, search } from '../platform/contract/shapes.ts'
import { REPORT_PLACES } from './domain/assembly.ts'
import { lineShape, lineValue } from './filling-contract.ts'
import { formLine } from './forms-contract.ts'

/** The branch: the unit and everything below it. Without it, the one the form is kept for, or the reader's own. */
const branch = z.object({ id, unitId: id.optional() })
const ofLine = branch.extend({ lineKey: z.string().min(1).max(80) })

const lineTotal = z.object({ reports: z.number(), amount: z.number(), base: z.number().nullable() })
const place = z.enum(REPORT_PLACES)

export const assembledReport = z.object({
  obligationId: z.string(),
  unitId: z.string(),
  unitName: z.string(),
  /** Of a unit that has ended: who carries it on; it counts there. */
  carriedByName: z.string().nullable(),
  /** Asks only for what version `supplementOf` of the form added. */
  supplementOf: z.number().nullable(),
  place,
  lastDay: z.string(),
  /** Days late, of what is missing by today, of what was sent by the day it arrived; 0 in time. */
  daysLate: z.number(),
  doneOn: z.string().nullable(),
  exemptReason: z.string().nullable(),
})
export type AssembledReport = z.infer<typeof assembledReport>

const assembledHead = z.object({
  form: z.object({
    id: z.string(),
    title: z.string(),
    periodName: z.string(),
    campaignId: z.string().nullable(),
    campaignTitle: z.string().nullable(),
    versionNo: z.number(),
    state: z.enum(['published', 'closed']),
  }),
  unit: z.object({ id: z.string(), name: z.string() }),
  /** Units right below with more below them: each can be read by itself. */
  branches: z.array(z.object({ id: z.string(), name: z.string() })),
  counts: z.partialRecord(place, z.number()),
  /** Reports owed, sent, missing; of what a later version added, how many still miss. */
  owed: z.number(),
  sent: z.number(),
  missing: z.number(),
  supplementsMissing: z.number(),
  /** The first of those that miss, to be named in a sentence. */
  missingNames: z.array(z.string()),
  carried: z.number(),
  previous: z.object({ title: z.string(), periodName: z.string() }).nullable(),
  lastYear: z.object({ title: z.string(), periodName: z.string() }).nullable(),
})

export const assembledFigure = z.object({
  line: formLine,
  section: z.string(),
  /** Only earlier versions of the form ask for it; what was sent for it stays. */
  dropped: z.boolean(),
  total: lineTotal.nullable(),
  previous: lineTotal.nullable(),
  lastYear: lineTotal.nullable(),
})
export type AssembledFigure = z.infer<typeof assembledFigure>

export const assembled = assembledHead.extend({
  figures: z.array(assembledFigure),
  texts: z.array(z.object({ key: z.string(), label: z.string(), section: z.string(), dropped: z.boolean() })),
  actions: actions(['edit']),
})
export type Assembled = z.infer<typeof assembled>

const reportRow = assembledReport.extend({ figures: z.record(z.string(), lineTotal.omit({ reports: true })) })
export type ReportRow = z.infer<typeof reportRow>

const paged = { total: z.number(), page: z.number(), pageSize: z.number() }

const lineOfReport = z.object({
  obligationId: z.string(),
  submissionId: z.string(),
  unitName: z.string(),
  carriedByName: z.string().nullable(),
  sentNo: z.number(),
  sentAt: z.string(),
  value: lineValue,
  files: z.array(fileShape),
  /** Beside the text that was made of these: sent after it, for the first time or anew. */
  since: z.enum(['new', 'changed']).nullable(),
})
export type LineOfReport = z.infer<typeof lineOfReport>

export const assembledText = z.object({
  lineKey: z.string(),
  text: z.string(),
  version: z.number(),
  changedByName: z.string(),
  changedAt: z.string(),
})
export type AssembledText = z.infer<typeof assembledText>

const tag = 'Tổng hợp báo cáo'

export const assemblyContract = {
  assembled: operation({
    method: 'GET',
    path: '/report-forms/{id}/assembled',
    tag,
    summary: 'Tổng hợp báo cáo của một nhánh: tổng từng dòng, kỳ trước, năm trước, đơn vị chưa gửi',
    refusals: ['report-form-not-published'],
  })
    .input(branch)
    .output(assembled),
  assembledReports: operation({
    method: 'GET',
    path: '/report-forms/{id}/assembled/reports',
    tag,
    summary: 'Báo cáo từng đơn vị của một nhánh, kèm số liệu',
    refusals: ['report-form-not-published'],
  })
    .input(branch.extend({ q: search, show: z.enum(['all', 'sent', 'missing']).default('all'), page: pageNumber }))
    .output(z.object({ rows: z.array(reportRow), ...paged })),
  assembledLine: operation({
    method: 'GET',
    path: '/report-forms/{id}/assembled/lines/{lineKey}',
    tag,
    summary: 'Từng đơn vị đứng sau một dòng tổng hợp, kèm minh chứng',
    refusals: ['report-form-not-published', 'report-line-gone'],
  })
    .input(ofLine.extend({ page: pageNumber }))
    .output(
      z.object({
        rows: z.array(lineOfReport),
        ...paged,
        /** What was made of the texts, once somebody has. */
        edited: assembledText.nullable(),
        /** Reports the text was made from that are no longer there: withdrawn, returned or moved out of the branch. */
        gone: z.number(),
      }),
    ),
  proposedText: operation({
    method: 'GET',
    path: '/report-forms/{id}/assembled/lines/{lineKey}/proposed',
    tag,
    summary: 'Ghép các phần viết của đơn vị thành một bản để sửa',
    refusals: ['report-form-not-published', 'report-line-gone'],
  })
    .input(ofLine)
    .output(z.object({ text: z.string(), units: z.number() })),
  saveAssembledText: operation({
    method: 'PUT',
    path: '/report-forms/{id}/assembled/lines/{lineKey}',
    tag,
    summary: 'Lưu phần lời đã tổng hợp của một dòng',
    refusals: ['not-yours-to-do', 'changed-meanwhile', 'report-form-not-published', 'report-line-gone'],
  })
    .input(
      ofLine.extend({
        /** 0 when nothing has been made of it yet. */
        version: z.int().min(0),
        text: z.string().max(20_000, { error: 'Dài quá 20.000 ký tự. Rút ngắn lại' }),
      }),
    )
    .output(z.object({ text: assembledText })),
  ownReports: operation({
    method: 'GET',
    path: '/report-forms/{id}/assembled/own-reports',
    tag,
    summary: 'Báo cáo của chính đơn vị mà kết quả tổng hợp đưa vào được, kèm từng dòng hiện có và sẽ ghi',
    refusals: ['report-form-not-published'],
  })
    .input(branch)
    .output(
      z.object({
        reports: z.array(
          z.object({
            obligationId: z.string(),
            formTitle: z.string(),
            periodName: z.string(),
            /** The very form that is put together here: its totals count below already, only texts go in. */
            same: z.boolean(),
            lines: z.array(
              z.object({
                key: z.string(),
                label: z.string(),
                before: z.string(),
                after: z.string(),
                version: z.number(),
                changed: z.boolean(),
              }),
            ),
          }),
        ),
      }),
    ),
  putIntoOwnReport: operation({
    method: 'POST',
    path: '/report-forms/{id}/assembled/own-reports/{obligationId}',
    tag,
    summary: 'Đưa kết quả tổng hợp vào báo cáo của chính đơn vị, từng dòng đã chọn',
    refusals: [
      'not-yours-to-do',
      'changed-meanwhile',
      'report-form-not-published',
      'report-line-gone',
      'report-line-accepted',
      'report-value-wrong',
      'report-without-form',
      'report-form-closed',
      'submission-sent',
      'campaign-closed',
      'obligation-exempt',
      'already-done',
      'unit-ended',
      'file-not-found',
      'id-taken',
    ],
  })
    .input(
      branch.extend({
        obligationId: id,
        submissionId: id,
        /** Each with the version that was looked at. */
        lines: z
          .array(z.object({ key: z.string().min(1).max(80), version: z.int().min(0) }))
          .min(1, { error: 'Chọn ít nhất một dòng' })
          .max(300),
      }),
    )
    .output(z.object({ lines: z.array(lineShape), submissionId: z.string() })),
}
