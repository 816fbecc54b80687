/** What can be chosen in a tree: a unit and those under it. */
export type TreeNode = {
  id: string
  name: string
  sub?: string
  /** May be looked at but not chosen: the reason, in words. */
  barred?: string
  children?: readonly TreeNode[]
}

/** Every id that may be chosen, in the order shown. */
export function choosable(nodes: readonly TreeNode[]): string[] {
  return nodes.flatMap((node) => [...(node.barred === undefined ? [node.id] : []), ...choosable(node.children ?? [])])
}

export type Presence = 'none' | 'some' | 'all'

/** Whether a node and those under it are chosen: none of them, some, all. */
export function presence(node: TreeNode, chosen: ReadonlySet<string>): Presence {
  const ids = choosable([node])
  const count = ids.filter((id) => chosen.has(id)).length
  if (count === 0) return 'none'
  return count === ids.length ? 'all' : 'some'
}

/** Chooses a node with all under it, or takes them all out when all are in. */
export function toggleBranch(node: TreeNode, chosen: ReadonlySet<string>): Set<string> {
  const next = new Set(chosen)
  const takeOut = presence(node, chosen) === 'all'
  for (const id of choosable([node])) {
    if (takeOut) next.delete(id)
    else next.add(id)
  }
  return next
}

/** Chooses or takes out the one node alone. */
export function toggleOne(id: string, chosen: ReadonlySet<string>): Set<string> {
  const next = new Set(chosen)
  if (!next.delete(id)) next.add(id)
  return next
}

/** The nodes whose name, or that of one under them, matches; the rest is left out. `matches` gets the name. */
export function filterTree(nodes: readonly TreeNode[], matches: (name: string) => boolean): TreeNode[] {
  return nodes.flatMap((node) => {
    const children = filterTree(node.children ?? [], matches)
    return matches(node.name) || children.length > 0 ? [{ ...node, children }] : []
  })
}
