import { z } from 'zod'

const whole = z.int({ error: 'Nhập số nguyên' })
const note = z.string().max(2000, { error: 'Ghi chú dài quá 2.000 ký tự. Rút ngắn lại' }).default('')

/** What a unit writes on one line of a report. `null` is not yet filled in: said, never counted as zero. */
export const lineValue = z.discriminatedUnion('kind', [
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
