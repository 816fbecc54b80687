import { z } from 'zod'
import { consentGiven, consentGivers, consentShape } from '../mechanisms/consents/contract.ts'
import { factShape } from '../mechanisms/documents/contract.ts'
import { obligationShape } from '../mechanisms/obligations/contract.ts'
import { recordEntry } from '../mechanisms/record/contract.ts'
import { operation } from '../platform/contract/operation.ts'
import { actions, day, done, fileShape, id, line, pageNumber, search } from '../platform/contract/shapes.ts'
import { BECOMES, DAY_RULES, RECURRENCES } from './domain/task-plan.ts'

export const CAMPAIGN_STATES = ['draft', 'proposed', 'returned', 'agreed', 'launched', 'closed'] as const
export const CAMPAIGN_ACTIONS = [
  'review',
  'propose',
  'take-back',
  'decide',
  'decide-from-paper',
  'enter-number',
  'launch',
  'publish',
  'unpublish',
  'close',
  'discard',
  'remind',
  'record-paper',
] as const

/** Two doors: a document already issued, or a draft that still needs number, date and signature. */
export const doorCode = z.enum(['issued', 'draft'])

export const campaignSummary = z.object({
  id: z.string(),
  title: z.string(),
  theme: z.string().nullable(),
  state: z.enum(CAMPAIGN_STATES),
  door: doorCode,
  hostUnitName: z.string(),
  number: z.string().nullable(),
  issuedOn: z.string().nullable(),
  startsOn: z.string().nullable(),
  endsOn: z.string().nullable(),
  launchedOn: z.string().nullable(),
  published: z.boolean(),
  /** Units it goes to; how many have confirmed receipt, have disseminated, and are late with something. */
  units: z.number(),
  received: z.number(),
  disseminated: z.number(),
  late: z.number(),
  changedAt: z.string(),
})
export type CampaignSummary = z.infer<typeof campaignSummary>

const documentShape = z.object({
  id: z.string(),
  text: z.string(),
  textFrom: z.string(),
  kind: z.string().nullable(),
  number: z.string().nullable(),
  issuedOn: z.string().nullable(),
  issuer: z.string().nullable(),
  subject: z.string().nullable(),
  signerName: z.string().nullable(),
  signerTitle: z.string().nullable(),
  files: z.array(fileShape.extend({ role: z.enum(['source', 'signed']) })),
})

const taskUnits = z.array(z.object({ factId: z.string(), unitIds: z.array(z.string()) }))

/** What a task of the plan becomes for each of its units. */
const taskPlan = z.object({
  becomes: z.enum(BECOMES),
  dueDay: day.nullable(),
  dueRelation: z.enum(['before', 'by']).default('by'),
  recurrence: z.enum(RECURRENCES),
  dayRule: z.enum(DAY_RULES),
  needsProof: z.boolean(),
})
export type TaskPlanInput = z.output<typeof taskPlan>

const taskPlanShape = z.object({
  factId: z.string(),
  becomes: z.enum(BECOMES),
  dueDay: z.string().nullable(),
  dueRelation: z.enum(['before', 'by']),
  recurrence: z.enum(RECURRENCES),
  dayRule: z.enum(DAY_RULES),
  needsProof: z.boolean(),
  /** Nobody has chosen yet: this is proposed, and where its day comes from. */
  chosen: z.boolean(),
  dueFrom: z.enum(['task', 'deadline', 'period', 'campaign-end']).nullable(),
  /** The turns that are not over, with their days by the rule chosen. */
  turns: z.array(z.object({ lastDay: z.string(), words: z.string() })),
  problem: z.enum(['no-day', 'no-end', 'no-periods', 'over']).nullable(),
})
export type TaskPlanShape = z.infer<typeof taskPlanShape>

/** What the launch will write, counted before anybody is asked. */
const dutiesPreview = z.object({
  total: z.number(),
  days: z.array(z.object({ lastDay: z.string(), title: z.string(), words: z.string(), units: z.number() })),
  units: z.array(z.object({ unitId: z.string(), unitName: z.string(), count: z.number() })),
  unitCount: z.number(),
  page: z.number(),
  pageSize: z.number(),
})
export type DutiesPreview = z.infer<typeof dutiesPreview>

/** One unit's take-up: its obligations, in protocol order. */
const takeUpRow = z.object({ unitId: z.string(), unitName: z.string(), obligations: z.array(obligationShape) })

const campaignHead = campaignSummary.extend({
  documentId: z.string(),
  version: z.number(),
  receiptDue: z.string().nullable(),
  disseminateDue: z.string().nullable(),
  createdByName: z.string(),
  /** Who has it in hand: whoever made it, or took it over. */
  inChargeName: z.string(),
  proposedAt: z.string().nullable(),
  launchedByName: z.string().nullable(),
  closedOn: z.string().nullable(),
  closeReason: z.string().nullable(),
  publishedAt: z.string().nullable(),
  actions: actions(CAMPAIGN_ACTIONS),
})
export type CampaignHead = z.infer<typeof campaignHead>

const tag = 'Phong trào'
const changing = ['not-yours-to-do', 'changed-meanwhile', 'wrong-campaign-state'] as const
const head = z.object({ campaign: campaignHead })

export const campaignsContract = {
  list: operation({ method: 'GET', path: '/campaigns', tag, summary: 'Danh sách phong trào được xem' })
    .input(z.object({ q: search, state: z.enum(CAMPAIGN_STATES).optional(), page: pageNumber }))
    .output(
      z.object({
        campaigns: z.array(campaignSummary),
        total: z.number(),
        page: z.number(),
        pageSize: z.number(),
        actions: actions(['create']),
      }),
    ),
  overview: operation({
    method: 'GET',
    path: '/overview',
    tag,
    summary: 'Một trang cho người có thẩm quyền: mọi phong trào, việc gì đang chậm',
    refusals: ['not-yours-to-see'],
  })
    .input(z.object({}))
    .output(
      z.object({
        today: z.string(),
        campaigns: z.array(campaignSummary),
        late: z.array(obligationShape),
        lateUnits: z.number(),
        waitingForMe: z.array(campaignSummary),
      }),
    ),
  createFromFile: operation({
    method: 'POST',
    path: '/campaigns',
    tag,
    summary: 'Tạo phong trào từ văn bản đã tải lên: đọc văn bản, mở trang rà soát',
    refusals: ['not-yours-to-do', 'file-not-found', 'id-taken'],
  })
    .input(z.object({ id, fileId: id, door: doorCode }))
    .output(z.object({ campaignId: z.string(), factsFound: z.number() })),
  /** No text to read (a scan, a lost file): everything is typed in, nothing invented. */
  createByHand: operation({
    method: 'POST',
    path: '/campaigns/by-hand',
    tag,
    summary: 'Tạo phong trào bằng cách nhập tay, có thể kèm tệp gốc hoặc văn bản dán vào',
    refusals: ['not-yours-to-do', 'file-not-found', 'id-taken'],
  })
    .input(
      z.object({
        id,
        door: doorCode,
        fileId: id.nullable().default(null),
        text: z.string().max(2_000_000).default(''),
      }),
    )
    .output(z.object({ campaignId: z.string(), factsFound: z.number() })),
  get: operation({ method: 'GET', path: '/campaigns/{id}', tag, summary: 'Trang của một phong trào' })
    .input(z.object({ id }))
    .output(
      z.object({
        campaign: campaignHead,
        document: documentShape,
        facts: z.array(factShape),
        takeUp: z.array(takeUpRow),
        tasks: taskUnits,
        consents: z.array(consentShape),
        entries: z.array(recordEntry),
        today: z.string(),
        publicPath: z.string().nullable(),
      }),
    ),
  review: operation({
    method: 'GET',
    path: '/campaigns/{id}/review',
    tag,
    summary: 'Trang rà soát: văn bản, dữ kiện, đơn vị nhận',
  })
    .input(z.object({ id }))
    .output(
      z.object({
        campaign: campaignHead,
        document: documentShape,
        facts: z.array(factShape),
        unitIds: z.array(z.string()),
        tasks: taskUnits,
        taskPlans: z.array(taskPlanShape),
        consents: z.array(consentShape),
        givers: consentGivers,
        /** Defaults for the two due days, counted in working days from today. */
        suggested: z.object({ receiptDue: z.string(), disseminateDue: z.string() }),
        /** What is still missing before it can be proposed, each with the field to go to. */
        missing: z.array(z.object({ what: z.string(), field: z.string() })),
      }),
    ),
  setDoor: operation({
    method: 'PUT',
    path: '/campaigns/{id}/door',
    tag,
    summary: 'Chọn cửa: văn bản đã ban hành hay dự thảo',
    refusals: changing,
  })
    .input(z.object({ id, version: z.int(), door: doorCode }))
    .output(head),
  setTitle: operation({
    method: 'PUT',
    path: '/campaigns/{id}/title',
    tag,
    summary: 'Đặt tên ngắn của phong trào',
    refusals: changing,
  })
    .input(z.object({ id, version: z.int(), title: line(500, 'tên phong trào') }))
    .output(head),
  setUnits: operation({
    method: 'PUT',
    path: '/campaigns/{id}/units',
    tag,
    summary: 'Chọn đơn vị nhận và hạn tiếp nhận, hạn quán triệt',
    refusals: [...changing, 'unit-ended', 'unit-elsewhere', 'due-in-past', 'due-out-of-order'],
  })
    .input(
      z.object({
        id,
        version: z.int(),
        unitIds: z.array(id).max(20_000),
        receiptDue: day.nullable(),
        disseminateDue: day.nullable(),
      }),
    )
    .output(head),
  matchTask: operation({
    method: 'PUT',
    path: '/campaigns/{id}/tasks/{factId}',
    tag,
    summary: 'Gắn một nhiệm vụ của kế hoạch với đơn vị',
    refusals: ['not-yours-to-do', 'wrong-campaign-state', 'unit-ended', 'unit-elsewhere'],
  })
    .input(z.object({ id, factId: id, unitIds: z.array(id).max(20_000) }))
    .output(head),
  planTask: operation({
    method: 'PUT',
    path: '/campaigns/{id}/tasks/{factId}/plan',
    tag,
    summary: 'Đặt một nhiệm vụ của kế hoạch thành việc phải làm, báo cáo hay không giao; hạn, nhịp lặp, minh chứng',
    refusals: ['not-yours-to-do', 'wrong-campaign-state', 'due-in-past', 'task-without-end', 'task-without-periods'],
  })
    /** `null`: as proposed. */
    .input(z.object({ id, factId: id, plan: taskPlan.nullable() }))
    .output(head),
  previewDuties: operation({
    method: 'GET',
    path: '/campaigns/{id}/duties',
    tag,
    summary: 'Xem trước việc sẽ giao khi phát động: bao nhiêu việc, theo ngày và theo đơn vị',
  })
    .input(z.object({ id, page: pageNumber }))
    .output(dutiesPreview),
  propose: operation({
    method: 'POST',
    path: '/campaigns/{id}/propose',
    tag,
    summary: 'Trình người có thẩm quyền',
    refusals: [
      ...changing,
      'campaign-incomplete',
      'unit-ended',
      'unit-ends-before-due',
      'due-in-past',
      'due-out-of-order',
    ],
  })
    .input(z.object({ id, version: z.int() }))
    .output(head),
  takeBack: operation({
    method: 'POST',
    path: '/campaigns/{id}/take-back',
    tag,
    summary: 'Lấy bản đã trình về sửa',
    refusals: changing,
  })
    .input(z.object({ id, version: z.int() }))
    .output(head),
  decide: operation({
    method: 'POST',
    path: '/campaigns/{id}/decide',
    tag,
    summary:
      'Đồng ý hoặc trả lại bản trình; trên hệ thống hoặc ghi từ bản giấy. Văn bản đã ban hành được đồng ý là phát động ngay',
    refusals: [
      ...changing,
      'wrong-consent-paper',
      'reason-required',
      'unit-ended',
      'unit-ends-before-due',
      'due-in-past',
      'due-out-of-order',
      'campaign-incomplete',
    ],
  })
    /** `version` is what the person saw; when it has changed meanwhile nothing is agreed. */
    .input(
      z.object({
        id,
        version: z.int(),
        outcome: z.enum(['agreed', 'returned']),
        reason: z.string().trim().max(2000).nullable().default(null),
        consent: consentGiven,
      }),
    )
    .output(head),
  enterNumber: operation({
    method: 'PUT',
    path: '/campaigns/{id}/number',
    tag,
    summary: 'Nhập số, ngày, người ký và tệp đã ký của văn bản',
    refusals: ['not-yours-to-do', 'wrong-campaign-state', 'file-not-found', 'day-in-future', 'number-taken'],
  })
    .input(
      z.object({
        id,
        number: line(100, 'số, ký hiệu'),
        issuedOn: day,
        signerName: line(200, 'người ký'),
        signerTitle: z.string().trim().max(300).nullable().default(null),
        signedFileId: id.nullable().default(null),
      }),
    )
    .output(head),
  launch: operation({
    method: 'POST',
    path: '/campaigns/{id}/launch',
    tag,
    summary: 'Phát động: mỗi đơn vị nhận có việc tiếp nhận và việc quán triệt',
    refusals: [
      ...changing,
      'campaign-incomplete',
      'unit-ended',
      'unit-ends-before-due',
      'due-in-past',
      'due-out-of-order',
    ],
  })
    .input(z.object({ id, version: z.int() }))
    .output(head.extend({ alreadyLaunched: z.boolean() })),
  publish: operation({
    method: 'POST',
    path: '/campaigns/{id}/publish',
    tag,
    summary: 'Đưa trang công khai lên, hoặc gỡ xuống',
    refusals: ['not-yours-to-do', 'wrong-campaign-state'],
  })
    .input(z.object({ id, published: z.boolean() }))
    .output(head),
  close: operation({
    method: 'POST',
    path: '/campaigns/{id}/close',
    tag,
    summary: 'Kết thúc phong trào',
    refusals: ['not-yours-to-do', 'wrong-campaign-state'],
  })
    .input(z.object({ id, reason: line(1000, 'lý do kết thúc') }))
    .output(head),
  discard: operation({
    method: 'POST',
    path: '/campaigns/{id}/discard',
    tag,
    summary: 'Bỏ bản nháp',
    refusals: ['not-yours-to-do', 'wrong-campaign-state'],
  })
    .input(z.object({ id }))
    .output(done),
}
