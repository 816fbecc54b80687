import type { ButtonHTMLAttributes, MouseEvent, ReactNode, Ref } from 'react'
import { Glyph, type IconChoice } from '../icon/glyph.tsx'
import { Link } from '../link/link.tsx'
import { cx } from '../theme/class-names.ts'
import { VisuallyHidden } from '../theme/visually-hidden.tsx'
import classes from './button.module.css'

/** `primary`: at most one a screen · `outline` the rest · `subtle` beside one of these · `text` under or inside words · `danger` what takes away. */
export type ButtonKind = 'primary' | 'outline' | 'subtle' | 'text' | 'danger'

type Look = {
  kind?: ButtonKind
  /** `s` inside tables and rows. */
  size?: 's' | 'm' | 'l'
  icon?: IconChoice
  /** Only the icon is seen; the children stay as its accessible name and tooltip. */
  square?: boolean
  /** Fills the width it is given. */
  wide?: boolean
  className?: string
  children: ReactNode
}

export type ButtonProps = Look &
  Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children' | 'className' | 'disabled'> & {
    /** The act is under way: the word stays, a second press does nothing. */
    busy?: boolean
    ref?: Ref<HTMLButtonElement>
  }

function inside({ icon, square, children }: Look) {
  return (
    <>
      {icon && <Glyph icon={icon} />}
      {square ? <VisuallyHidden>{children}</VisuallyHidden> : children}
    </>
  )
}

function look({ kind = 'outline', size = 'm', square, wide, className }: Look) {
  return cx(classes.button, classes[kind], classes[size], square && classes.square, wide && classes.wide, className)
}

/** Verb and thing: «Gửi báo cáo». There is no `disabled`: press, and be told why not. */
export function Button({
  kind,
  size,
  icon,
  square,
  wide,
  className,
  children,
  busy,
  onClick,
  ref,
  ...others
}: ButtonProps) {
  const shown = { kind, size, icon, square, wide, className, children }
  return (
    <button
      type="button"
      title={square && typeof children === 'string' ? children : undefined}
      {...others}
      ref={ref}
      className={look(shown)}
      aria-busy={busy || undefined}
      onClick={busy ? swallow : onClick}
    >
      {inside(shown)}
    </button>
  )
}

/** A submit button under way must not send its form a second time. */
function swallow(event: MouseEvent) {
  event.preventDefault()
}

export type ButtonLinkProps = Look & {
  href: string
  download?: boolean | string
  target?: string
  onClick?: () => void
}

/** Looks like a button, is a link: it goes somewhere and changes nothing. */
export function ButtonLink({ kind, size, icon, square, wide, className, children, ...others }: ButtonLinkProps) {
  const shown = { kind, size, icon, square, wide, className, children }
  return (
    <Link {...others} className={look(shown)} title={square && typeof children === 'string' ? children : undefined}>
      {inside(shown)}
    </Link>
  )
}

/** Buttons side by side, wrapping; `end` sets them to the right. */
export function Acts({ children, end }: { children: ReactNode; end?: boolean }) {
  return (
    <div className={cx(classes.acts, end && classes.end)} data-print="hide">
      {children}
    </div>
  )
}
