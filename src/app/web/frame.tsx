import { useRouter, useRouterState } from '@tanstack/react-router'
import { type ReactNode, Suspense, useEffect, useMemo, useRef, useState } from 'react'
import { EndedPostPage, MustEnrolPage, useHouseState } from '../../accounts/web/index.ts'
import { focusContent } from '../../platform/web/focus-content.ts'
import type { PageRoute } from '../../platform/web/page-route.ts'
import { Loading, type Navigation, NavigationProvider } from '../../ui/index.ts'
import { InShell } from './in-shell.tsx'

type FrameProps = {
  /** The open page; none where the address leads nowhere. */
  page: PageRoute | undefined
  pages: readonly PageRoute[]
  children: ReactNode
}

/** Puts a page where it belongs: bare, or in the shell for whom is signed in; everybody else is led to the right door. */
export function Frame({ page, pages, children }: FrameProps) {
  useFocusOnNewPage()
  return (
    <NavigationProvider value={useRouterNavigation()}>
      <Suspense fallback={<Loading lines={6} label="Đang mở trang" />}>
        {page === undefined || page.frame === 'bare' ? (
          children
        ) : (
          <Guarded page={page} pages={pages}>
            {children}
          </Guarded>
        )}
      </Suspense>
    </NavigationProvider>
  )
}

/** After a step to another page the keyboard and the screen reader begin at its content, not at the link left behind. */
function useFocusOnNewPage() {
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname })
  const last = useRef(path)
  useEffect(() => {
    if (last.current !== undefined && path !== last.current) focusContent()
    last.current = path
  }, [path])
}

function Guarded({ page, pages, children }: { page: PageRoute; pages: readonly PageRoute[]; children: ReactNode }) {
  const house = useHouseState()
  // when the session ends under an open page, the page stays as it is with the last person it was drawn for
  const [kept, setKept] = useState(house)
  if (house.me !== null && house !== kept) setKept(house)
  // once begun it is ended by its own last step: with the first code the state is another, and the recovery codes are still to be put away
  const [enrolling, setEnrolling] = useState(house.withoutSecondFactor)
  if (house.withoutSecondFactor !== null && enrolling === null) setEnrolling(house.withoutSecondFactor)
  if (house.needsSetUp) return <GoTo href="/thiet-lap" />
  if (enrolling !== null && (house.withoutSecondFactor !== null || house.me !== null)) {
    return <MustEnrolPage whose={enrolling} onDone={() => setEnrolling(null)} />
  }
  if (house.withoutPost !== null) return <EndedPostPage name={house.withoutPost.name} />
  const me = house.me ?? kept.me
  if (me === null) return <GoTo href="/dang-nhap" comeBack />
  return (
    <InShell house={house} me={me} ended={house.me === null} page={page} pages={pages}>
      <Suspense fallback={<Loading lines={6} />}>{children}</Suspense>
    </InShell>
  )
}

/** Leads on; `comeBack` keeps the address asked for, so that signing in ends there. */
function GoTo({ href, comeBack }: { href: string; comeBack?: boolean }) {
  const router = useRouter()
  useEffect(() => {
    const asked = router.state.location.href
    const back = comeBack && asked !== '/' ? `?ve=${encodeURIComponent(asked)}` : ''
    router.history.replace(href + back)
  }, [router, href, comeBack])
  return null
}

/** The router as the parts of the design system know it. */
function useRouterNavigation(): Navigation {
  const router = useRouter()
  const address = useRouterState({ select: (state) => state.location.pathname + state.location.searchStr })
  return useMemo(
    () => ({
      address,
      go: (href, how) => {
        const to = href.startsWith('?') ? router.state.location.pathname + href : href
        if (how?.replace) router.history.replace(to)
        else router.history.push(to)
      },
      prepare: (href) => {
        const path = href.split('?')[0] ?? '/'
        router.preloadRoute({ to: path }).catch(() => undefined)
      },
    }),
    [router, address],
  )
}
