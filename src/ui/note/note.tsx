import type { ReactNode } from 'react'
import { Acts } from '../button/button.tsx'
import { Glyph, type IconChoice } from '../icon/glyph.tsx'
import type { IconName } from '../icon/icons.ts'
import type { Tone } from '../theme/theme.ts'
import classes from './note.module.css'

const ICON_OF: Record<Tone, IconName> = {
  cham: 'info-circle',
  son: 'alert-triangle',
  cam: 'alert-triangle',
  luc: 'circle-check',
  tim: 'user-question',
  xam: 'info-circle',
}

export type NoteProps = {
  tone: Tone
  icon?: IconChoice
  /** What happened. */
  title?: ReactNode
  /** The title's heading level; without it the title is bold text. */
  level?: 2 | 3
  /** What to do. */
  children?: ReactNode
  acts?: ReactNode
  /** Read out at once: for what has just gone wrong. */
  alert?: boolean
  id?: string
}

/** A note in place: a tone, an icon, what happened, what to do. */
export function Note({ tone, icon, title, level, children, acts, alert, id }: NoteProps) {
  const Title = level === undefined ? 'p' : (`h${level}` as const)
  return (
    <div className={classes.note} data-tone={tone} role={alert ? 'alert' : undefined} id={id}>
      <Glyph icon={icon ?? ICON_OF[tone]} className={classes.icon} />
      <div className={classes.words}>
        {title && <Title className={classes.title}>{title}</Title>}
        {children && <div className={classes.text}>{children}</div>}
        {acts && (
          <div className={classes.acts}>
            <Acts>{acts}</Acts>
          </div>
        )}
      </div>
    </div>
  )
}
