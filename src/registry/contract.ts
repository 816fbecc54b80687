import { z } from 'zod'
import { parsePlainDate } from '../kernel/plain-date.ts'
import { operation } from '../platform/contract/operation.ts'
import { actions, day, fileShape, id, line, pageNumber, search } from '../platform/contract/shapes.ts'
import { METHODS } from './domain/award-codes.ts'

const tag = 'Sổ khen thưởng'
const optionalWords = (max: number, what: string) =>
  z
    .string()
    .trim()
    .max(max, { error: `${what} dài quá ${max} ký tự. Rút ngắn lại` })
    .nullable()
    .default(null)
    .transform((text) => text || null)

/** As precise as it is known: `1985`, `1985-07`, `1985-07-15`. */
const birth = z
  .string()
  .refine((text) => /^\d{4}(-\d{2}){0,2}$/.test(text) && parsePlainDate(`${text}-01-01`.slice(0, 10)) !== undefined, {
    error: 'Nhập ngày sinh, hoặc tháng sinh, hoặc năm sinh',
  })
  .nullable()
  .default(null)

const kind = z.enum(['person', 'unit'])

/** Whom it was given to: as the decision writes it, and who that is among ours when it is known. */
const recipientShape = z.object({
  kind,
  name: z.string(),
  unitName: z.string(),
  /** Null while unmatched, and where the person is not the asker's to see. */
  id: z.string().nullable(),
  matched: z.boolean(),
})

export const awardShape = z.object({
  id: z.string(),
  recipient: recipientShape,
  awardCode: z.string(),
  awardName: z.string(),
  method: z.enum(METHODS).nullable(),
  periodId: z.string().nullable(),
  periodName: z.string().nullable(),
  achievedFrom: z.string().nullable(),
  achievedTo: z.string().nullable(),
  achievement: z.string(),
  decisionNumber: z.string().nullable(),
  decisionOn: z.string().nullable(),
  year: z.number().nullable(),
  issuer: z.string().nullable(),
  signer: z.string().nullable(),
  source: z.enum(['typed', 'import', 'document']),
  keeperUnitName: z.string(),
  enteredByName: z.string(),
  enteredAt: z.string(),
  version: z.number(),
  voided: z.object({ at: z.string(), reason: z.string() }).nullable(),
})
export type AwardShape = z.infer<typeof awardShape>

const candidateShape = z.object({
  kind,
  id: z.string(),
  name: z.string(),
  /** Posts and units, or for a unit the one above it. */
  sub: z.string(),
  birth: z.string().nullable(),
  evidence: z.object({
    birth: z.enum(['same', 'agrees', 'differs', 'unknown']),
    unit: z.enum(['same', 'other', 'unknown']),
  }),
  /** What was decided about this pair before, if anything. */
  verdict: z.enum(['same', 'different']).nullable(),
})

const content = {
  awardCode: z.string().trim().min(1, { error: 'Chọn danh hiệu hoặc hình thức khen thưởng' }).max(60),
  awardName: optionalWords(300, 'Tên khen thưởng'),
  method: z.enum(METHODS).nullable().default(null),
  periodId: id.nullable().default(null),
  achievedFrom: day.nullable().default(null),
  achievedTo: day.nullable().default(null),
  achievement: z.string().trim().max(4000, { error: 'Thành tích dài quá 4000 ký tự. Rút ngắn lại' }).default(''),
  decisionNumber: optionalWords(100, 'Số quyết định'),
  decisionOn: day.nullable().default(null),
  decisionYear: z
    .int({ error: 'Nhập năm bằng bốn chữ số' })
    .min(1945, { error: 'Nhập năm từ 1945' })
    .max(2100)
    .nullable()
    .default(null),
  issuer: optionalWords(300, 'Cơ quan quyết định'),
  signer: optionalWords(200, 'Người ký'),
  fileId: id.nullable().default(null),
  recipient: z.object({
    kind,
    name: line(300, 'tên người hoặc tập thể được khen'),
    unitName: z.string().trim().max(300, { error: 'Tên đơn vị dài quá 300 ký tự. Rút ngắn lại' }).default(''),
    birth,
    /** Chosen among ours by whoever types it; null leaves it to the matching. */
    id: id.nullable().default(null),
  }),
  /** True after the warning that the registry has one like it. */
  knownDouble: z.boolean().default(false),
}

const REFUSED = ['not-yours-to-do', 'wrong-award', 'award-doubled', 'day-before-birth', 'file-not-found'] as const

export const registryContract = {
  list: operation({ method: 'GET', path: '/awards', tag, summary: 'Sổ khen thưởng: tìm và lọc' })
    .input(
      z.object({
        q: search,
        code: z.string().max(60).optional(),
        year: z.coerce.number().int().min(1900).max(2100).optional(),
        unitId: id.optional(),
        kind: kind.optional(),
        matched: z.enum(['yes', 'no']).optional(),
        page: pageNumber,
      }),
    )
    .output(
      z.object({
        awards: z.array(awardShape),
        total: z.number(),
        totalIsMore: z.boolean(),
        page: z.number(),
        pageSize: z.number(),
        years: z.array(z.number()),
        actions: actions(['enter']),
      }),
    ),
  award: operation({ method: 'GET', path: '/awards/{id}', tag, summary: 'Xem một mục của sổ khen thưởng' })
    .input(z.object({ id }))
    .output(
      z.object({
        award: awardShape,
        /** For who keeps the entry alone. */
        birth: z.string().nullable(),
        file: fileShape.nullable(),
        /** Other entries of the same recipient, as written or as matched. */
        others: z.array(awardShape),
        /** Those among them that look like the same award entered twice. */
        doubles: z.array(z.string()),
        /** Who it may be, the likeliest first; empty for who does not keep the entry. */
        candidates: z.array(candidateShape),
        actions: actions(['change', 'void', 'match', 'unmatch']),
      }),
    ),
  ofPerson: operation({
    method: 'GET',
    path: '/people/{personId}/awards',
    tag,
    summary: 'Khen thưởng đã nhận của một người',
  })
    .input(z.object({ personId: id }))
    .output(z.object({ name: z.string(), awards: z.array(awardShape), doubles: z.array(z.string()) })),
  ofUnit: operation({
    method: 'GET',
    path: '/units/{unitId}/awards',
    tag,
    summary: 'Khen thưởng đã nhận của một tập thể',
  })
    .input(z.object({ unitId: id }))
    .output(z.object({ name: z.string(), awards: z.array(awardShape), doubles: z.array(z.string()) })),
  enter: operation({
    method: 'POST',
    path: '/awards',
    tag,
    summary: 'Ghi một khen thưởng đã có vào sổ',
    refusals: [...REFUSED, 'id-taken', 'unit-ended', 'person-merged'],
  })
    .input(z.object({ id, keeperUnitId: id, ...content }))
    .output(z.object({ award: awardShape })),
  change: operation({
    method: 'PUT',
    path: '/awards/{id}',
    tag,
    summary: 'Sửa một mục của sổ khen thưởng',
    refusals: [...REFUSED, 'changed-meanwhile', 'entry-voided', 'person-merged'],
  })
    .input(z.object({ id, version: z.int(), ...content }))
    .output(z.object({ award: awardShape })),
  void: operation({
    method: 'POST',
    path: '/awards/{id}/void',
    tag,
    summary: 'Bỏ một mục ghi nhầm khỏi sổ, nêu lý do',
    refusals: ['not-yours-to-do', 'changed-meanwhile'],
  })
    .input(z.object({ id, version: z.int(), reason: line(500, 'lý do bỏ mục này') }))
    .output(z.object({ award: awardShape })),
  match: operation({
    method: 'POST',
    path: '/awards/{id}/match',
    tag,
    summary: 'Xác định người, tập thể được khen là ai: cùng một người, hoặc không phải; quyết định được nhớ',
    refusals: ['not-yours-to-do', 'entry-voided', 'wrong-award', 'person-merged'],
  })
    .input(z.object({ id, candidateId: id, verdict: z.enum(['same', 'different']) }))
    .output(z.object({ award: awardShape, entries: z.number() })),
  unmatch: operation({
    method: 'POST',
    path: '/awards/{id}/unmatch',
    tag,
    summary: 'Bỏ việc xác định đã làm nhầm',
    refusals: ['not-yours-to-do', 'entry-voided'],
  })
    .input(z.object({ id }))
    .output(z.object({ award: awardShape, entries: z.number() })),
}
