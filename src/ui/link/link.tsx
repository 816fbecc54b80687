import type { AnchorHTMLAttributes, MouseEvent } from 'react'
import { cx } from '../theme/class-names.ts'
import classes from './link.module.css'
import { useNavigation } from './navigation.tsx'

export type LinkProps = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> & {
  href: string
  /** A row's or card's title: ink-coloured, bold, underlined on hover. */
  strong?: boolean
}

/** A link inside the house goes through the router; one with `download`, `target` or to `/api/`, `/cong-khai/` through the browser. */
export function Link({ href, strong, className, onClick, onPointerEnter, ...others }: LinkProps) {
  const navigation = useNavigation()
  const inside = isInside(href) && others.download === undefined && others.target === undefined
  const press = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event)
    if (!inside || event.defaultPrevented || event.button !== 0) return
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    navigation.go(href)
  }
  return (
    <a
      {...others}
      href={href}
      className={cx(strong && classes.strong, className)}
      onClick={press}
      onPointerEnter={(event) => {
        onPointerEnter?.(event)
        if (inside) navigation.prepare?.(href)
      }}
    />
  )
}

function isInside(href: string): boolean {
  return (href.startsWith('/') || href.startsWith('?')) && !href.startsWith('/api/') && !href.startsWith('/cong-khai')
}
