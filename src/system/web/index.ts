/** The screens of the system itself: their door, loaded with the first page. */
import type { PageRoute } from '../../platform/web/page-route.ts'

export const systemPages: readonly PageRoute[] = [
  { path: '/thu-cho-gui', section: 'outbox', page: () => import('./outbox-page.tsx').then((m) => m.OutboxPage) },
  { path: '/tinh-trang', section: 'health', page: () => import('./health-page.tsx').then((m) => m.HealthPage) },
]
