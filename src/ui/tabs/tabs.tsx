import { type ReactNode, useEffect, useRef } from 'react'
import { Link } from '../link/link.tsx'
import classes from './tabs.module.css'

export type Tab = { href: string; word: ReactNode; count?: number }

/** Parts of one thing as links: each has an address of its own. `current` is the href of the open one. */
export function Tabs({ label, tabs, current }: { label: string; tabs: readonly Tab[]; current: string }) {
  const row = useRef<HTMLElement>(null)
  // on a phone the row scrolls: the open one is brought into sight
  // biome-ignore lint/correctness/useExhaustiveDependencies: which one is open is read from the page
  useEffect(() => {
    const open = row.current?.querySelector<HTMLElement>('[aria-current]')
    if (row.current && open) row.current.scrollLeft = open.offsetLeft - (row.current.clientWidth - open.offsetWidth) / 2
  }, [current])
  return (
    <nav ref={row} className={classes.tabs} aria-label={label} data-print="hide">
      {tabs.map((tab) => (
        <Link key={tab.href} href={tab.href} aria-current={tab.href === current ? 'page' : undefined}>
          {tab.word}
          {tab.count !== undefined && <span className={classes.count}>{tab.count}</span>}
        </Link>
      ))}
    </nav>
  )
}
