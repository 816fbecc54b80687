/** The screens of the organisation: their door, loaded with the first page. */
import type { PageRoute } from '../../platform/web/page-route.ts'

export { organisation } from './api.ts'
export { UnconfirmedYears } from './unconfirmed-years.tsx'
export { unitBranches, unitOptions } from './unit-outline.ts'
export { WithUnits } from './with-units.tsx'

export const organisationPages: readonly PageRoute[] = [
  { path: '/bat-dau', page: () => import('./next-steps-page.tsx').then((m) => m.NextStepsPage) },
  { path: '/don-vi', section: 'organisation', page: () => import('./units-page.tsx').then((m) => m.UnitsPage) },
  {
    path: '/don-vi/them',
    section: 'organisation',
    page: () => import('./new-unit-page.tsx').then((m) => m.NewUnitPage),
  },
  {
    path: '/don-vi/su-kien',
    section: 'organisation',
    page: () => import('./event/event-page.tsx').then((m) => m.EventPage),
  },
  { path: '/don-vi/$id', section: 'organisation', page: () => import('./unit-page.tsx').then((m) => m.UnitPage) },
  { path: '/nguoi', section: 'people', page: () => import('./people-page.tsx').then((m) => m.PeoplePage) },
  {
    path: '/nguoi/them',
    section: 'people',
    page: () => import('./new-person-page.tsx').then((m) => m.NewPersonPage),
  },
  { path: '/nguoi/$id', section: 'people', page: () => import('./person-page.tsx').then((m) => m.PersonPage) },
  {
    path: '/nguoi/$id/sua',
    section: 'people',
    page: () => import('./edit-person-page.tsx').then((m) => m.EditPersonPage),
  },
  {
    path: '/nguoi/$id/gop',
    section: 'people',
    page: () => import('./merge-people-page.tsx').then((m) => m.MergePeoplePage),
  },
  { path: '/lich', section: 'calendar', page: () => import('./calendar-page.tsx').then((m) => m.CalendarPage) },
]
