import type { ComponentType, SVGAttributes } from 'react'
import { cx } from '../theme/class-names.ts'
import classes from './glyph.module.css'
import { ICONS, type IconName } from './icons.ts'

export type IconComponent = ComponentType<
  Pick<SVGAttributes<SVGSVGElement>, 'className' | 'aria-hidden'> & { stroke?: string | number }
>
/** A name of our list, or a Tabler component. */
export type IconChoice = IconName | IconComponent

/** An outline icon, always beside a word or inside something with an accessible name: hidden from screen readers. */
export function Glyph({
  icon,
  size = 'm',
  className,
}: {
  icon: IconChoice
  size?: 's' | 'm' | 'l'
  className?: string
}) {
  const Drawing: IconComponent = typeof icon === 'string' ? ICONS[icon] : icon
  return <Drawing stroke={1.75} aria-hidden className={cx(classes.glyph, classes[size], className)} />
}
