import type { ReactNode } from 'react'
import { Link } from '../link/link.tsx'
import { type Status, StatusWord } from '../status-word/status-word.tsx'
import classes from './work-row.module.css'

export type WorkRowProps = {
  status: Status
  title: string
  /** Left out where the thing has no page of its own. */
  href?: string
  /** Grey line: the deadline in the plan's own words, where it comes from. */
  sub?: ReactNode
  /** One small button or button-link. */
  act?: ReactNode
}

/** Rows of work inside a flush panel. */
export function WorkList({ children }: { children: ReactNode }) {
  return <ul className={classes.list}>{children}</ul>
}

/** One thing to do or that waits: its state, its name, its next act. */
export function WorkRow({ status, title, href, sub, act }: WorkRowProps) {
  return (
    <li className={classes.row}>
      <StatusWord {...status} />
      <div className={classes.words}>
        {href === undefined ? (
          <b className={classes.title}>{title}</b>
        ) : (
          <Link strong href={href} className={classes.title}>
            {title}
          </Link>
        )}
        {sub && <div className={classes.sub}>{sub}</div>}
      </div>
      {act}
    </li>
  )
}

export type LadderProps = {
  /** How many of the four rungs are climbed: reminded, reminded after the day, superior told, written act. */
  climbed: 0 | 1 | 2 | 3 | 4
  word: string
}

/** How far urging has gone: four rungs and a word. */
export function Ladder({ climbed, word }: LadderProps) {
  return (
    <span className={classes.ladder}>
      <span className={classes.rungs} aria-hidden>
        {[1, 2, 3, 4].map((rung) => (
          <b key={rung} className={rung <= climbed ? classes.climbed : undefined} />
        ))}
      </span>
      {word}
    </span>
  )
}

/** A late thing below me: who, what, how late, how far urged, and the next urging. */
export function LateRow({
  title,
  href,
  sub,
  status,
  ladder,
  act,
}: WorkRowProps & { href: string; ladder?: LadderProps }) {
  return (
    <li className={classes.late}>
      <div className={classes.words}>
        <Link strong href={href}>
          {title}
        </Link>
        {sub && <div className={classes.sub}>{sub}</div>}
      </div>
      <StatusWord {...status} />
      {ladder ? <Ladder {...ladder} /> : <span />}
      {act}
    </li>
  )
}
