import { z } from 'zod'
import { operation } from '../platform/contract/operation.ts'
import { actions, day, done, id, line, pageNumber, search } from '../platform/contract/shapes.ts'
import { MOST_LINES, MOST_SECTIONS } from './domain/definition.ts'

export const FORM_ACTIONS = ['edit', 'set-units', 'publish', 'discard', 'close', 'reopen'] as const
export const FORM_STATES = ['draft', 'published', 'closed'] as const

const key = z.string().regex(/^[a-z0-9][a-z0-9-]{0,79}$/, { error: 'Mã dòng không đúng dạng' })
const short = (max: number) => z.string().max(max, { error: `Dài quá ${max} ký tự. Rút ngắn lại` })

export const formLine = z.object({
  key,
  label: short(500),
  help: short(2000),
  required: z.boolean(),
  evidence: z.enum(['none', 'optional', 'required']),
  kind: z.enum(['count', 'share', 'amount', 'yes-no', 'narrative', 'list']),
  unit: short(60),
  planned: z.number().min(-1e15).max(1e15).nullable(),
  plannedWords: short(300),
})
/** A form as it is being written: what is still empty is told when it is to be published. */
export const formDefinition = z.object({
  sections: z
    .array(z.object({ key, title: short(300), lines: z.array(formLine).max(MOST_LINES, { error: 'Quá nhiều dòng' }) }))
    .max(MOST_SECTIONS, { error: `Nhiều nhất ${MOST_SECTIONS} phần` }),
})

const dueShape = z.object({ day, relation: z.enum(['before', 'by']) })

export const formSummary = z.object({
  id: z.string(),
  title: z.string(),
  state: z.enum(FORM_STATES),
  hostUnitName: z.string(),
  campaignId: z.string().nullable(),
  campaignTitle: z.string().nullable(),
  periodName: z.string(),
  periodFrom: z.string(),
  periodTo: z.string(),
  due: z.object({ day: z.string(), relation: z.enum(['before', 'by']), words: z.string() }).nullable(),
  versionNo: z.number(),
  /** Units it is for; of them, how many have sent, how many have sent late or not at all and are late. */
  units: z.number(),
  sent: z.number(),
  late: z.number(),
  closedOn: z.string().nullable(),
  changedAt: z.string(),
})
export type FormSummary = z.infer<typeof formSummary>

export const formShape = formSummary.extend({
  version: z.number(),
  definition: formDefinition,
  /** What stands in `definition` has been changed since the newest version and is not yet published. */
  unpublished: z.boolean(),
  previousFormId: z.string().nullable(),
  lastYearFormId: z.string().nullable(),
  unitIds: z.array(z.string()),
  /** Chosen for a draft and ended since: a unit that carries one on stands among `unitIds` in its place. */
  endedUnits: z.array(z.object({ name: z.string(), endedOn: z.string(), successorName: z.string().nullable() })),
  /** Report obligations of the plan that this form is to answer, when it was told which. */
  takes: z.object({ factId: z.string().nullable(), occurrence: z.string().nullable() }).nullable(),
  graceUntil: z.string().nullable(),
  graceReason: z.string().nullable(),
  closeReason: z.string().nullable(),
  madeByName: z.string(),
  publishedAt: z.string().nullable(),
  versions: z.array(
    z.object({
      versionNo: z.number(),
      note: z.string().nullable(),
      mustAdd: z.array(z.string()),
      byName: z.string(),
      at: z.string(),
    }),
  ),
  actions: actions(FORM_ACTIONS),
})
export type FormShape = z.infer<typeof formShape>

const tag = 'Biểu mẫu báo cáo'
const heads = {
  title: line(300, 'tên biểu mẫu'),
  periodName: line(120, 'tên kỳ báo cáo'),
  periodFrom: day,
  periodTo: day,
  previousFormId: id.nullable().default(null),
  lastYearFormId: id.nullable().default(null),
  due: dueShape.nullable().default(null),
}
const oneForm = z.object({ form: formShape })
const EDITING = [
  'not-yours-to-do',
  'changed-meanwhile',
  'report-form-closed',
  'campaign-closed',
  'assignment-closed',
] as const

export const formsContract = {
  listForms: operation({ method: 'GET', path: '/report-forms', tag, summary: 'Danh sách biểu mẫu báo cáo' })
    .input(
      z.object({
        q: search,
        state: z.enum(FORM_STATES).optional(),
        campaignId: id.optional(),
        page: pageNumber,
      }),
    )
    .output(
      z.object({
        forms: z.array(formSummary),
        total: z.number(),
        page: z.number(),
        pageSize: z.number(),
        actions: actions(['create']),
      }),
    ),
  getForm: operation({ method: 'GET', path: '/report-forms/{id}', tag, summary: 'Xem một biểu mẫu báo cáo' })
    .input(z.object({ id }))
    .output(
      oneForm.extend({
        /** Units that may be chosen: of the campaign, or below the host. */
        choices: z.array(
          z.object({ id: z.string(), name: z.string(), parentId: z.string().nullable(), ofCampaign: z.boolean() }),
        ),
        /** Report obligations of the campaign that wait for a form, together where they are of one task and turn. */
        waiting: z.array(
          z.object({
            factId: z.string().nullable(),
            occurrence: z.string().nullable(),
            title: z.string(),
            lastDay: z.string(),
            /** Whom it waits for. */
            unitIds: z.array(z.string()),
          }),
        ),
        /** Earlier forms of this host, for «last period», «last year» and copying. */
        earlier: z.array(z.object({ id: z.string(), title: z.string(), periodName: z.string(), periodTo: z.string() })),
        /** What a new version would ask of those who have sent already. */
        changes: z
          .object({
            added: z.array(z.string()),
            removed: z.array(z.string()),
            changed: z.array(z.object({ label: z.string(), what: z.array(z.string()) })),
            mustAdd: z.array(z.string()),
            unitsSent: z.number(),
          })
          .nullable(),
      }),
    ),
  formVersion: operation({
    method: 'GET',
    path: '/report-forms/{id}/versions/{versionNo}',
    tag,
    summary: 'Xem một lần ban hành của biểu mẫu',
  })
    .input(z.object({ id, versionNo: z.coerce.number().int().min(1).max(100_000) }))
    .output(z.object({ definition: formDefinition })),
  createForm: operation({
    method: 'POST',
    path: '/report-forms',
    tag,
    summary: 'Lập biểu mẫu mới: trống, từ kế hoạch hoặc chép từ biểu mẫu khác',
    refusals: ['not-yours-to-do', 'period-wrong', 'id-taken', 'wrong-campaign-state'],
  })
    .input(
      z.object({
        id,
        title: heads.title,
        periodName: heads.periodName,
        periodFrom: day,
        periodTo: day,
        /** Null: a report outside any campaign, then the unit whose office keeps it. */
        campaignId: id.nullable(),
        unitId: id.nullable().default(null),
        from: z.discriminatedUnion('way', [
          z.object({ way: z.literal('empty') }),
          z.object({ way: z.literal('plan') }),
          z.object({ way: z.literal('copy'), formId: id }),
        ]),
      }),
    )
    .output(z.object({ id: z.string() })),
  saveForm: operation({
    method: 'PUT',
    path: '/report-forms/{id}',
    tag,
    summary: 'Lưu biểu mẫu đang soạn',
    refusals: [...EDITING, 'period-wrong', 'report-form-published'],
  })
    .input(z.object({ id, version: z.int(), ...heads, definition: formDefinition }))
    .output(oneForm),
  proposeLines: operation({
    method: 'GET',
    path: '/report-forms/{id}/proposed-lines',
    tag,
    summary: 'Gợi ý dòng từ chỉ tiêu và nhiệm vụ của kế hoạch',
    refusals: ['not-yours-to-do'],
  })
    .input(z.object({ id }))
    .output(formDefinition),
  setFormUnits: operation({
    method: 'PUT',
    path: '/report-forms/{id}/units',
    tag,
    summary: 'Chọn đơn vị nộp báo cáo và việc báo cáo trong kế hoạch mà biểu mẫu này dùng cho',
    refusals: [...EDITING, 'report-form-published', 'unit-elsewhere'],
  })
    .input(
      z.object({
        id,
        version: z.int(),
        unitIds: z.array(id).max(20_000),
        takes: z.object({ factId: id.nullable(), occurrence: z.string().max(200).nullable() }).nullable(),
      }),
    )
    .output(oneForm),
  publishForm: operation({
    method: 'POST',
    path: '/report-forms/{id}/publish',
    tag,
    summary: 'Ban hành biểu mẫu cho các đơn vị, hoặc ban hành lần sửa',
    refusals: [...EDITING, 'report-form-incomplete', 'report-form-unchanged', 'due-in-past'],
  })
    .input(
      z.object({
        id,
        version: z.int(),
        /** Of a later version: what was changed and why, for the units to read. */
        note: z.string().trim().max(2000).default(''),
        /** Until when whoever has sent already adds what is new. */
        supplementDue: day.nullable().default(null),
      }),
    )
    .output(oneForm.extend({ units: z.number(), supplements: z.number() })),
  discardForm: operation({
    method: 'POST',
    path: '/report-forms/{id}/discard',
    tag,
    summary: 'Xóa biểu mẫu chưa ban hành',
    refusals: ['not-yours-to-do', 'report-form-published'],
  })
    .input(z.object({ id }))
    .output(done),
  closeForm: operation({
    method: 'POST',
    path: '/report-forms/{id}/close',
    tag,
    summary: 'Khép kỳ báo cáo; bản đang nhập dở được gia thêm ngày, nêu lý do',
    refusals: [
      'not-yours-to-do',
      'report-form-closed',
      'report-form-not-published',
      'day-before-today',
      'reason-needed',
    ],
  })
    .input(
      z.object({
        id,
        reason: line(1000, 'lý do khép kỳ'),
        graceUntil: day.nullable().default(null),
        graceReason: z.string().trim().max(1000).default(''),
      }),
    )
    .output(oneForm),
  reopenForm: operation({
    method: 'POST',
    path: '/report-forms/{id}/reopen',
    tag,
    summary: 'Mở lại kỳ báo cáo đã khép, nêu lý do',
    refusals: ['not-yours-to-do', 'report-form-not-closed', 'campaign-closed', 'assignment-closed'],
  })
    .input(z.object({ id, reason: line(1000, 'lý do mở lại') }))
    .output(oneForm),
}
