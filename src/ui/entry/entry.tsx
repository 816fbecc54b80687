import type { ReactNode } from 'react'
import { Glyph } from '../icon/glyph.tsx'
import { Brand } from '../shell/brand.tsx'
import classes from './entry.module.css'

/** A page before the house: sign-in, first set-up. A form on the left; beside it what helps, when there is any. */
export function EntryPage({
  organisation,
  children,
  aside,
}: {
  organisation?: string
  children: ReactNode
  aside?: ReactNode
}) {
  return (
    <div className={classes.page} data-alone={aside === undefined || undefined}>
      <main id="noi-dung" tabIndex={-1} className={classes.main}>
        <div className={classes.brand}>
          <Brand organisation={organisation} href="/" />
        </div>
        <div className={classes.body}>{children}</div>
      </main>
      {aside && <aside className={classes.aside}>{aside}</aside>}
    </div>
  )
}

export type EntryPerson = { id: string; name: string; sub: string; onPress: () => void }

/** People to sign in as, in the demo: one press each. */
export function EntryPeople({ people, label }: { people: readonly EntryPerson[]; label: string }) {
  return (
    <ul className={classes.people} aria-label={label}>
      {people.map((person) => (
        <li key={person.id}>
          <button type="button" onClick={person.onPress}>
            <Avatar name={person.name} />
            <span>
              <b>{person.name}</b>
              <small>{person.sub}</small>
            </span>
            <Glyph icon="chevron-right" />
          </button>
        </li>
      ))}
    </ul>
  )
}

/** The first letter of the given name on a tinted ground. */
export function Avatar({ name }: { name: string }) {
  return (
    <span className={classes.avatar} aria-hidden>
      {name.trim().split(/\s+/).at(-1)?.charAt(0)}
    </span>
  )
}
