import { unitBranches } from '../../organisation/web/index.ts'
import type { TreeNode } from '../../ui/index.ts'

type Unit = { id: string; name: string; parentId: string | null; orderNo: number }
type Branch = ReturnType<typeof unitBranches<Unit>>[number]

/** The units that one unit may give work to: everything below it; the giver itself is only the trunk. */
export function receiverNodes(units: readonly Unit[], giverId: string): TreeNode[] {
  const giver = find(unitBranches(units), giverId)
  return giver ? giver.children.map(node) : []
}

function find(branches: readonly Branch[], id: string): Branch | undefined {
  for (const branch of branches) {
    const found = branch.unit.id === id ? branch : find(branch.children, id)
    if (found) return found
  }
  return undefined
}

function node({ unit, children }: Branch): TreeNode {
  return { id: unit.id, name: unit.name, children: children.map(node) }
}
