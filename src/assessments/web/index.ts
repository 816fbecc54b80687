/** The screens of yearly facts: their door, loaded with the first page. */
import { lazy } from 'react'
import type { PageRoute } from '../../platform/web/page-route.ts'

const ratings = () => import('./ratings-panel.tsx')
const reviews = () => import('./reviews-panel.tsx')

/** For the pages of a person and of a unit, fetched when one is opened; each shows nothing to whoever may not read it. */
export const PersonRatingsPanel = lazy(() => ratings().then((m) => ({ default: m.PersonRatingsPanel })))
export const UnitRatingsPanel = lazy(() => ratings().then((m) => ({ default: m.UnitRatingsPanel })))
export const DisciplinePanel = lazy(() =>
  import('./discipline-panel.tsx').then((m) => ({ default: m.DisciplinePanel })),
)
export const PersonReviewsPanel = lazy(() => reviews().then((m) => ({ default: m.PersonReviewsPanel })))
export const UnitReviewsPanel = lazy(() => reviews().then((m) => ({ default: m.UnitReviewsPanel })))

export const assessmentPages: readonly PageRoute[] = [
  { path: '/xep-loai', section: 'ratings', page: () => import('./lists-page.tsx').then((m) => m.ListsPage) },
  {
    path: '/xep-loai/ca-nhan/$id',
    section: 'ratings',
    page: () => import('./person-facts-page.tsx').then((m) => m.PersonFactsPage),
  },
  {
    path: '/xep-loai/tap-the/$id',
    section: 'ratings',
    page: () => import('./unit-facts-page.tsx').then((m) => m.UnitFactsPage),
  },
  {
    path: '/xep-loai/$unitId/$periodId',
    section: 'ratings',
    page: () => import('./sheet-page.tsx').then((m) => m.SheetPage),
  },
  { path: '/ky-xet', section: 'award-periods', page: () => import('./periods-page.tsx').then((m) => m.PeriodsPage) },
]
