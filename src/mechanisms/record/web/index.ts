/** The screens of the record: entries for the history of a thing, and the whole record for an administrator. */
import type { PageRoute } from '../../../platform/web/page-route.ts'

export { RecordEntries } from './entries.tsx'

export const recordPages: readonly PageRoute[] = [
  { path: '/nhat-ky', section: 'record', page: () => import('./record-page.tsx').then((m) => m.RecordPage) },
  { path: '/nhat-ky/niem-phong', section: 'record', page: () => import('./seals-page.tsx').then((m) => m.SealsPage) },
]
