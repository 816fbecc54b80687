import { z } from 'zod'
import { operation } from '../platform/contract/operation.ts'
import { actions, day, done, fileShape, id, line, pageNumber, search } from '../platform/contract/shapes.ts'

export const RECURRENCES = ['once', 'monthly', 'quarterly'] as const
export const DAY_RULES = ['as-written', 'next-working-day', 'previous-working-day'] as const
export const BASIS_KINDS = ['cong-van', 'ke-hoach', 'chi-thi', 'quyet-dinh', 'khac'] as const

const basis = z.object({
  kind: z.enum(BASIS_KINDS),
  number: line(100, 'số, ký hiệu văn bản'),
  issuedOn: day,
  issuer: line(300, 'nơi ban hành'),
})

/** When it is due, how often, and until when: what the turns are counted from. */
const plan = {
  due: z.object({ day, relation: z.enum(['before', 'by']) }),
  recurrence: z.enum(RECURRENCES),
  /** Of what recurs: no turn falls due after this day. */
  until: day.nullable().default(null),
  dayRule: z.enum(DAY_RULES).default('as-written'),
}

const given = {
  title: line(300, 'tên việc'),
  words: z.string().trim().max(5000).default(''),
  basis: basis
    .extend({ fileId: id.nullable().default(null) })
    .nullable()
    .default(null),
  unitIds: z.array(id).min(1, { error: 'Chọn đơn vị nhận việc' }).max(5000),
  ...plan,
  needsProof: z.boolean().default(false),
}
export type Given = z.infer<z.ZodObject<typeof given>>

const assignmentShape = z.object({
  id: z.string(),
  title: z.string(),
  words: z.string().nullable(),
  basis: basis.extend({ file: fileShape.nullable() }).nullable(),
  unitId: z.string(),
  unitName: z.string(),
  madeByName: z.string(),
  madeAt: z.string(),
  due: z.object({ day: z.string(), relation: z.enum(['before', 'by']), words: z.string() }),
  recurrence: z.enum(RECURRENCES),
  until: z.string().nullable(),
  dayRule: z.enum(DAY_RULES),
  needsProof: z.boolean(),
  closedOn: z.string().nullable(),
  closeReason: z.string().nullable(),
  /** Of what the actor sees of it. */
  counts: z.object({ units: z.number(), duties: z.number(), done: z.number(), exempt: z.number(), late: z.number() }),
  version: z.number(),
  actions: actions(['change', 'close']),
})
export type AssignmentShape = z.infer<typeof assignmentShape>

const tag = 'Giao việc'
const refusedGiving = [
  'not-yours-to-do',
  'due-in-past',
  'no-turns',
  'until-missing',
  'unit-not-below',
  'unit-ended',
  'file-not-found',
] as const

export const assignmentsContract = {
  list: operation({ method: 'GET', path: '/assignments', tag, summary: 'Việc đã giao ngoài phong trào' })
    .input(z.object({ q: search, state: z.enum(['running', 'closed']).optional(), page: pageNumber }))
    .output(
      z.object({
        assignments: z.array(assignmentShape),
        total: z.number(),
        page: z.number(),
        pageSize: z.number(),
        actions: actions(['give']),
      }),
    ),
  givers: operation({
    method: 'GET',
    path: '/assignments/givers',
    tag,
    summary: 'Các đơn vị mà người này được giao việc thay',
  })
    .input(z.object({}))
    .output(z.object({ units: z.array(z.object({ id: z.string(), name: z.string() })), today: z.string() })),
  preview: operation({
    method: 'POST',
    path: '/assignments/preview',
    tag,
    summary: 'Xem trước: bao nhiêu việc, cho đơn vị nào, những ngày nào',
    refusals: refusedGiving,
  })
    .input(z.object({ unitId: id, unitIds: z.array(id).max(5000), ...plan }))
    .output(
      z.object({
        units: z.number(),
        turns: z.array(z.object({ words: z.string(), lastDay: z.string() })),
        duties: z.number(),
        /** Years among these days whose days off nobody has confirmed. */
        unconfirmedYears: z.array(z.number()),
      }),
    ),
  give: operation({
    method: 'POST',
    path: '/assignments',
    tag,
    summary: 'Giao việc cho các đơn vị, nêu văn bản làm căn cứ nếu có',
    refusals: [...refusedGiving, 'day-in-future', 'id-taken'],
    bodyLimit: 2_000_000,
  })
    .input(z.object({ id, unitId: id, ...given }))
    .output(z.object({ assignment: assignmentShape })),
  get: operation({ method: 'GET', path: '/assignments/{id}', tag, summary: 'Xem một việc đã giao' })
    .input(z.object({ id }))
    .output(z.object({ assignment: assignmentShape, unitIds: z.array(z.string()) })),
  change: operation({
    method: 'PUT',
    path: '/assignments/{id}',
    tag,
    summary: 'Sửa việc đã giao khi chưa đơn vị nào làm xong',
    refusals: [
      ...refusedGiving,
      'day-in-future',
      'assignment-closed',
      'assignment-of-form',
      'assignment-begun',
      'changed-meanwhile',
    ],
    bodyLimit: 2_000_000,
  })
    .input(z.object({ id, version: z.int(), ...given }))
    .output(z.object({ assignment: assignmentShape })),
  close: operation({
    method: 'POST',
    path: '/assignments/{id}/close',
    tag,
    summary: 'Kết thúc một việc đã giao, nêu lý do; việc chưa làm không bị nhắc nữa',
    refusals: ['not-yours-to-do', 'assignment-closed'],
  })
    .input(z.object({ id, reason: line(1000, 'lý do kết thúc') }))
    .output(done),
}
