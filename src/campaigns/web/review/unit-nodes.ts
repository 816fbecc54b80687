import type { TreeNode } from '../../../ui/index.ts'

type Unit = { id: string; name: string; parentId: string | null; orderNo: number; people: number }

/**
 * The tree of units as it is chosen from, in protocol order. The organisation itself is only the trunk: it sends, its units
 * receive; it may be chosen only where it has no units.
 */
export function unitNodes(units: readonly Unit[]): TreeNode[] {
  const ids = new Set(units.map((unit) => unit.id))
  const under = new Map<string | null, Unit[]>()
  for (const unit of units) {
    const parent = unit.parentId !== null && ids.has(unit.parentId) ? unit.parentId : null
    under.set(parent, [...(under.get(parent) ?? []), unit])
  }
  const node = (unit: Unit): TreeNode => {
    const children = (under.get(unit.id) ?? []).sort(byOrder).map(node)
    const trunk = unit.parentId === null && children.length > 0
    return { id: unit.id, name: unit.name, barred: trunk ? 'Cơ quan phát động' : undefined, children }
  }
  return (under.get(null) ?? []).sort(byOrder).map(node)
}

function byOrder(a: Unit, b: Unit): number {
  return a.orderNo - b.orderNo || a.name.localeCompare(b.name, 'vi')
}
