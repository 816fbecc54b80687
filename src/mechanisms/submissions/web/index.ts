import type { PageRoute } from '../../../platform/web/page-route.ts'

/** What answers a duty: written, signed, sent, received. */
export const submissionPages: readonly PageRoute[] = [
  {
    path: '/viec/$id/quan-triet',
    section: 'my-work',
    page: () => import('./dissemination-page.tsx').then((m) => m.DisseminationPage),
  },
  {
    path: '/viec/$id/nhap-ban-giay',
    section: 'my-work',
    page: () => import('./paper-entry-page.tsx').then((m) => m.PaperEntryPage),
  },
  {
    path: '/viec/$id/hoan-thanh',
    section: 'my-work',
    page: () => import('./completion-page.tsx').then((m) => m.CompletionPage),
  },
]
