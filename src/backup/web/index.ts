/** The screen of backups: its door, loaded with the first page. */
import type { PageRoute } from '../../platform/web/page-route.ts'

export const backupPages: readonly PageRoute[] = [
  { path: '/sao-luu', section: 'backups', page: () => import('./backups-page.tsx').then((m) => m.BackupsPage) },
]
