import type { RefusalCode } from '../../kernel/refusals.ts'
import type { Refusal } from '../../kernel/result.ts'
import { refusal } from '../../kernel/result.ts'

/** Carries a refusal out of the middle of a stream; caught where the reading began, never let out of this folder. */
export class Refused extends Error {
  readonly refusal: Refusal
  constructor(code: RefusalCode, values: Record<string, string | number> = {}) {
    super(`refused: ${code}`)
    this.refusal = refusal(code, values)
  }
}
