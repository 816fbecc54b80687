import { z } from 'zod'
import { consentGiven, consentGivers, consentShape } from '../mechanisms/consents/contract.ts'
import { operation } from '../platform/contract/operation.ts'
import { actions, day, done, id, line, pageNumber, search } from '../platform/contract/shapes.ts'
import { level, notRated, optionalWords, periodKind, periodShape, rated, TAG as tag, words } from './rating-values.ts'

const listState = z.enum(['draft', 'proposed', 'returned', 'confirmed'])

export const LIST_ACTIONS = [
  'write',
  'propose',
  'take-back',
  'confirm',
  'confirm-from-paper',
  'reopen',
  'drop-correction',
] as const

/** One row of a unit's sheet: a person who worked there in the period, the unit itself, or the Party organisation beside it. */
const sheetRow = z.object({
  subjectId: z.string(),
  kind: z.enum(['person', 'unit']),
  name: z.string(),
  /** The posts held there in the period; for a unit, what it is. */
  sub: z.string(),
  /** Worth knowing while rating: left in the period, secondment, no post there any more. */
  hint: z.string().nullable(),
  ...rated,
  version: z.number(),
  /** What was confirmed and stays in force until the list is confirmed anew. */
  inForce: z.object(rated).nullable(),
})

export const sheetShape = z.object({
  unit: z.object({ id: z.string(), name: z.string() }),
  period: periodShape,
  list: z
    .object({
      id: z.string(),
      state: listState,
      version: z.number(),
      correctionReason: z.string().nullable(),
      returnReason: z.string().nullable(),
      preparedByName: z.string(),
      preparedAt: z.string(),
      proposedAt: z.string().nullable(),
      decidedAt: z.string().nullable(),
      decidedByName: z.string().nullable(),
      consents: z.array(consentShape),
    })
    .nullable(),
  rows: z.array(sheetRow),
  givers: consentGivers,
  actions: actions(LIST_ACTIONS),
})
export type SheetShape = z.infer<typeof sheetShape>

const period = z.object({ id, kind: periodKind, from: day, to: day })
const place = z.object({ unitId: id, periodId: id })
const atVersion = place.extend({ version: z.int().min(0) })

/** Award periods, and the rating lists of units. */
export const ratingsContract = {
  periods: operation({ method: 'GET', path: '/award-periods', tag, summary: 'Các kỳ xét: năm dương lịch, năm học' })
    .input(z.object({}))
    .output(
      z.object({
        periods: z.array(periodShape.extend({ inUse: z.boolean() })),
        actions: actions(['create', 'change']),
      }),
    ),
  createPeriod: operation({
    method: 'POST',
    path: '/award-periods',
    tag,
    summary: 'Thêm kỳ xét',
    refusals: ['not-yours-to-do', 'wrong-period-days', 'period-overlaps', 'id-taken'],
  })
    .input(period)
    .output(z.object({ period: periodShape })),
  changePeriod: operation({
    method: 'PUT',
    path: '/award-periods/{id}',
    tag,
    summary: 'Sửa ngày của kỳ xét chưa dùng',
    refusals: ['not-yours-to-do', 'wrong-period-days', 'period-overlaps', 'period-in-use'],
  })
    .input(period)
    .output(z.object({ period: periodShape })),
  removePeriod: operation({
    method: 'DELETE',
    path: '/award-periods/{id}',
    tag,
    summary: 'Bỏ kỳ xét chưa dùng',
    refusals: ['not-yours-to-do', 'period-in-use'],
  })
    .input(z.object({ id }))
    .output(done),
  lists: operation({
    method: 'GET',
    path: '/rating-lists',
    tag,
    summary: 'Danh sách xếp loại của các đơn vị được xem trong một kỳ',
  })
    .input(
      z.object({
        periodId: id.optional(),
        q: search,
        state: z.enum(['none', ...listState.options]).optional(),
        page: pageNumber,
      }),
    )
    .output(
      z.object({
        /** The one asked for, else the latest that has begun; null while there is no period at all. */
        period: periodShape.nullable(),
        periods: z.array(periodShape),
        units: z.array(
          z.object({
            unitId: z.string(),
            unitName: z.string(),
            parentName: z.string().nullable(),
            state: listState.nullable(),
            inCorrection: z.boolean(),
            people: z.number(),
            counts: z.object({
              htxsnv: z.number(),
              httnv: z.number(),
              htnv: z.number(),
              khtnv: z.number(),
              notRated: z.number(),
            }),
            changedAt: z.string().nullable(),
          }),
        ),
        total: z.number(),
        page: z.number(),
        pageSize: z.number(),
      }),
    ),
  sheet: operation({
    method: 'GET',
    path: '/units/{unitId}/rating-lists/{periodId}',
    tag,
    summary: 'Mở danh sách xếp loại của một đơn vị trong một kỳ',
  })
    .input(place)
    .output(sheetShape),
  write: operation({
    method: 'PUT',
    path: '/units/{unitId}/rating-lists/{periodId}/entries',
    tag,
    summary: 'Ghi một hay nhiều dòng của danh sách xếp loại',
    refusals: [
      'not-yours-to-do',
      'rating-list-sent',
      'rating-list-confirmed',
      'changed-meanwhile',
      'not-on-rating-list',
      'wrong-rating',
      'rating-before-birth',
      'id-taken',
    ],
  })
    .input(
      place.extend({
        /** Made by the caller; used when the list is begun by this act. */
        listId: id,
        entries: z
          .array(
            z.object({
              subjectId: id,
              level: level.nullable(),
              notRated: notRated.nullable(),
              note: words(500, 'Ghi chú').default(''),
              /** 0 for a row nobody has written yet. */
              version: z.int().min(0),
            }),
          )
          .min(1)
          .max(500),
      }),
    )
    .output(
      z.object({ listVersion: z.number(), saved: z.array(z.object({ subjectId: z.string(), version: z.number() })) }),
    ),
  propose: operation({
    method: 'POST',
    path: '/units/{unitId}/rating-lists/{periodId}/propose',
    tag,
    summary: 'Chuyển người đứng đầu xác nhận',
    refusals: [
      'not-yours-to-do',
      'rating-list-sent',
      'rating-list-confirmed',
      'rating-list-incomplete',
      'changed-meanwhile',
    ],
  })
    .input(atVersion)
    .output(sheetShape),
  takeBack: operation({
    method: 'POST',
    path: '/units/{unitId}/rating-lists/{periodId}/take-back',
    tag,
    summary: 'Lấy danh sách đang chờ xác nhận về sửa',
    refusals: ['not-yours-to-do', 'rating-list-not-sent'],
  })
    .input(place)
    .output(sheetShape),
  decide: operation({
    method: 'POST',
    path: '/units/{unitId}/rating-lists/{periodId}/decide',
    tag,
    summary: 'Xác nhận hoặc trả lại danh sách xếp loại, hoặc ghi từ bản giấy',
    refusals: [
      'not-yours-to-do',
      'rating-list-not-sent',
      'rating-list-confirmed',
      'rating-list-incomplete',
      'changed-meanwhile',
      'reason-required',
      'wrong-consent-paper',
      'rated-elsewhere',
      'rating-before-birth',
      'period-not-begun',
    ],
  })
    .input(
      atVersion.extend({
        outcome: z.enum(['agreed', 'returned']),
        reason: optionalWords(2000, 'Lý do trả lại'),
        consent: consentGiven,
      }),
    )
    .output(sheetShape),
  reopen: operation({
    method: 'POST',
    path: '/units/{unitId}/rating-lists/{periodId}/reopen',
    tag,
    summary: 'Mở đính chính danh sách đã xác nhận',
    refusals: ['not-yours-to-do', 'rating-list-not-sent', 'changed-meanwhile'],
  })
    .input(atVersion.extend({ reason: line(1000, 'lý do đính chính') }))
    .output(sheetShape),
  dropCorrection: operation({
    method: 'POST',
    path: '/units/{unitId}/rating-lists/{periodId}/drop-correction',
    tag,
    summary: 'Thôi đính chính, giữ kết quả đã xác nhận',
    refusals: ['not-yours-to-do', 'rating-list-not-sent', 'rating-list-sent'],
  })
    .input(place)
    .output(sheetShape),
}
