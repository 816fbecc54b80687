import type { SubmissionKindName } from './kinds.ts'

/** What was written, as far as it can be taken apart. */
export type Whole = {
  content: { readonly kind: SubmissionKindName }
  files: readonly { readonly id: string }[]
}

/** What hangs on the whole, where it does not hang on a line. */
export const FILES_PART = 'fileIds'

/**
 * The pieces that are judged and compared one by one: of a report its lines, each with its papers; of the others their fields, and the
 * papers together. Each piece is given as text in which the same always reads the same.
 */
export function partsOf({ content, files }: Whole): Map<string, string> {
  if ('lines' in content) {
    return new Map(Object.entries(content.lines as object).map(([key, said]) => [key, JSON.stringify(inOrder(said))]))
  }
  const fields = Object.entries(content).filter(([name]) => name !== 'kind')
  return new Map([
    ...fields.map(([name, said]): [string, string] => [name, JSON.stringify(inOrder(said))]),
    [FILES_PART, JSON.stringify(files.map((file) => file.id))],
  ])
}

export type PartChange = { key: string; change: 'added' | 'changed' | 'removed' }

/** What is different in a sending since the one before it, piece by piece; in the order of the newer one. */
export function changesBetweenSendings(before: Whole, after: Whole): PartChange[] {
  const [was, is] = [partsOf(before), partsOf(after)]
  const changes: PartChange[] = []
  for (const [key, said] of is) {
    const old = was.get(key)
    if (old === undefined) changes.push({ key, change: 'added' })
    else if (old !== said) changes.push({ key, change: 'changed' })
  }
  for (const key of was.keys()) if (!is.has(key)) changes.push({ key, change: 'removed' })
  return changes
}

/** The same value with the names of every object in order: stored JSON does not keep the order it was written in. */
export function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, inner]) => [name, inOrder(inner)]),
  )
}
