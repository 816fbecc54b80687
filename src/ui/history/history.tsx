import type { ReactNode } from 'react'
import { Glyph, type IconChoice } from '../icon/glyph.tsx'
import type { Tone } from '../theme/theme.ts'
import classes from './history.module.css'

export type HistoryEntry = {
  id: string
  tone: Tone
  icon: IconChoice
  /** What was done. */
  title: ReactNode
  /** Who, when: «Lê Thị Hoa, 15:10, 18/11/2024». */
  sub?: ReactNode
  /** A reason, a quotation. */
  body?: ReactNode
}

/** What happened to one thing, newest first. */
export function History({ entries, label }: { entries: readonly HistoryEntry[]; label?: string }) {
  return (
    <ol className={classes.history} aria-label={label ?? 'Quá trình'}>
      {entries.map((entry) => (
        <li key={entry.id} data-tone={entry.tone}>
          <Glyph icon={entry.icon} />
          <div>
            {entry.title}
            {entry.sub && <small>{entry.sub}</small>}
            {entry.body && <div className={classes.body}>{entry.body}</div>}
          </div>
        </li>
      ))}
    </ol>
  )
}
