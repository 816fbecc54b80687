/** The screens of yearly facts: their door, loaded with the first page. */
import type { PageRoute } from '../../platform/web/page-route.ts'

export { DisciplinePanel } from './discipline-panel.tsx'
export { PersonRatingsPanel, UnitRatingsPanel } from './ratings-panel.tsx'
export { PersonReviewsPanel, UnitReviewsPanel } from './reviews-panel.tsx'

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
