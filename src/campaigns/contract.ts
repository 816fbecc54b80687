import { z } from 'zod'
import { consentGiven, consentGivers, consentShape } from '../mechanisms/consents/contract.ts'
import { factShape } from '../mechanisms/documents/contract.ts'
import { obligationShape } from '../mechanisms/obligations/contract.ts'
import { recordEntry } from '../mechanisms/record/contract.ts'
import { operation } from '../platform/contract/operation.ts'
import { actions, day, done, fileShape, id, line, pageNumber, search } from '../platform/contract/shapes.ts'
import { CAMPAIGN_STATES, campaignHead, campaignSummary, doorCode, head } from './campaign-values.ts'
import { campaignChange, changesContract } from './changes-contract.ts'
import { matrixContract } from './matrix-contract.ts'
import { overviewContract } from './overview-contract.ts'
import { taskPlanShape, taskProgress, tasksContract, taskUnits } from './tasks-contract.ts'

export { CAMPAIGN_ACTIONS, type CampaignHead, type CampaignSummary } from './campaign-values.ts'
export type { CampaignChange, ChangePaper, OpenGroup } from './changes-contract.ts'
export {
  type MatrixCellShape,
  type MatrixColumnShape,
  type TakeUpBranch,
  type TakeUpFilter,
  type TakeUpRow,
  takeUpFilter,
} from './matrix-contract.ts'
export type { NotSent } from './overview-contract.ts'
export type { DutiesPreview, TaskPlanInput, TaskPlanShape, TaskProgress } from './tasks-contract.ts'

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

/** One unit's take-up: its obligations, in protocol order. */
const takeUpRow = z.object({ unitId: z.string(), unitName: z.string(), obligations: z.array(obligationShape) })

const tag = 'Phong trào'
const changing = ['not-yours-to-do', 'changed-meanwhile', 'wrong-campaign-state'] as const

export const campaignsContract = {
  ...tasksContract,
  ...changesContract,
  ...matrixContract,
  ...overviewContract,
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
  createFromFile: operation({
    method: 'POST',
    path: '/campaigns',
    tag,
    summary: 'Tạo phong trào từ văn bản đã tải lên: đọc văn bản, mở trang rà soát',
    refusals: ['not-yours-to-do', 'file-not-found', 'file-too-large', 'id-taken'],
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
        taskProgress: z.array(taskProgress),
        consents: z.array(consentShape),
        changes: z.array(campaignChange),
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
