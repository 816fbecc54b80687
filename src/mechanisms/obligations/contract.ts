import { z } from 'zod'
import { operation } from '../../platform/contract/operation.ts'
import { day, id, line } from '../../platform/contract/shapes.ts'
import { consentGiven, consentGivers, consentShape } from '../consents/contract.ts'
import { recordEntry } from '../record/contract.ts'
import { ledgerContract } from './ledger-contract.ts'
import { obligationShape } from './obligation-contract.ts'
import { shareContract, shareShape } from './share-contract.ts'
import { requestShape, timeContract } from './time-contract.ts'
import { timelinessContract } from './timeliness-contract.ts'

export { type LedgerState, OBLIGATION_KINDS } from './domain/kind-words.ts'
export { URGED_HEIGHTS } from './domain/urged-height.ts'
export {
  type BulkAct,
  type BulkShape,
  type LedgerFilter,
  type LeftOut,
  ledgerFilter,
} from './ledger-contract.ts'
export {
  OBLIGATION_ACTIONS,
  type ObligationShape,
  obligationShape,
} from './obligation-contract.ts'
export type { ShareShape } from './share-contract.ts'
export type { RequestShape } from './time-contract.ts'
export type {
  Outcome,
  TimelinessFilter,
  TimelinessRow,
} from './timeliness-contract.ts'

const tag = 'Việc phải làm'

export const obligationsContract = {
  ...shareContract,
  ...timeContract,
  ...ledgerContract,
  ...timelinessContract,
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
              'urging-letter',
              'share',
              'more-time',
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
        /** Reports of the own unit that are others' work, to which the actor may bring something. */
        helpful: z.array(obligationShape),
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
        shares: z.array(shareShape),
        requests: z.array(requestShape),
        /** What was done with it, newest first. */
        history: z.array(recordEntry),
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
      'assignment-closed',
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
    refusals: [
      'not-yours-to-do',
      'not-of-this-unit',
      'changed-meanwhile',
      'campaign-closed',
      'assignment-closed',
      'already-done',
      'obligation-exempt',
    ],
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
      'assignment-closed',
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
      'assignment-closed',
      'obligation-exempt',
      'day-in-future',
      'day-before-launch',
      'file-not-found',
      'proof-required',
      'paper-to-be-typed',
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
  accept: operation({
    method: 'POST',
    path: '/obligations/{id}/accept',
    tag,
    summary: 'Nhận việc',
    refusals: [
      'not-yours-to-do',
      'already-done',
      'campaign-closed',
      'assignment-closed',
      'obligation-exempt',
      'unit-ended',
      'wrong-obligation-kind',
    ],
  })
    .input(z.object({ id }))
    .output(z.object({ obligation: obligationShape })),
  noteArrival: operation({
    method: 'POST',
    path: '/obligations/{id}/note-arrival',
    tag,
    summary: 'Ghi ngày bản giấy đã đến trước khi đơn vị ghi trên hệ thống',
    refusals: [
      'not-yours-to-do',
      'not-done-yet',
      'campaign-closed',
      'assignment-closed',
      'arrival-not-earlier',
      'day-before-launch',
      'file-not-found',
    ],
  })
    .input(z.object({ id, arrivedOn: day, scanFileId: id }))
    .output(z.object({ obligation: obligationShape })),
  undoExemption: operation({
    method: 'POST',
    path: '/obligations/{id}/undo-exemption',
    tag,
    summary: 'Bỏ miễn: đơn vị lại phải làm, nêu lý do',
    refusals: ['not-yours-to-do', 'not-exempt', 'campaign-closed', 'assignment-closed', 'unit-ended'],
  })
    .input(z.object({ id, reason: line(1000, 'lý do bỏ miễn') }))
    .output(z.object({ obligation: obligationShape })),
  exempt: operation({
    method: 'POST',
    path: '/obligations/{id}/exempt',
    tag,
    summary: 'Miễn việc cho một đơn vị, nêu lý do',
    refusals: ['not-yours-to-do', 'already-done', 'campaign-closed', 'assignment-closed', 'obligation-exempt'],
  })
    .input(z.object({ id, reason: line(1000, 'lý do miễn') }))
    .output(z.object({ obligation: obligationShape })),
}
