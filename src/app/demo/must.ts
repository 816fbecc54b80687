import { refusalSentence } from '../../kernel/refusals.ts'
import type { Result } from '../../kernel/result.ts'

/** What the sample world does is allowed; where it is not, the world is wrong and the start stops, saying why. */
export async function must<T>(result: Promise<Result<T>>): Promise<T> {
  const settled = await result
  if (settled.ok) return settled.value
  const { code, values, field } = settled.refusal
  throw new Error(
    `the sample world was refused (${code}${field ? `, ${field}` : ''}): ${refusalSentence(code, values)}`,
  )
}
