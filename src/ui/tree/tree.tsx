import type { ReactNode } from 'react'
import classes from './tree.module.css'

export type TreeItem = {
  id: string
  name: ReactNode
  /** Grey line under the name: statuses, counts. */
  sub?: ReactNode
  children?: readonly TreeItem[]
}

/** A tree that is only read. */
export function Tree({ items, label }: { items: readonly TreeItem[]; label: string }) {
  return (
    <ul className={classes.tree} aria-label={label}>
      {items.map((item) => (
        <Branch key={item.id} item={item} />
      ))}
    </ul>
  )
}

function Branch({ item }: { item: TreeItem }) {
  return (
    <li>
      {item.children && item.children.length > 0 ? <b>{item.name}</b> : item.name}
      {item.sub && <span className={classes.sub}>{item.sub}</span>}
      {item.children && item.children.length > 0 && (
        <ul>
          {item.children.map((child) => (
            <Branch key={child.id} item={child} />
          ))}
        </ul>
      )}
    </li>
  )
}
