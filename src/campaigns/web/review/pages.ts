import type { PageRoute } from '../../../platform/web/page-route.ts'

/** From a document to a proposal: the file taken in, and the review of what was read. */
export const preparationPages: readonly PageRoute[] = [
  {
    path: '/phong-trao/tao',
    section: 'new-campaign',
    page: () => import('../new/new-campaign-page.tsx').then((m) => m.NewCampaignPage),
  },
  {
    path: '/phong-trao/$id/ra-soat',
    section: 'campaigns',
    frame: 'rail',
    page: () => import('./review-page.tsx').then((m) => m.ReviewPage),
  },
]
