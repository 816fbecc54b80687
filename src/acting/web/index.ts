/** The screens of acting for each other: their door, loaded with the first page. */
import type { PageRoute } from '../../platform/web/page-route.ts'

export { NewInPost } from './new-in-post.tsx'
export { PersonWorkPanel } from './person-work-panel.tsx'
export { UnitContactPanel } from './unit-contact-panel.tsx'
export { type CapacityChoice, useCapacities } from './use-capacities.ts'
export { useFollowedUnits } from './use-followed-units.ts'

const section = 'delegations'

export const actingPages: readonly PageRoute[] = [
  { path: '/uy-quyen', section, page: () => import('./delegations-page.tsx').then((m) => m.DelegationsPage) },
  { path: '/uy-quyen/them', section, page: () => import('./new-delegation-page.tsx').then((m) => m.NewDelegationPage) },
  { path: '/ban-giao/nguoi/$id', section, page: () => import('./open-work-page.tsx').then((m) => m.OpenWorkPage) },
  { path: '/ban-giao/$id', section, page: () => import('./handover-page.tsx').then((m) => m.HandoverPage) },
  {
    path: '/phan-cong',
    section: 'looking-after',
    page: () => import('./looking-after-page.tsx').then((m) => m.LookingAfterPage),
  },
  {
    path: '/quy-dinh-ky',
    section: 'step-rules',
    page: () => import('./step-rules-page.tsx').then((m) => m.StepRulesPage),
  },
  { path: '/nguoi-moi', section: 'my-work', page: () => import('./newcomer-page.tsx').then((m) => m.NewcomerPage) },
]
