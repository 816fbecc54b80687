/**
 * What people do wrong is an answer, not an exception: a use case returns `Result`, and throws only for what we did wrong.
 * The words belong to the catalogue (`refusals.ts`), so that one code has one status and one Vietnamese sentence everywhere.
 */
import type { RefusalCode } from './refusals.ts'

export type Refusal = {
  readonly code: RefusalCode
  /** Values for the `{name}` places of the sentence, already written for people. */
  readonly values: Readonly<Record<string, string>>
  /** Where in the input it went wrong, as a path, when it did at one place: `number`, `units.3.name`. */
  readonly field?: string
  /** What the screen needs to offer the next act (for a clash: the value that is there now). JSON. */
  readonly data?: unknown
}

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal }

export function ok<T>(value: T): Result<T> {
  return { ok: true, value }
}

export function refusal(
  code: RefusalCode,
  values: Record<string, string | number> = {},
  more: { field?: string; data?: unknown } = {},
): Refusal {
  const written = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]))
  return { code, values: written, ...more }
}

export function refuse(
  code: RefusalCode,
  values: Record<string, string | number> = {},
  more: { field?: string; data?: unknown } = {},
): { readonly ok: false; readonly refusal: Refusal } {
  return { ok: false, refusal: refusal(code, values, more) }
}
