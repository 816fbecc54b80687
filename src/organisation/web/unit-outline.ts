import type { Option } from '../../ui/field/select-field.tsx'

type Unit = { id: string; name: string; parentId: string | null; orderNo: number }

export type Branch<One> = { unit: One; children: Branch<One>[] }

/** The units as a tree; the list comes in protocol order. A unit whose parent is not in the list stands at the top. */
export function unitBranches<One extends Unit>(units: readonly One[]): Branch<One>[] {
  const known = new Set(units.map((unit) => unit.id))
  const under = Map.groupBy(units, (unit) =>
    unit.parentId !== null && known.has(unit.parentId) ? unit.parentId : null,
  )
  const branches = (parent: string | null): Branch<One>[] =>
    (under.get(parent) ?? []).map((unit) => ({ unit, children: branches(unit.id) }))
  return branches(null)
}

/** The tree as choices of one list, each set in under the one above it. */
export function unitOptions(units: readonly Unit[]): Option[] {
  const options = (branches: readonly Branch<Unit>[], depth: number): Option[] =>
    branches.flatMap(({ unit, children }) => [
      { value: unit.id, label: '\u2003'.repeat(depth) + unit.name },
      ...options(children, depth + 1),
    ])
  return options(unitBranches(units), 0)
}

/** The order number that sets a new unit behind those already under the same parent. */
export function nextOrderNo(units: readonly Unit[], parentId: string): number {
  const taken = units.filter((unit) => unit.parentId === parentId).map((unit) => unit.orderNo)
  return Math.max(0, ...taken) + 1
}
