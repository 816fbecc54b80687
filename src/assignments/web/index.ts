/** The screens of work given outside a campaign, of the ledger of everything owed, and of one duty in it. */
import type { PageRoute } from '../../platform/web/page-route.ts'

export const assignmentPages: readonly PageRoute[] = [
  { path: '/viec/$id', section: 'my-work', page: () => import('./duty-page.tsx').then((m) => m.DutyPage) },
  { path: '/so-viec', section: 'ledger', page: () => import('./ledger/ledger-page.tsx').then((m) => m.LedgerPage) },
  {
    path: '/giao-viec',
    section: 'assignments',
    page: () => import('./assignments-page.tsx').then((m) => m.AssignmentsPage),
  },
  {
    path: '/giao-viec/moi',
    section: 'assignments',
    page: () => import('./give-page.tsx').then((m) => m.GivePage),
  },
  {
    path: '/giao-viec/$id',
    section: 'assignments',
    page: () => import('./assignment-page.tsx').then((m) => m.AssignmentPage),
  },
  {
    path: '/giao-viec/$id/sua',
    section: 'assignments',
    page: () => import('./give-page.tsx').then((m) => m.ChangePage),
  },
]
