import { z } from 'zod'

/** Dates in facts are as precise as the paper: `2022`, `2022-01`, `2022-01-19`, yearly `--11-20`. */
const paperDate = z
  .string()
  .regex(/^(\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?|--(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)$/, {
    error: 'Không có ngày này trong lịch. Nhập ngày/tháng/năm, tháng/năm hoặc năm',
  })
  .refine(existsInCalendar, { error: 'Không có ngày này trong lịch. Nhập ngày/tháng/năm, tháng/năm hoặc năm' })
  .nullable()

function existsInCalendar(text: string): boolean {
  const [year, month, day] = text.startsWith('--') ? ['2024', text.slice(2, 4), text.slice(5, 7)] : text.split('-')
  if (!day) return true
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  return date.getUTCDate() === Number(day)
}

const text = (max: number) =>
  z
    .string()
    .trim()
    .min(1, { error: 'Nhập nội dung' })
    .max(max, { error: `Dài quá ${max} ký tự` })
const textOrNone = (max: number) =>
  z
    .string()
    .trim()
    .max(max, { error: `Dài quá ${max} ký tự` })
    .nullable()

/** One shape per kind of fact. Single facts hold `{ text }`; a fact with `text: null` was not found. */
export const factSchemas = {
  docType: z.object({ text: textOrNone(40) }),
  number: z.object({ text: textOrNone(100) }),
  issuer: z.object({ text: textOrNone(300) }),
  superior: z.object({ text: textOrNone(300) }),
  place: z.object({ text: textOrNone(100) }),
  date: z.object({ date: paperDate }),
  subject: z.object({ text: textOrNone(1000) }),
  theme: z.object({ text: textOrNone(1000) }),
  signer: z.object({ name: textOrNone(200), title: textOrNone(300) }),
  legalBasis: z.object({
    type: text(60),
    number: textOrNone(100),
    date: paperDate,
    issuer: textOrNone(300),
    title: textOrNone(1000),
  }),
  movement: z.object({ name: text(500) }),
  period: z.object({
    name: text(300),
    start: paperDate,
    end: paperDate,
    reviewDeadline: paperDate,
    relation: z.enum(['before', 'by']).nullable(),
  }),
  commemoration: z.object({
    name: text(500),
    years: z.number().int().min(0).max(5000).nullable(),
    date: paperDate,
    origin: paperDate,
  }),
  target: z.object({
    subject: z.enum(['collective', 'individual', 'unit']),
    text: text(1500),
    comparator: z.enum(['>=', '=', '<=', 'rank<=', '>', '<']).nullable(),
    value: z.number().nullable(),
    max: z.number().nullable(),
    unit: textOrNone(60),
    of: textOrNone(500),
    award: textOrNone(500),
  }),
  task: z.object({
    assignee: textOrNone(500),
    text: text(3000),
    deadline: paperDate,
    relation: z.enum(['before', 'by']).nullable(),
  }),
  deadline: z.object({
    what: text(1500),
    date: paperDate,
    relation: z.enum(['before', 'by']).nullable(),
    recipient: textOrNone(500),
  }),
  recipient: z.object({ name: text(500) }),
} as const

export type FactKind = keyof typeof factSchemas

export const FACT_KINDS = Object.keys(factSchemas) as [FactKind, ...FactKind[]]

/** Facts of which a document has exactly one. */
export const SINGLE_KINDS = [
  'docType',
  'number',
  'issuer',
  'superior',
  'place',
  'date',
  'subject',
  'theme',
] as const satisfies readonly FactKind[]

export function isSingle(kind: FactKind): boolean {
  return (SINGLE_KINDS as readonly FactKind[]).includes(kind)
}

/** On the wire a value is any object of plain members; `factSchemas[kind]` judges it on the server. */
export const factValue = z.record(z.string(), z.union([z.string(), z.number(), z.null()]))
export type WireFactValue = z.infer<typeof factValue>
