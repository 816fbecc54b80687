import type { PageRoute } from '../../platform/web/page-route.ts'
import { preparationPages } from './review/pages.ts'

/** A campaign in short, on the page of a duty that comes from it. */
export { CampaignBrief } from './duty/campaign-brief.tsx'

/** The screens of campaigns: the list, one campaign, the page of whoever answers for all of them, and what a unit owes. */
export const campaignPages: readonly PageRoute[] = [
  ...preparationPages,
  {
    path: '/phong-trao',
    section: 'campaigns',
    page: () => import('./list/campaign-list-page.tsx').then((m) => m.CampaignListPage),
  },
  {
    path: '/phong-trao/$id',
    section: 'campaigns',
    page: () => import('./campaign/campaign-page.tsx').then((m) => m.CampaignPage),
  },
  {
    path: '/phong-trao/$id/gia-han',
    section: 'campaigns',
    page: () => import('./changes/prolong-page.tsx').then((m) => m.ProlongPage),
  },
  {
    path: '/phong-trao/$id/ket-thuc',
    section: 'campaigns',
    page: () => import('./changes/close-page.tsx').then((m) => m.ClosePage),
  },
  {
    path: '/tong-quan',
    section: 'overview',
    page: () => import('./overview/overview-page.tsx').then((m) => m.OverviewPage),
  },
]
