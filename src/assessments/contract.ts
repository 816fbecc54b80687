import { z } from 'zod'
import { consentGiven, consentGivers, consentShape } from '../mechanisms/consents/contract.ts'
import { operation } from '../platform/contract/operation.ts'
import { actions, day, done, id, line, pageNumber, search } from '../platform/contract/shapes.ts'
import { DISCIPLINE_KINDS, DISCIPLINE_SIDES, REVIEW_KINDS } from './domain/kinds.ts'
import { NOT_RATED, RATING_LEVELS } from './domain/levels.ts'

const tag = 'Xếp loại, kỷ luật'
const words = (max: number, what: string) =>
  z
    .string()
    .trim()
    .max(max, { error: `${what} dài quá ${max} ký tự. Rút ngắn lại` })
const optionalWords = (max: number, what: string) =>
  words(max, what)
    .nullable()
    .default(null)
    .transform((text) => text || null)

const periodKind = z.enum(['calendar-year', 'school-year'])
export const periodShape = z.object({
  id: z.string(),
  code: z.string(),
  kind: periodKind,
  from: z.string(),
  to: z.string(),
})
export type PeriodShape = z.infer<typeof periodShape>

const level = z.enum(RATING_LEVELS)
const notRated = z.enum(NOT_RATED)
const rated = { level: level.nullable(), notRated: notRated.nullable(), note: z.string() }
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

const ratingShape = z.object({
  id: z.string(),
  period: periodShape,
  ...rated,
  unitName: z.string(),
  unitId: z.string(),
  postTitle: z.string(),
  source: z.enum(['list', 'import']),
  sourceWords: z.string().nullable(),
  recordedAt: z.string(),
  recordedByName: z.string(),
  replaced: z.object({ at: z.string(), reason: z.string() }).nullable(),
})

const disciplineShape = z.object({
  id: z.string(),
  kind: z.enum(DISCIPLINE_KINDS),
  side: z.enum(DISCIPLINE_SIDES),
  startsOn: z.string(),
  endsOn: z.string().nullable(),
  decisionNumber: z.string(),
  decisionOn: z.string(),
  issuer: z.string(),
  enteredByName: z.string(),
  enteredAt: z.string(),
  version: z.number(),
  voided: z.object({ at: z.string(), reason: z.string() }).nullable(),
  actions: actions(['change', 'void', 'see-reason']),
})

const reviewShape = z.object({
  id: z.string(),
  kind: z.enum(REVIEW_KINDS),
  startsOn: z.string(),
  documentNumber: z.string().nullable(),
  documentOn: z.string().nullable(),
  issuer: z.string().nullable(),
  /** Null for the person it is about: it may name who complained. */
  note: z.string().nullable(),
  cleared: z
    .object({
      on: z.string(),
      outcome: z.string(),
      documentNumber: z.string().nullable(),
      documentOn: z.string().nullable(),
      issuer: z.string().nullable(),
    })
    .nullable(),
  enteredByName: z.string(),
  enteredAt: z.string(),
  version: z.number(),
  voided: z.object({ at: z.string(), reason: z.string() }).nullable(),
  actions: actions(['clear', 'void']),
})

const disciplineInput = {
  kind: z.enum(DISCIPLINE_KINDS),
  side: z.enum(DISCIPLINE_SIDES),
  startsOn: day,
  endsOn: day.nullable().default(null),
  decisionNumber: line(100, 'số quyết định'),
  decisionOn: day,
  issuer: line(300, 'cơ quan ra quyết định'),
  reason: line(2000, 'lý do kỷ luật'),
}

const KEEPING_REFUSALS = ['not-yours-to-do', 'not-about-oneself', 'id-taken'] as const
const period = z.object({ id, kind: periodKind, from: day, to: day })
const place = z.object({ unitId: id, periodId: id })
const atVersion = place.extend({ version: z.int().min(0) })

export const assessmentsContract = {
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

  ofPerson: operation({
    method: 'GET',
    path: '/people/{personId}/yearly-facts',
    tag,
    summary: 'Kết quả xếp loại, kỷ luật, việc đang xem xét của một người',
  })
    .input(z.object({ personId: id }))
    .output(
      z.object({
        person: z.object({ id: z.string(), name: z.string() }),
        /** Null for whoever may see the person but not these. */
        facts: z
          .object({
            ratings: z.array(ratingShape),
            disciplines: z.array(disciplineShape),
            reviews: z.array(reviewShape),
          })
          .nullable(),
        actions: actions(['enter-discipline', 'enter-review']),
      }),
    ),
  ofUnit: operation({
    method: 'GET',
    path: '/units/{unitId}/yearly-facts',
    tag,
    summary: 'Kết quả xếp loại, việc đang xem xét của một đơn vị',
  })
    .input(z.object({ unitId: id }))
    .output(
      z.object({
        unit: z.object({ id: z.string(), name: z.string() }),
        facts: z.object({ ratings: z.array(ratingShape), reviews: z.array(reviewShape) }).nullable(),
        actions: actions(['enter-review']),
      }),
    ),
  enterDiscipline: operation({
    method: 'POST',
    path: '/people/{personId}/disciplines',
    tag,
    summary: 'Ghi kỷ luật của một người',
    refusals: [...KEEPING_REFUSALS, 'wrong-discipline', 'day-before-birth'],
  })
    .input(z.object({ id, personId: id, ...disciplineInput }))
    .output(z.object({ discipline: disciplineShape })),
  changeDiscipline: operation({
    method: 'PUT',
    path: '/disciplines/{id}',
    tag,
    summary: 'Sửa mục kỷ luật: hết hạn, xóa kỷ luật sớm, chép nhầm',
    refusals: [...KEEPING_REFUSALS, 'wrong-discipline', 'day-before-birth', 'entry-voided', 'changed-meanwhile'],
  })
    .input(
      z.object({
        id,
        version: z.int(),
        ...disciplineInput,
        /** Left out: the reason stays as it is, so that whoever moves a day need not see it. */
        reason: line(2000, 'lý do kỷ luật').optional(),
      }),
    )
    .output(z.object({ discipline: disciplineShape })),
  voidDiscipline: operation({
    method: 'POST',
    path: '/disciplines/{id}/void',
    tag,
    summary: 'Bỏ mục kỷ luật ghi nhầm, nêu lý do',
    refusals: [...KEEPING_REFUSALS, 'changed-meanwhile'],
  })
    .input(z.object({ id, version: z.int(), reason: line(500, 'lý do bỏ mục này') }))
    .output(z.object({ discipline: disciplineShape })),
  disciplineReason: operation({
    method: 'POST',
    path: '/disciplines/{id}/reason',
    tag,
    summary: 'Xem lý do kỷ luật; lần xem được ghi vào nhật ký',
    refusals: ['not-yours-to-see'],
  })
    .input(z.object({ id }))
    .output(z.object({ reason: z.string() })),
  enterReview: operation({
    method: 'POST',
    path: '/pending-reviews',
    tag,
    summary: 'Ghi việc đang xem xét đối với một người hoặc một đơn vị',
    refusals: [...KEEPING_REFUSALS, 'wrong-review', 'day-before-birth'],
  })
    .input(
      z.object({
        id,
        about: z.discriminatedUnion('kind', [
          z.object({ kind: z.literal('person'), personId: id }),
          z.object({ kind: z.literal('unit'), unitId: id }),
        ]),
        kind: z.enum(REVIEW_KINDS),
        startsOn: day,
        documentNumber: optionalWords(100, 'Số văn bản'),
        documentOn: day.nullable().default(null),
        issuer: optionalWords(300, 'Cơ quan ban hành'),
        note: words(2000, 'Ghi chú').default(''),
      }),
    )
    .output(z.object({ review: reviewShape })),
  clearReview: operation({
    method: 'POST',
    path: '/pending-reviews/{id}/clear',
    tag,
    summary: 'Ghi việc xem xét đã kết thúc: ngày, kết luận, văn bản',
    refusals: [...KEEPING_REFUSALS, 'wrong-review', 'entry-voided', 'changed-meanwhile', 'already-done'],
  })
    .input(
      z.object({
        id,
        version: z.int(),
        clearedOn: day,
        outcome: line(2000, 'kết luận'),
        documentNumber: optionalWords(100, 'Số văn bản'),
        documentOn: day.nullable().default(null),
        issuer: optionalWords(300, 'Cơ quan ban hành'),
      }),
    )
    .output(z.object({ review: reviewShape })),
  voidReview: operation({
    method: 'POST',
    path: '/pending-reviews/{id}/void',
    tag,
    summary: 'Bỏ mục xem xét ghi nhầm, nêu lý do',
    refusals: [...KEEPING_REFUSALS, 'changed-meanwhile'],
  })
    .input(z.object({ id, version: z.int(), reason: line(500, 'lý do bỏ mục này') }))
    .output(z.object({ review: reviewShape })),
}
