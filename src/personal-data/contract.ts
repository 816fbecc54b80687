import { z } from 'zod'
import { operation } from '../platform/contract/operation.ts'
import { actions, fileShape, id, line } from '../platform/contract/shapes.ts'
import { CORRECTION_FIELDS } from './domain/corrections.ts'

const correction = z.object({
  id: z.string(),
  personId: z.string(),
  personName: z.string(),
  field: z.enum(CORRECTION_FIELDS),
  state: z.enum(['open', 'accepted', 'refused', 'withdrawn']),
  madeAt: z.string(),
  reason: z.string(),
  wanted: z.string().nullable(),
  before: z.string().nullable(),
  files: z.array(fileShape),
  decidedAt: z.string().nullable(),
  decidedByName: z.string().nullable(),
  answer: z.string().nullable(),
  actions: actions(['open', 'decide', 'withdraw']),
})
const group = z.object({
  title: z.string(),
  rows: z.array(z.array(z.object({ term: z.string(), value: z.string() }))),
})
const look = z.object({ at: z.string(), who: z.string(), capacity: z.string().nullable(), fields: z.string() })
const tag = 'Dữ liệu cá nhân'

export const personalDataContract = {
  myFile: operation({ method: 'GET', path: '/my-file', tag, summary: 'Hồ sơ của tôi: mọi dữ liệu đang lưu về mình' })
    .input(z.object({}))
    .output(
      z.object({
        person: z.object({ id: z.string(), name: z.string(), hasCitizenId: z.boolean() }),
        groups: z.array(group),
        corrections: z.array(correction),
        seen: z.array(look),
      }),
    ),
  takeMyFile: operation({
    method: 'POST',
    path: '/my-file/download',
    tag,
    summary: 'Tải về mọi dữ liệu đang lưu về mình; lượt tải được ghi',
  })
    .input(z.object({}))
    .output(
      z.object({
        file: z.object({
          name: z.string(),
          madeAt: z.string(),
          kept: z.array(group),
          seenBy: z.array(look),
          done: z.array(z.object({ at: z.string(), what: z.string() })),
        }),
      }),
    ),
  askCorrection: operation({
    method: 'POST',
    path: '/my-file/corrections',
    tag,
    summary: 'Đề nghị sửa một mục trong hồ sơ của mình',
    refusals: [
      'wrong-correction',
      'correction-same',
      'wrong-citizen-id',
      'wrong-birth',
      'before-birth',
      'day-in-future',
      'file-not-found',
    ],
  })
    .input(
      z.object({
        id,
        field: z.enum(CORRECTION_FIELDS),
        wanted: line(1000, 'nội dung đúng'),
        reason: line(1000, 'lý do'),
        fileIds: z.array(id).max(5, { error: 'Gửi không quá 5 tệp' }).default([]),
      }),
    )
    .output(z.object({ correction })),
  withdrawCorrection: operation({
    method: 'POST',
    path: '/corrections/{id}/withdraw',
    tag,
    summary: 'Rút đề nghị sửa của mình',
    refusals: ['not-yours-to-do', 'correction-decided'],
  })
    .input(z.object({ id }))
    .output(z.object({ correction })),
  corrections: operation({
    method: 'GET',
    path: '/people/{personId}/corrections',
    tag,
    summary: 'Đề nghị sửa của một người',
    refusals: ['not-yours-to-see'],
  })
    .input(z.object({ personId: id }))
    .output(z.object({ corrections: z.array(correction) })),
  openCorrection: operation({
    method: 'POST',
    path: '/corrections/{id}/open',
    tag,
    summary: 'Xem nội dung một đề nghị sửa; lượt xem được ghi',
  })
    .input(z.object({ id }))
    .output(z.object({ correction })),
  decideCorrection: operation({
    method: 'POST',
    path: '/corrections/{id}/decide',
    tag,
    summary: 'Chấp nhận hoặc không chấp nhận đề nghị sửa',
    refusals: [
      'not-yours-to-do',
      'correction-own',
      'correction-decided',
      'reason-required',
      'wrong-correction',
      'person-merged',
      'person-doubtful',
      'staff-code-taken',
      'citizen-id-taken',
      'wrong-citizen-id',
      'wrong-birth',
      'before-birth',
      'day-in-future',
    ],
  })
    .input(
      z.object({
        id,
        accept: z.boolean(),
        answer: z.string().trim().max(1000).nullable().default(null),
        doubtsSeen: z.boolean().default(false),
      }),
    )
    .output(z.object({ correction })),
}
