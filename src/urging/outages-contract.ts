import { z } from 'zod'
import { operation } from '../platform/contract/operation.ts'
import { actions, day, done, id, line } from '../platform/contract/shapes.ts'

const tag = 'Ngừng hệ thống'

export const outagesContract = {
  outages: operation({
    method: 'GET',
    path: '/outages',
    tag,
    summary: 'Các lần ngừng hệ thống đã công bố: dừng nhắc việc, gia hạn việc rơi vào',
  })
    .input(z.object({}))
    .output(
      z.object({
        /** The one that covers today. */
        now: z.string().nullable(),
        outages: z.array(
          z.object({
            id: z.string(),
            from: z.string(),
            to: z.string().nullable(),
            span: z.string(),
            reason: z.string(),
            documentWords: z.string().nullable(),
            declaredByName: z.string(),
            endedByName: z.string().nullable(),
            lengthened: z.number().nullable(),
            takenBack: z.object({ byName: z.string(), reason: z.string() }).nullable(),
            actions: actions(['end', 'take-back']),
          }),
        ),
        actions: actions(['declare']),
      }),
    ),
  declareOutage: operation({
    method: 'POST',
    path: '/outages',
    tag,
    summary: 'Công bố ngừng hệ thống từ một ngày',
    refusals: ['not-yours-to-do', 'outage-open', 'outage-overlaps', 'day-in-future'],
  })
    .input(
      z.object({
        id,
        from: day,
        reason: line(500, 'lý do ngừng hệ thống'),
        documentWords: z.string().trim().max(300).nullable().default(null),
      }),
    )
    .output(done),
  endOutage: operation({
    method: 'POST',
    path: '/outages/{id}/end',
    tag,
    summary: 'Kết thúc ngừng hệ thống: hạn rơi vào các ngày này được lùi',
    refusals: ['not-yours-to-do', 'outage-closed', 'days-out-of-order', 'day-in-future'],
  })
    .input(z.object({ id, to: day }))
    .output(z.object({ lengthened: z.number(), newLastDay: z.string() })),
  takeBackOutage: operation({
    method: 'POST',
    path: '/outages/{id}/take-back',
    tag,
    summary: 'Thu hồi một công bố ngừng hệ thống: hạn trở lại như trước',
    refusals: ['not-yours-to-do', 'outage-closed'],
  })
    .input(z.object({ id, reason: line(500, 'lý do thu hồi') }))
    .output(z.object({ setBack: z.number(), left: z.number() })),
}
