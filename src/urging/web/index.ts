/** The screens of urging: their door, loaded with the first page. */
import type { PageRoute } from '../../platform/web/page-route.ts'

export { TodaysReminders } from './todays-reminders.tsx'

const section = 'late-board'

export const urgingPages: readonly PageRoute[] = [
  { path: '/don-doc', section, page: () => import('./late-board-page.tsx').then((m) => m.LateBoardPage) },
  { path: '/don-doc/viec/$id', section, page: () => import('./reminder-log-page.tsx').then((m) => m.ReminderLogPage) },
  { path: '/don-doc/thang', section, page: () => import('./ladders-page.tsx').then((m) => m.LaddersPage) },
  { path: '/don-doc/cong-van', section, page: () => import('./letters-page.tsx').then((m) => m.LettersPage) },
  {
    path: '/don-doc/cong-van/$id',
    section: 'my-work',
    page: () => import('./letter-page.tsx').then((m) => m.LetterPage),
  },
  { path: '/ngung-he-thong', section: 'outages', page: () => import('./outages-page.tsx').then((m) => m.OutagesPage) },
]
