import { z } from 'zod'
import { day, id, line } from '../platform/contract/shapes.ts'
import { AREA_MARKS, UNIT_KINDS, UNIT_LEVELS } from './domain/unit-description.ts'

export const unitLevel = z.enum(UNIT_LEVELS)

const described = {
  kind: z.enum(UNIT_KINDS),
  level: z.enum(UNIT_LEVELS).nullable(),
  legalPerson: z.boolean(),
  beside: z.boolean(),
  areaMarks: z.array(z.enum(AREA_MARKS)),
}

/** A unit with its values of one day; `from` and `to` are its own first and last day. */
export const unitShape = z.object({
  id: z.string(),
  unitNo: z.number(),
  name: z.string(),
  shortName: z.string().nullable(),
  symbol: z.string().nullable(),
  ...described,
  parentId: z.string().nullable(),
  orderNo: z.number(),
  from: z.string(),
  to: z.string().nullable(),
})
export type UnitShape = z.infer<typeof unitShape>

const shortName = z.string().trim().max(100).nullable().default(null)
const symbol = z.string().trim().max(50).nullable().default(null)
const orderNo = z.int().min(0).max(100_000)
const areaMarks = z
  .array(z.enum(AREA_MARKS))
  .max(AREA_MARKS.length)
  .transform((marks) => AREA_MARKS.filter((mark) => marks.includes(mark)))

/** What is said of a unit beside its name; what nobody has said yet may be left out. */
export const unitDescription = {
  kind: z.enum(UNIT_KINDS).default('other'),
  level: z.enum(UNIT_LEVELS).nullable().default(null),
  legalPerson: z.boolean().default(false),
  beside: z.boolean().default(false),
  areaMarks: areaMarks.default([]),
}

/** A unit as it is entered. */
export const newUnit = {
  id,
  name: line(300, 'tên đơn vị'),
  shortName,
  symbol,
  ...unitDescription,
  parentId: id,
  orderNo: orderNo.default(0),
}

export const unitNames = { name: line(300, 'tên đơn vị'), shortName, symbol }

const newUnitShape = z.object(newUnit)

/** What happened to units; the kinds of `UnitChange` in the domain. */
export const unitChange = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('created'), unit: newUnitShape }),
  z.object({ kind: z.literal('renamed'), unitId: id, ...unitNames }),
  z.object({
    kind: z.literal('moved'),
    unitId: id,
    parentId: id,
    orderNo: orderNo.default(0),
    name: line(300, 'tên đơn vị').optional(),
  }),
  z.object({
    kind: z.literal('changed'),
    unitId: id,
    values: z.object({ ...unitDescription, orderNo }),
  }),
  z.object({
    kind: z.literal('merged'),
    unitIds: z.array(id).min(1, { error: 'Chọn các đơn vị được nhập lại' }).max(500),
    into: z.union([z.object({ unit: newUnitShape }), z.object({ unitId: id })]),
  }),
  z.object({
    kind: z.literal('split'),
    unitId: id,
    into: z.array(newUnitShape).min(1, { error: 'Nhập đơn vị mới' }).max(50),
    stays: z.boolean(),
  }),
  z.object({ kind: z.literal('dissolved'), unitId: id }),
])

/** The paper an event rests on. */
export const legalDocument = z.object({
  kind: line(100, 'loại văn bản'),
  number: line(100, 'số, ký hiệu'),
  issuedOn: day,
  issuer: line(300, 'cơ quan ban hành'),
  title: z.string().trim().max(500).nullable().default(null),
})

const many = 20_000
/** What was chosen of what follows; what is not named follows as suggested. */
export const eventChoices = z.object({
  posts: z
    .array(z.object({ postId: id, toUnitId: id.nullable(), grantIds: z.array(id).max(50) }))
    .max(many)
    .default([]),
  obligations: z
    .array(z.object({ obligationId: id, toUnitIds: z.array(id).max(50) }))
    .max(many)
    .default([]),
  parents: z
    .array(z.object({ unitId: id, parentId: id }))
    .max(many)
    .default([]),
})

export const unitEvent = z.object({
  id,
  on: day,
  change: unitChange,
  document: legalDocument.nullable().default(null),
  note: z.string().trim().max(1000).nullable().default(null),
  choices: eventChoices.default({ posts: [], obligations: [], parents: [] }),
})

export const unitEventShape = z.object({
  id: z.string(),
  kind: z.string(),
  on: z.string(),
  /** «Hợp nhất từ xã A, xã B theo Nghị quyết số … ngày …». */
  words: z.string(),
  note: z.string().nullable(),
  enteredByName: z.string(),
  enteredAt: z.string(),
  /** Its day lies ahead: posts are dated, obligations and lists follow on the day. */
  ahead: z.boolean(),
  takenBack: z.object({ byName: z.string(), at: z.string(), reason: z.string() }).nullable(),
  actions: z.partialRecord(z.enum(['take-back']), z.object({ whyNot: z.string().nullable() })),
})
