import { unitOptions } from '../../../organisation/web/index.ts'

type Unit = Parameters<typeof unitOptions>[0][number]
type Option = { value: string; label: string }

/** The units a person may note an example for: his own first, then every other one below those he keeps, set in as their tree is. */
export function noteUnits(
  own: readonly { id: string; name: string }[],
  below: readonly string[],
  tree: readonly Unit[],
): Option[] {
  const parents = new Map(tree.map((unit) => [unit.id, unit.parentId]))
  const kept = new Set(below)
  const isKept = (id: string | null): boolean => id !== null && (kept.has(id) || isKept(parents.get(id) ?? null))
  const first = new Set(own.map((unit) => unit.id))
  return [
    ...own.map((unit) => ({ value: unit.id, label: unit.name })),
    ...unitOptions(tree.filter((unit) => isKept(unit.id))).filter((option) => !first.has(option.value)),
  ]
}
