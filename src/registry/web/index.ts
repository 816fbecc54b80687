/** The screens of the registry: their door, loaded with the first page. */
import { lazy } from 'react'
import type { PageRoute } from '../../platform/web/page-route.ts'

/** «Khen thưởng đã nhận», for the pages of a person and of a unit; fetched when one is opened. */
export const PersonAwardsPanel = lazy(() =>
  import('./awards-panel.tsx').then((m) => ({ default: m.PersonAwardsPanel })),
)
export const UnitAwardsPanel = lazy(() => import('./awards-panel.tsx').then((m) => ({ default: m.UnitAwardsPanel })))

export const registryPages: readonly PageRoute[] = [
  {
    path: '/so-khen-thuong',
    section: 'registry',
    page: () => import('./registry-page.tsx').then((m) => m.RegistryPage),
  },
  {
    path: '/so-khen-thuong/them',
    section: 'registry',
    page: () => import('./new-award-page.tsx').then((m) => m.NewAwardPage),
  },
  {
    path: '/so-khen-thuong/ca-nhan/$id',
    section: 'registry',
    page: () => import('./recipient-page.tsx').then((m) => m.PersonRecipientPage),
  },
  {
    path: '/so-khen-thuong/tap-the/$id',
    section: 'registry',
    page: () => import('./recipient-page.tsx').then((m) => m.UnitRecipientPage),
  },
  { path: '/so-khen-thuong/$id', section: 'registry', page: () => import('./award-page.tsx').then((m) => m.AwardPage) },
  {
    path: '/so-khen-thuong/$id/sua',
    section: 'registry',
    page: () => import('./edit-award-page.tsx').then((m) => m.EditAwardPage),
  },
]
