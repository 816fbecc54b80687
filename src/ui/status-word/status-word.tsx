import { Glyph, type IconChoice } from '../icon/glyph.tsx'
import { cx } from '../theme/class-names.ts'
import type { Tone } from '../theme/theme.ts'
import classes from './status-word.module.css'

/** A state: colour, icon and word. Take one away and the other two still say it. */
export type Status = { readonly tone: Tone; readonly icon: IconChoice; readonly word: string }

/** `filled` for one that stands alone, in a page's head. */
export function StatusWord({ tone, icon, word, filled, small }: Status & { filled?: boolean; small?: boolean }) {
  return (
    <span className={cx(classes.status, filled && classes.filled, small && classes.small)} data-tone={tone}>
      <Glyph icon={icon} />
      {word}
    </span>
  )
}
