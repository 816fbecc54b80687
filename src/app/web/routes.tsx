import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  useRouterState,
} from '@tanstack/react-router'
import { accountPages } from '../../accounts/web/index.ts'
import { actingPages } from '../../acting/web/index.ts'
import { assessmentPages } from '../../assessments/web/index.ts'
import { assignmentPages } from '../../assignments/web/index.ts'
import { backupPages } from '../../backup/web/index.ts'
import { campaignPages } from '../../campaigns/web/index.ts'
import { clusterPages } from '../../clusters/web/index.ts'
import { importPages } from '../../imports/web/index.ts'
import { workPages } from '../../mechanisms/obligations/web/index.ts'
import { recordPages } from '../../mechanisms/record/web/index.ts'
import { submissionPages } from '../../mechanisms/submissions/web/index.ts'
import { organisationPages } from '../../organisation/web/index.ts'
import { personalDataPages } from '../../personal-data/web/index.ts'
import type { PageRoute } from '../../platform/web/page-route.ts'
import { registryPages } from '../../registry/web/index.ts'
import { reportPages } from '../../reports/web/index.ts'
import { systemPages } from '../../system/web/index.ts'
import { urgingPages } from '../../urging/web/index.ts'
import { Frame } from './frame.tsx'
import { NotFoundPage } from './not-found-page.tsx'
import { BareError, PageError } from './page-error.tsx'

/** Every page of the house. A capability's rows come from its `web/index.ts`; the gallery is linked nowhere. */
export const PAGES: readonly PageRoute[] = [
  ...workPages,
  ...submissionPages,
  ...campaignPages,
  ...assignmentPages,
  ...reportPages,
  ...assessmentPages,
  ...registryPages,
  ...accountPages,
  ...actingPages,
  ...organisationPages,
  ...personalDataPages,
  ...clusterPages,
  ...importPages,
  ...recordPages,
  ...systemPages,
  ...urgingPages,
  ...backupPages,
  { path: '/mau', frame: 'bare', page: () => import('./gallery/gallery-page.tsx').then((m) => m.GalleryPage) },
  {
    path: '/mau/$part/$example',
    frame: 'bare',
    page: () => import('./gallery/gallery-page.tsx').then((m) => m.ExamplePage),
  },
]

const PAGE_OF = new Map<string, PageRoute>(PAGES.map((page) => [page.path, page]))

/** One frame for all pages, so that going from page to page leaves the shell standing. */
const root = createRootRoute({
  component: () => {
    const routeId = useRouterState({ select: (state) => String(state.matches.at(-1)?.routeId) })
    return (
      <Frame page={PAGE_OF.get(routeId)} pages={PAGES}>
        <Outlet />
      </Frame>
    )
  },
  errorComponent: BareError,
})

/** Every other address. As a route of its own: otherwise one too long by a part would stand in the frame of the shorter one. */
const nowhere = createRoute({ getParentRoute: () => root, path: '$', component: NotFoundPage })

function routeOf(page: PageRoute) {
  const Lazy = lazyRouteComponent(async () => ({ default: await page.page() }))
  return createRoute({
    getParentRoute: () => root,
    path: page.path,
    component: Lazy,
    errorComponent: page.frame === 'bare' ? BareError : PageError,
    loader: () => Lazy.preload?.(),
  })
}

/** Parameters stay plain text: TanStack's own reading would make «0912» a number. */
function readSearch(search: string): Record<string, string | string[]> {
  const params = new URLSearchParams(search)
  return Object.fromEntries([...new Set(params.keys())].map((name) => [name, oneOrAll(params.getAll(name))]))
}

function oneOrAll(values: string[]): string | string[] {
  return values.length === 1 ? (values[0] ?? '') : values
}

function writeSearch(search: Record<string, unknown>): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(search)) {
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined) params.append(name, String(one))
  }
  const written = params.toString()
  return written === '' ? '' : `?${written}`
}

export const router = createRouter({
  routeTree: root.addChildren([...PAGES.map(routeOf), nowhere]),
  parseSearch: readSearch,
  stringifySearch: writeSearch,
  defaultPreload: false,
  scrollRestoration: true,
  defaultPendingMs: 300,
})
