import { z } from 'zod'
import { NOT_RATED, RATING_LEVELS } from './domain/levels.ts'

export const TAG = 'Xếp loại, kỷ luật'
export const words = (max: number, what: string) =>
  z
    .string()
    .trim()
    .max(max, { error: `${what} dài quá ${max} ký tự. Rút ngắn lại` })
export const optionalWords = (max: number, what: string) =>
  words(max, what)
    .nullable()
    .default(null)
    .transform((text) => text || null)

export const periodKind = z.enum(['calendar-year', 'school-year'])
export const periodShape = z.object({
  id: z.string(),
  code: z.string(),
  kind: periodKind,
  from: z.string(),
  to: z.string(),
})
export type PeriodShape = z.infer<typeof periodShape>

export const level = z.enum(RATING_LEVELS)
export const notRated = z.enum(NOT_RATED)
export const rated = { level: level.nullable(), notRated: notRated.nullable(), note: z.string() }
