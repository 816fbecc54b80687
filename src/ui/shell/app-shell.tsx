import { Menu } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { Button } from '../button/button.tsx'
import { Dialog } from '../dialog/dialog.tsx'
import { Avatar } from '../entry/entry.tsx'
import { Glyph, type IconChoice } from '../icon/glyph.tsx'
import { Link } from '../link/link.tsx'
import { cx } from '../theme/class-names.ts'
import { Brand } from './brand.tsx'
import classes from './shell.module.css'

export type NavItem = {
  href: string
  word: string
  /** For the phone's bar, where the word is too long: «Phong trào». */
  short?: string
  icon: IconChoice
  /** How many wait: «8 việc». */
  count?: number
  countNoun?: string
}
export type NavGroup = { title?: string; items: readonly NavItem[] }
/** One of several capacities to act in; the chosen one is marked. */
export type CapacityItem = { word: string; sub?: string; chosen: boolean; onPress: () => void }
export type PersonMenuItem = { word: string; icon?: IconChoice; onPress: () => void; danger?: boolean }
export type ShellPerson = {
  name: string
  /** The post in which he acts: «Văn phòng Sở». */
  post: string
  /** At the head of the menu: each post in full. */
  about?: readonly string[]
  /** Shown only where there is a choice: «Làm với tư cách». */
  capacities?: readonly CapacityItem[]
  menu: readonly PersonMenuItem[]
}

export type AppShellProps = {
  organisation: string
  /** Navigation by groups; only what works and what this person may open. */
  groups: readonly NavGroup[]
  /** The phone's bottom bar: three, the fourth («Thêm») opens the whole navigation. */
  phone: readonly NavItem[]
  /** The href of the open entry. */
  current: string | undefined
  person?: ShellPerson
  /** Right of the brand: «dữ liệu mẫu» and the demo's clock. */
  mark?: ReactNode
  /** Left of the person: bells, help. */
  topActs?: ReactNode
  /** The side navigation as a rail of icons, where the screen needs width. */
  rail?: boolean
  /** Above the page: offline, session about to end. */
  banner?: ReactNode
  children: ReactNode
}

/** The house: skip link, top bar, side navigation, the page, and on phones a bar at the bottom. */
export function AppShell({
  organisation,
  groups,
  phone,
  current,
  person,
  mark,
  topActs,
  rail,
  banner,
  children,
}: AppShellProps) {
  const [allOpen, setAllOpen] = useState(false)
  const home = groups[0]?.items[0]?.href ?? '/'
  return (
    <>
      <a className={classes.skip} href="#noi-dung">
        Đến nội dung chính
      </a>
      <div className={cx(classes.app, rail && classes.rail)}>
        <header className={classes.top} data-print="hide">
          <Brand organisation={organisation} href={home} />
          {mark && <div className={classes.mark}>{mark}</div>}
          <div className={classes.topActs}>
            {topActs}
            {person && <PersonMenu person={person} />}
          </div>
        </header>
        <nav className={classes.nav} aria-label="Chính" data-print="hide">
          <div>
            <NavGroups groups={groups} current={current} rail={rail} />
          </div>
        </nav>
        <main id="noi-dung" tabIndex={-1} className={classes.main}>
          {banner && <div className={classes.banner}>{banner}</div>}
          {children}
        </main>
      </div>
      <nav className={classes.tabbar} aria-label="Nhanh" data-print="hide">
        {phone.slice(0, 3).map((item) => (
          <Link key={item.href} href={item.href} aria-current={item.href === current ? 'page' : undefined}>
            <Glyph icon={item.icon} size="l" />
            {item.short ?? item.word}
          </Link>
        ))}
        <button type="button" aria-haspopup="dialog" onClick={() => setAllOpen(true)}>
          <Glyph icon="menu-2" size="l" />
          Thêm
        </button>
      </nav>
      <Dialog open={allOpen} onClose={() => setAllOpen(false)} title="Tất cả các mục">
        {/* biome-ignore lint/a11y/noStaticElementInteractions: closes after a link inside was followed */}
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: Enter on a link is a click too */}
        <div className={classes.all} onClick={(event) => (event.target as Element).closest('a') && setAllOpen(false)}>
          <NavGroups groups={groups} current={current} />
        </div>
      </Dialog>
    </>
  )
}

function NavGroups({
  groups,
  current,
  rail,
}: {
  groups: readonly NavGroup[]
  current: string | undefined
  rail?: boolean
}) {
  return groups.map((group, index) => (
    <div key={group.title ?? index}>
      {group.title && <h2>{group.title}</h2>}
      {group.items.map((item) => (
        <Link
          key={item.href}
          href={item.href}
          aria-current={item.href === current ? 'page' : undefined}
          title={rail ? item.word : undefined}
        >
          <Glyph icon={item.icon} />
          <span>{item.word}</span>
          {item.count !== undefined && item.count > 0 && (
            <span className={classes.count}>
              {item.count}
              <span className="visually-hidden"> {item.countNoun ?? 'việc'}</span>
            </span>
          )}
        </Link>
      ))}
    </div>
  ))
}

function PersonMenu({ person }: { person: ShellPerson }) {
  return (
    <Menu
      position="bottom-end"
      withinPortal={false}
      withInitialFocusPlaceholder={false}
      width={person.capacities !== undefined && person.capacities.length > 0 ? 320 : 240}
      shadow="md"
      transitionProps={{ duration: 0 }}
      classNames={{ dropdown: classes.menu, item: classes.menuItem }}
    >
      <Menu.Target>
        <button type="button" className={classes.me} aria-label={`Tài khoản: ${person.name}, ${person.post}`}>
          <Avatar name={person.name} />
          <span>
            {person.name}
            <small>{person.post}</small>
          </span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {person.about?.map((line) => (
          <Menu.Label key={line} className={classes.menuAbout}>
            {line}
          </Menu.Label>
        ))}
        {person.capacities !== undefined && person.capacities.length > 0 && (
          <>
            <Menu.Label className={classes.menuAbout}>Làm với tư cách</Menu.Label>
            {person.capacities.map((one) => (
              <Menu.Item
                key={one.word}
                aria-current={one.chosen ? 'true' : undefined}
                className={classes.menuItem}
                leftSection={<Glyph icon={one.chosen ? 'circle-check' : 'circle-dashed'} />}
                onClick={one.onPress}
              >
                <span className={classes.capacity}>
                  {one.word}
                  {one.sub && <small>{one.sub}</small>}
                </span>
              </Menu.Item>
            ))}
            <Menu.Divider />
          </>
        )}
        {person.menu.map((item) => (
          <Menu.Item
            key={item.word}
            leftSection={item.icon && <Glyph icon={item.icon} />}
            data-danger={item.danger || undefined}
            onClick={item.onPress}
          >
            {item.word}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

/** The mark of invented data, with the demo's own time; `onPress` lets an administrator move that clock. */
export function SampleMark({ clock, onPress }: { clock?: string; onPress?: () => void }) {
  return (
    <span className={classes.sample}>
      <b>Dữ liệu mẫu</b>
      {clock &&
        (onPress ? (
          <Button size="s" icon="clock" onClick={onPress} aria-label={`Đồng hồ của bản mẫu: ${clock}. Đổi giờ`}>
            {clock}
          </Button>
        ) : (
          <span className={classes.clock}>
            <Glyph icon="clock" size="s" />
            {clock}
          </span>
        ))}
    </span>
  )
}
