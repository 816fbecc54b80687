import { type ReactNode, useEffect } from 'react'
import { Acts } from '../button/button.tsx'
import { Link } from '../link/link.tsx'
import classes from './page-header.module.css'

export type Crumb = { href: string; word: string }

export type PageHeaderProps = {
  /** The page's only h1, and the browser tab's title. */
  title: string
  crumbs?: readonly Crumb[]
  /** One sentence under the title. */
  lead?: ReactNode
  /** Buttons and filled status words, right of the title. */
  acts?: ReactNode
}

/** The head of every page: where we are, what this is, what can be done with the whole of it. */
export function PageHeader({ title, crumbs, lead, acts }: PageHeaderProps) {
  useEffect(() => {
    document.title = `${title} – Thi Đua`
  }, [title])
  return (
    <div className={classes.head}>
      <div className={classes.words}>
        {crumbs && crumbs.length > 0 && (
          <nav aria-label="Đường dẫn" data-print="hide">
            <ol className={classes.crumbs}>
              {crumbs.map((crumb) => (
                <li key={crumb.href}>
                  <Link href={crumb.href}>{crumb.word}</Link>
                </li>
              ))}
            </ol>
          </nav>
        )}
        <h1>{title}</h1>
        {lead && <p>{lead}</p>}
      </div>
      {acts && <Acts>{acts}</Acts>}
    </div>
  )
}
