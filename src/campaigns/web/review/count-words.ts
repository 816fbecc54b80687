import type { FactShape } from '../../../mechanisms/documents/contract.ts'

/** How many stand; nothing when there is none. */
export function countWords(facts: readonly FactShape[]): string | undefined {
  const standing = facts.filter((fact) => fact.state !== 'removed').length
  return standing === 0 ? undefined : String(standing)
}
