import { z } from 'zod'
import { operation } from '../../platform/contract/operation.ts'
import { actions, day, id, line } from '../../platform/contract/shapes.ts'
import { consentGiven, consentGivers, consentShape } from '../consents/contract.ts'

export const OBLIGATION_KINDS = ['confirm-receipt', 'disseminate', 'task', 'report'] as const
export const THING_KINDS = ['campaign', 'assignment'] as const
export const OBLIGATION_ACTIONS = [
  'confirm',
  'confirm-from-paper',
  'assign',
  'remind',
  'receive-on-paper',
  'exempt',
  'open-submission',
] as const

/** What a unit owes, as every list shows it. The state's word, colour and icon follow from these in the browser. */
export const obligationShape = z.object({
  id: z.string(),
  kind: z.enum(OBLIGATION_KINDS),
  title: z.string(),
  /** The plan's own words, when the plan said it. */
  words: z.string().nullable(),
  thingKind: z.enum(THING_KINDS),
  thingId: z.string(),
  thingTitle: z.string(),
  unitId: z.string(),
  unitName: z.string(),
  owedToUnitName: z.string(),
  /** «Tháng 03/2024»: which turn of what recurs; null for what is due once. */
  occurrence: z.string().nullable(),
  /** `lastDay` counts what was prolonged since; `firstLastDay` is the last day as first set. */
  due: z.object({
    day: z.string(),
    relation: z.enum(['before', 'by']),
    lastDay: z.string(),
    firstLastDay: z.string(),
    prolongedBecause: z.string().nullable(),
    words: z.string(),
  }),
  state: z.enum(['open', 'done', 'exempt']),
  /** Days until the last day on time: 0 today, negative when late. For a done one: how it was done (0 or more = on time). */
  daysLeft: z.number(),
  doneOn: z.string().nullable(),
  doneWay: z.enum(['product', 'paper']).nullable(),
  doneByName: z.string().nullable(),
  exemptReason: z.string().nullable(),
  /** The last day of the thing it belongs to, once that is closed: what was still open is owed no more. */
  closedOn: z.string().nullable(),
  /** While the thing is paused it is not urged and nothing becomes late; `daysLeft` stands still. */
  pausedOn: z.string().nullable(),
  assignedPersonId: z.string().nullable(),
  assignedName: z.string().nullable(),
  submissionState: z.enum(['draft', 'for-signature', 'submitted', 'returned', 'accepted']).nullable(),
  reminders: z.object({ count: z.number(), lastOn: z.string().nullable() }),
  version: z.number(),
  actions: actions(OBLIGATION_ACTIONS),
})
export type ObligationShape = z.infer<typeof obligationShape>

const tag = 'Việc phải làm'

export const obligationsContract = {
  mine: operation({
    method: 'GET',
    path: '/my-work',
    tag,
    summary: 'Việc của tôi: việc phải làm, việc chờ xử lý, việc quá hạn bên dưới',
  })
    .input(z.object({}))
    .output(
      z.object({
        today: z.string(),
        /** What my unit owes and is mine to do. */
        owed: z.array(obligationShape),
        /** What waits for my consent, signature or receipt. */
        waiting: z.array(
          z.object({
            id: z.string(),
            kind: z.enum([
              'consent',
              'returned-plan',
              'number',
              'sign',
              'receive',
              'returned-submission',
              'correction',
              'backup',
            ]),
            title: z.string(),
            detail: z.string(),
            since: z.string(),
            days: z.number(),
            link: z.string(),
            act: z.string(),
          }),
        ),
        /** What is late in the units below me. */
        lateBelow: z.array(obligationShape),
        /** Done lately by my unit, newest first. */
        doneLately: z.array(obligationShape),
        next: z.array(z.object({ day: z.string(), text: z.string(), link: z.string().nullable() })),
        /** Of `lateBelow`, those of the units one looks after; null when one looks after none. */
        followed: z.array(z.string()).nullable(),
        /** Whom the unit asks at the standing office. */
        contact: z.object({ name: z.string(), post: z.string() }).nullable(),
      }),
    ),
  get: operation({ method: 'GET', path: '/obligations/{id}', tag, summary: 'Xem một việc phải làm' })
    .input(z.object({ id }))
    .output(
      z.object({
        obligation: obligationShape,
        consents: z.array(consentShape),
        reminderList: z.array(
          z.object({ at: z.string(), byName: z.string(), toNames: z.array(z.string()), message: z.string() }),
        ),
        /** People of the unit who may be named to carry it out. */
        people: z.array(z.object({ id: z.string(), name: z.string(), post: z.string() })),
        /** Heads whose confirmation on paper may be entered. */
        givers: consentGivers,
      }),
    ),
  confirmReceipt: operation({
    method: 'POST',
    path: '/obligations/{id}/confirm',
    tag,
    summary: 'Xác nhận tiếp nhận phong trào; có thể nêu người thực hiện',
    refusals: [
      'not-yours-to-do',
      'already-done',
      'campaign-closed',
      'obligation-exempt',
      'wrong-consent-paper',
      'unit-ended',
      'not-of-this-unit',
      'wrong-obligation-kind',
    ],
  })
    .input(z.object({ id, consent: consentGiven, assignPersonId: id.nullable().default(null) }))
    .output(z.object({ obligation: obligationShape, alreadyDone: z.boolean() })),
  assign: operation({
    method: 'POST',
    path: '/obligations/{id}/assign',
    tag,
    summary: 'Nêu người thực hiện',
    refusals: ['not-yours-to-do', 'not-of-this-unit', 'changed-meanwhile', 'campaign-closed'],
  })
    .input(z.object({ id, personId: id, version: z.int() }))
    .output(z.object({ obligation: obligationShape })),
  remind: operation({
    method: 'POST',
    path: '/obligations/{id}/remind',
    tag,
    summary: 'Nhắc đơn vị còn nợ việc',
    refusals: [
      'not-yours-to-do',
      'already-done',
      'reminded-today',
      'campaign-closed',
      'campaign-paused',
      'obligation-exempt',
      'unit-ended',
      'id-taken',
    ],
  })
    .input(z.object({ id, reminderId: id, message: z.string().trim().max(1000).default('') }))
    .output(z.object({ obligation: obligationShape, toNames: z.array(z.string()) })),
  receiveOnPaper: operation({
    method: 'POST',
    path: '/obligations/{id}/receive-on-paper',
    tag,
    summary: 'Ghi đã nhận bản giấy thay cho việc làm trên hệ thống',
    refusals: [
      'not-yours-to-do',
      'already-done',
      'campaign-closed',
      'obligation-exempt',
      'day-in-future',
      'day-before-launch',
      'file-not-found',
    ],
  })
    .input(
      z.object({
        id,
        receivedOn: day,
        fromName: line(200, 'tên người ký bản giấy'),
        scanFileId: id.nullable().default(null),
      }),
    )
    .output(z.object({ obligation: obligationShape })),
  exempt: operation({
    method: 'POST',
    path: '/obligations/{id}/exempt',
    tag,
    summary: 'Miễn việc cho một đơn vị, nêu lý do',
    refusals: ['not-yours-to-do', 'already-done', 'campaign-closed'],
  })
    .input(z.object({ id, reason: line(1000, 'lý do miễn') }))
    .output(z.object({ obligation: obligationShape })),
}
