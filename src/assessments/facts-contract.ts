import { z } from 'zod'
import { operation } from '../platform/contract/operation.ts'
import { actions, day, id, line } from '../platform/contract/shapes.ts'
import { DISCIPLINE_KINDS, DISCIPLINE_SIDES, REVIEW_KINDS } from './domain/kinds.ts'
import { optionalWords, periodShape, rated, TAG as tag, words } from './rating-values.ts'

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

const KEEPING_REFUSALS = ['not-yours-to-do', 'not-about-oneself', 'id-taken', 'person-merged'] as const

/** What is known of one person or unit: ratings, discipline, pending reviews. */
export const factsContract = {
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
