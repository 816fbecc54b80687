import { z } from 'zod'
import { parsePlainDate } from '../../kernel/plain-date.ts'
import { capital } from '../../kernel/vietnamese-text.ts'

/** Shapes that many contracts share. Dates are days in Việt Nam, `YYYY-MM-DD`; moments are ISO 8601 in UTC. */

export const id = z.uuid({ error: 'Mã không đúng dạng' }).transform((text) => text.toLowerCase())

const LAST_YEAR = '2200'

export const day = z
  .string()
  .refine((text) => parsePlainDate(text) !== undefined, {
    error: 'Không có ngày này trong lịch. Nhập ngày/tháng/năm',
    abort: true,
  })
  // Days are counted on from what is typed: none is so far that the calendar ends before the count does.
  .refine((text) => text >= '1000' && text < LAST_YEAR, { error: 'Năm phải từ 1000 đến 2199' })

/** Text a person typed on one line: trimmed, not empty, at most `max` characters. */
export function line(max: number, what: string) {
  return (
    z
      .string()
      .trim()
      .min(1, { error: `Nhập ${what}` })
      .max(max, { error: `${capital(what)} dài quá ${max} ký tự. Rút ngắn lại` })
      // biome-ignore lint/suspicious/noControlCharactersInRegex: PostgreSQL refuses NUL; the others never belong in a line
      .refine((text) => !/[\u0000-\u0008\u000B\u000C\u000E-\u001F]/.test(text), {
        error: `${capital(what)} có ký tự lạ. Gõ lại`,
      })
  )
}

export const search = z.string().trim().max(200).optional()
export const pageNumber = z.coerce.number().int().min(1).max(100_000).default(1)

/** What a person may do with a thing: absent = not his to see; `whyNot` = shown, and the reason said when pressed. */
export function actions<const Names extends readonly [string, ...string[]]>(names: Names) {
  return z.partialRecord(z.enum(names), z.object({ whyNot: z.string().nullable() }))
}

export const fileShape = z.object({ id: z.string(), name: z.string(), size: z.number(), mediaType: z.string() })

export const done = z.object({ done: z.literal(true) })
