import { Link } from '../link/link.tsx'
import classes from './shell.module.css'

/** The mark, the product's name, the organisation's name: a link home. */
export function Brand({ organisation, href }: { organisation?: string; href: string }) {
  return (
    <Link className={classes.brand} href={href}>
      <svg className={classes.sign} viewBox="0 0 32 32" aria-hidden="true">
        <rect width="32" height="32" rx="7" fill="#ab231b" />
        <path
          d="M8 21.5 16 13.5l8 8"
          fill="none"
          stroke="#fff"
          strokeWidth="3"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
        <circle cx="16" cy="7.6" r="2.1" fill="#f0c95a" />
      </svg>
      <span>
        <b>Thi Đua</b>
        {organisation && <small>{organisation}</small>}
      </span>
    </Link>
  )
}
