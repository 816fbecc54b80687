/** The screens of bringing things in by sheet: their door, loaded with the first page. */
import type { PageRoute } from '../../platform/web/page-route.ts'

export const importPages: readonly PageRoute[] = [
  { path: '/nhap', section: 'imports', page: () => import('./imports-page.tsx').then((m) => m.ImportsPage) },
  { path: '/nhap/moi', section: 'imports', page: () => import('./new-import-page.tsx').then((m) => m.NewImportPage) },
  { path: '/nhap/$id', section: 'imports', page: () => import('./import-page.tsx').then((m) => m.ImportPage) },
]
