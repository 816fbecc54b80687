import { type ReactNode, useState } from 'react'
import {
  AccountNotices,
  ClockDialog,
  type HouseState,
  type Me,
  SessionEnded,
  useLeave,
  useRunningClock,
} from '../../accounts/web/index.ts'
import { NewInPost, useCapacities } from '../../acting/web/index.ts'
import { plainDate } from '../../kernel/plain-date.ts'
import type { PageRoute } from '../../platform/web/page-route.ts'
import { TodayProvider } from '../../platform/web/today.ts'
import { AppShell, Note, SampleMark, useNavigation } from '../../ui/index.ts'
import { TodaysReminders } from '../../urging/web/index.ts'
import { navigationFor, sectionHref } from './navigation.ts'
import { useOnline } from './use-online.ts'

type InShellProps = {
  house: HouseState
  me: Me
  ended: boolean
  page: PageRoute
  pages: readonly PageRoute[]
  children: ReactNode
}

/** The shell around a page, for the person signed in. */
export function InShell({ house, me, ended, page, pages, children }: InShellProps) {
  const groups = navigationFor(me.sections, pages)
  const online = useOnline()
  const { go } = useNavigation()
  const leave = useLeave()
  const post = me.posts[0]
  const capacities = useCapacities()
  const has = (path: string) => pages.some((one) => one.path === path)
  return (
    <AppShell
      organisation={house.organisationName ?? ''}
      groups={groups}
      phone={groups.flatMap((group) => group.items).slice(0, 3)}
      current={sectionHref(page.section)}
      rail={page.frame === 'rail'}
      mark={house.demo ? <DemoMark movable={me.roles.includes('administrator')} now={house.now} /> : undefined}
      person={{
        name: me.name,
        post: capacities.words ?? post?.unitName ?? me.signInName,
        about: capacities.choices.length > 0 ? [] : me.posts.map((one) => `${one.title}, ${one.unitName}`),
        capacities: capacities.choices,
        menu: [
          ...(has('/ho-so-cua-toi')
            ? [{ word: 'Hồ sơ của tôi', icon: 'file-text' as const, onPress: () => go('/ho-so-cua-toi') }]
            : []),
          ...(has('/tai-khoan')
            ? [{ word: 'Tài khoản của tôi', icon: 'key' as const, onPress: () => go('/tai-khoan') }]
            : []),
          { word: 'Đăng xuất', icon: 'logout', onPress: leave.here },
          { word: 'Đăng xuất khỏi mọi thiết bị', icon: 'ban', onPress: leave.everywhere, danger: true },
        ],
      }}
      banner={
        online ? (
          <>
            {whatIsSaid(me, ended)}
            {page.path === '/' && capacities.newIn !== null && <NewInPost {...capacities.newIn} />}
            {page.path === '/' && <TodaysReminders />}
          </>
        ) : (
          <Note tone="son" alert icon="wifi-off" title="Mất kết nối mạng">
            Nội dung trên màn hình còn nguyên. Có mạng lại thì làm tiếp
          </Note>
        )
      }
    >
      <TodayProvider value={plainDate(house.today)}>{children}</TodayProvider>
    </AppShell>
  )
}

function whatIsSaid(me: Me, ended: boolean): ReactNode {
  if (ended) return <SessionEnded me={me} />
  return me.notices.length > 0 && <AccountNotices me={me} />
}

function DemoMark({ movable, now }: { movable: boolean; now: string }) {
  const clock = useRunningClock(now)
  const [open, setOpen] = useState(false)
  return (
    <>
      <SampleMark clock={clock} onPress={movable ? () => setOpen(true) : undefined} />
      {movable && <ClockDialog open={open} now={now} onClose={() => setOpen(false)} />}
    </>
  )
}
