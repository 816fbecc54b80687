import { z } from 'zod'
import { OBLIGATION_KINDS, URGED_HEIGHTS } from '../mechanisms/obligations/contract.ts'
import { operation } from '../platform/contract/operation.ts'
import { actions, day, done, id, pageNumber, search } from '../platform/contract/shapes.ts'
import { lettersContract } from './letters-contract.ts'
import { outagesContract } from './outages-contract.ts'
import { ladderStep, STAGES } from './urging-values.ts'

const tag = 'Đôn đốc'
const kind = z.enum(OBLIGATION_KINDS)
const steps = z.array(ladderStep).max(20, { error: 'Thang nhắc việc có nhiều nhất 20 bước' })
const height = z.literal(URGED_HEIGHTS)

/** How the board of late units is narrowed; its export takes the same. */
export const boardFilter = {
  q: search,
  thingId: id.optional(),
  branchId: id.optional(),
  kind: kind.optional(),
  stage: z.enum(['never', 'reminded', 'told-above']).optional(),
  mine: z.enum(['yes']).optional(),
}

const lateRow = z.object({
  id: z.string(),
  unitId: z.string(),
  unitName: z.string(),
  thingId: z.string(),
  thingTitle: z.string(),
  kind,
  title: z.string(),
  due: z.string(),
  lastDay: z.string(),
  daysLate: z.number(),
  /** `height`: how many of the four stages urging has reached. */
  reminders: z.object({
    count: z.number(),
    lastOn: z.string().nullable(),
    /** The last that a person sent. */
    byHandOn: z.string().nullable(),
    lastBy: z.string().nullable(),
    height,
  }),
  /** Can anybody of the unit be told: here and by mail, here alone, or nobody. */
  reach: z.enum(['ok', 'no-mail', 'nobody']),
  letter: z.object({ id: z.string(), state: z.enum(['draft', 'issued']), number: z.string().nullable() }).nullable(),
  mayRemind: z.boolean(),
})

const reminderMail = z.object({
  id: z.string(),
  toName: z.string(),
  state: z.enum(['waiting', 'sending', 'sent', 'failed', 'stale']),
  sentAt: z.string().nullable(),
  notBefore: z.string().nullable(),
  lastError: z.string().nullable(),
  maybeTwice: z.boolean(),
})

export const urgingContract = {
  ...lettersContract,
  ...outagesContract,
  late: operation({
    method: 'GET',
    path: '/urging/late',
    tag,
    summary: 'Đơn vị quá hạn: việc gì, bao lâu, đã nhắc mấy lần, đến bậc nào',
    refusals: ['not-yours-to-see'],
  })
    .input(z.object({ ...boardFilter, page: pageNumber }))
    .output(
      z.object({
        rows: z.array(lateRow),
        total: z.number(),
        totalIsMore: z.boolean(),
        units: z.number(),
        page: z.number(),
        pageSize: z.number(),
        mayUrge: z.boolean(),
        looksAfter: z.boolean(),
        lastRun: z
          .object({
            onDay: z.string(),
            reminded: z.number(),
            people: z.number(),
            mails: z.number(),
            unreached: z.number(),
          })
          .nullable(),
      }),
    ),
  boardChoices: operation({
    method: 'GET',
    path: '/urging/choices',
    tag,
    summary: 'Phong trào và nhánh đơn vị để lọc bảng quá hạn',
    refusals: ['not-yours-to-see'],
  })
    .input(z.object({}))
    .output(
      z.object({
        things: z.array(z.object({ id: z.string(), title: z.string() })),
        branches: z.array(z.object({ id: z.string(), name: z.string() })),
      }),
    ),
  trend: operation({
    method: 'GET',
    path: '/urging/trend',
    tag,
    summary: 'Đúng hạn, muộn và còn nợ theo tháng của hạn, 12 tháng gần nhất',
    refusals: ['not-yours-to-see'],
  })
    .input(z.object({}))
    .output(
      z.object({
        months: z.array(
          z.object({
            month: z.string(),
            due: z.number(),
            onTime: z.number(),
            doneLate: z.number(),
            open: z.number(),
          }),
        ),
      }),
    ),
  log: operation({
    method: 'GET',
    path: '/urging/obligations/{id}/log',
    tag,
    summary: 'Sổ nhắc của một việc: lúc nào, bậc nào, gửi ai, thư nào',
  })
    .input(z.object({ id }))
    .output(
      z.object({
        obligation: z.object({ id: z.string(), title: z.string(), unitName: z.string(), owedToUnitName: z.string() }),
        entries: z.array(
          z.object({
            id: z.string(),
            at: z.string(),
            byName: z.string(),
            stage: z.enum(STAGES),
            step: z.string().nullable(),
            forLastDay: z.string().nullable(),
            toNames: z.array(z.string()),
            message: z.string(),
            letterId: z.string().nullable(),
            mails: z.array(reminderMail),
          }),
        ),
        actions: actions(['send-again']),
      }),
    ),
  sendAgain: operation({
    method: 'POST',
    path: '/urging/obligations/{id}/reminders/{reminderId}/send-again',
    tag,
    summary: 'Gửi lại thư của một lần nhắc',
    refusals: ['not-yours-to-do', 'reminder-mail-none', 'reminder-mail-waits', 'reminder-settled'],
  })
    .input(z.object({ id, reminderId: id, mailId: id }))
    .output(done),
  remindMany: operation({
    method: 'POST',
    path: '/urging/remind',
    tag,
    summary: 'Nhắc nhiều việc quá hạn một lần',
    refusals: ['not-yours-to-do'],
  })
    .input(
      z.object({
        ids: z
          .array(id)
          .min(1, { error: 'Chọn ít nhất một việc' })
          .max(200, { error: 'Mỗi lần nhắc nhiều nhất 200 việc' }),
        message: z.string().trim().max(1000).default(''),
      }),
    )
    .output(z.object({ reminded: z.number(), leftOut: z.array(z.object({ unitName: z.string(), why: z.string() })) })),
  ladders: operation({
    method: 'GET',
    path: '/urging/ladders',
    tag,
    summary: 'Thang nhắc việc của từng bộ phận thường trực, theo loại việc',
    refusals: ['not-yours-to-see'],
  })
    .input(z.object({}))
    .output(
      z.object({
        offices: z.array(
          z.object({
            unitId: z.string(),
            unitName: z.string(),
            kinds: z.array(
              z.object({
                kind,
                steps: z.array(ladderStep),
                from: z.enum(['own', 'above', 'house']),
                version: z.number(),
              }),
            ),
            actions: actions(['set']),
          }),
        ),
      }),
    ),
  setLadder: operation({
    method: 'PUT',
    path: '/urging/ladders/{unitId}/{kind}',
    tag,
    summary: 'Đặt thang nhắc việc của một bộ phận thường trực cho một loại việc',
    refusals: ['not-yours-to-do', 'wrong-ladder', 'changed-meanwhile'],
  })
    .input(z.object({ unitId: id, kind, steps, version: z.int().min(0) }))
    .output(done),
  previewLadder: operation({
    method: 'POST',
    path: '/urging/ladders/preview',
    tag,
    summary: 'Các ngày nhắc của một thang với một ngày hạn',
  })
    .input(z.object({ lastDay: day, steps }))
    .output(
      z.object({
        days: z.array(z.object({ step: ladderStep, day: z.string() })),
        unconfirmedYears: z.array(z.number()),
      }),
    ),
  digest: operation({
    method: 'GET',
    path: '/urging/digest',
    tag,
    summary: 'Việc mình được nhắc hôm nay và công văn đôn đốc gửi đơn vị mình',
  })
    .input(z.object({}))
    .output(
      z.object({
        digest: z
          .object({
            id: z.string(),
            day: z.string(),
            seen: z.boolean(),
            items: z.array(
              z.object({
                obligationId: z.string(),
                unitName: z.string(),
                title: z.string(),
                message: z.string(),
                daysLeft: z.number(),
                link: z.string(),
              }),
            ),
          })
          .nullable(),
        letters: z.array(
          z.object({
            id: z.string(),
            number: z.string(),
            issuedOn: z.string(),
            subject: z.string(),
            open: z.number(),
          }),
        ),
      }),
    ),
  seeDigest: operation({
    method: 'POST',
    path: '/urging/digest/{id}/seen',
    tag,
    summary: 'Đã xem các việc được nhắc hôm nay',
  })
    .input(z.object({ id }))
    .output(done),
}
