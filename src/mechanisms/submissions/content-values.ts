import { z } from 'zod'
import { day, id } from '../../platform/contract/shapes.ts'

const whole = z.int({ error: 'Nhập số nguyên' })
const note = z.string().max(2000, { error: 'Ghi chú dài quá 2.000 ký tự. Rút ngắn lại' }).default('')

/** What a unit writes on one line of a report. `null` is not yet filled in: said, never counted as zero. */
const lineValue = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('count'), count: whole.nullable(), note }),
  z.object({ kind: z.literal('share'), numerator: whole.nullable(), denominator: whole.nullable(), note }),
  z.object({ kind: z.literal('amount'), amount: whole.nullable(), note }),
  z.object({ kind: z.literal('yes-no'), yes: z.boolean().nullable(), note }),
  z.object({ kind: z.literal('narrative'), text: z.string().max(20_000) }),
  z.object({
    kind: z.literal('list'),
    items: z
      .array(
        z.object({
          kind: z.enum(['example', 'initiative', 'praised']),
          who: z.string().max(300),
          what: z.string().max(4000),
        }),
      )
      .max(200, { error: 'Nhiều nhất 200 dòng' }),
  }),
])

const figure = z.int({ error: 'Nhập số nguyên' }).min(0, { error: 'Nhập số từ 0' }).max(1_000_000)

/** Quán triệt: when, in what form, how many of how many. As typed while drafting; complete when it is sent. */
export const disseminationContent = z.object({
  kind: z.literal('dissemination'),
  heldOn: day.nullable(),
  form: z.enum(['meeting', 'integrated', 'document', 'online']).nullable(),
  formNote: z.string().max(500).default(''),
  attended: figure.nullable(),
  total: figure.nullable(),
  note: z.string().max(4000).default(''),
})

/** What was done of a task, and when. */
export const completionContent = z.object({
  kind: z.literal('completion'),
  done: z.string().max(8000).default(''),
  doneOn: day.nullable(),
  note: z.string().max(4000).default(''),
})

/** A report: its lines under the keys of its form, each with the papers that prove it. */
export const reportContent = z.object({
  kind: z.literal('report'),
  formVersion: z.int().min(1),
  lines: z.record(z.string().min(1).max(80), z.object({ value: lineValue, fileIds: z.array(id).max(50) })),
})

/** What travels, by its kind. What a unit writes of a report is saved line by line; the others are saved whole. */
export const submissionContent = z.discriminatedUnion('kind', [disseminationContent, completionContent, reportContent])
export type SubmissionContent = z.infer<typeof submissionContent>
export type ContentOf<K extends SubmissionContent['kind']> = Extract<SubmissionContent, { kind: K }>
