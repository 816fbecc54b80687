import { type ReactNode, useId } from 'react'
import { cx } from '../theme/class-names.ts'
import classes from './panel.module.css'

export type PanelProps = {
  title?: ReactNode
  /** Grey beside the title: a number, «theo 7/9 báo cáo». */
  count?: ReactNode
  /** Right of the title: links, small buttons, a status. */
  acts?: ReactNode
  /** The accessible name when there is no title. */
  label?: string
  /** No padding: rows and tables bring their own. */
  flush?: boolean
  level?: 2 | 3
  id?: string
  busy?: boolean
  children?: ReactNode
}

/** A white panel with a one-pixel edge: lines part its rows, never boxes in boxes. */
export function Panel({ title, count, acts, label, flush, level = 2, id, busy, children }: PanelProps) {
  const headingId = useId()
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <section
      className={classes.panel}
      id={id}
      aria-busy={busy || undefined}
      aria-labelledby={title ? headingId : undefined}
      aria-label={title ? undefined : label}
    >
      {title && (
        <div className={classes.head}>
          <Heading id={headingId} className={classes.title}>
            {title}
            {count !== undefined && <span className={classes.count}>{count}</span>}
          </Heading>
          {acts}
        </div>
      )}
      {flush ? children : children && <div className={classes.body}>{children}</div>}
    </section>
  )
}

/** The padded part of a flush panel, where rows and prose share one. */
export function PanelBody({ children, line }: { children: ReactNode; line?: boolean }) {
  return <div className={cx(classes.body, line && classes.line)}>{children}</div>
}
