/** The screens of personal data: their door, loaded with the first page. */
import { lazy } from 'react'
import type { PageRoute } from '../../platform/web/page-route.ts'

/** For a person's page: what he asks to have corrected, for those who keep his file. */
export const CorrectionsPanel = lazy(() =>
  import('./corrections-panel.tsx').then((m) => ({ default: m.CorrectionsPanel })),
)

export const personalDataPages: readonly PageRoute[] = [
  { path: '/ho-so-cua-toi', section: 'my-file', page: () => import('./my-file-page.tsx').then((m) => m.MyFilePage) },
  {
    path: '/du-lieu-ca-nhan',
    section: 'my-file',
    page: () => import('./kept-data-page.tsx').then((m) => m.KeptDataPage),
  },
]
