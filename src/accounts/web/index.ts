/** The screens of accounts: their door, loaded with the first page. */
import type { PageRoute } from '../../platform/web/page-route.ts'

export { ClockDialog } from './clock-dialog.tsx'
export { EndedPostPage } from './ended-post-page.tsx'
export { type HouseState, houseStateKey, type Me, type Section, useHouseState, useRunningClock } from './house-state.ts'
export { SessionEnded } from './session-ended.tsx'
export { useLeave } from './use-leave.ts'

export const accountPages: readonly PageRoute[] = [
  { path: '/dang-nhap', frame: 'bare', page: () => import('./sign-in-page.tsx').then((m) => m.SignInPage) },
  { path: '/thiet-lap', frame: 'bare', page: () => import('./set-up-page.tsx').then((m) => m.SetUpPage) },
  { path: '/tai-khoan', page: () => import('./my-account-page.tsx').then((m) => m.MyAccountPage) },
]
