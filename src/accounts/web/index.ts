/** The screens of accounts: their door, loaded with the first page. */
import { lazy } from 'react'
import type { PageRoute } from '../../platform/web/page-route.ts'

export { AccountNotices } from './account-notices.tsx'
export type { AccountPanelProps } from './account-panel.tsx'
export { ClockDialog } from './clock-dialog.tsx'
export { EndedPostPage } from './ended-post-page.tsx'
export { type HouseState, houseStateKey, type Me, type Section, useHouseState, useRunningClock } from './house-state.ts'
export { SessionEnded } from './session-ended.tsx'
export { useLeave } from './use-leave.ts'

/** For whom a rule holds; fetched when it does. */
export const MustEnrolPage = lazy(() => import('./must-enrol-page.tsx').then((m) => ({ default: m.MustEnrolPage })))

/** For a person's page; fetched when one is opened. */
export const AccountPanel = lazy(() => import('./account-panel.tsx').then((m) => ({ default: m.AccountPanel })))

export const accountPages: readonly PageRoute[] = [
  { path: '/dang-nhap', frame: 'bare', page: () => import('./sign-in-page.tsx').then((m) => m.SignInPage) },
  { path: '/thiet-lap', frame: 'bare', page: () => import('./set-up-page.tsx').then((m) => m.SetUpPage) },
  {
    path: '/quen-mat-khau',
    frame: 'bare',
    page: () => import('./forgot-password-page.tsx').then((m) => m.ForgotPasswordPage),
  },
  {
    path: '/dat-mat-khau',
    frame: 'bare',
    page: () => import('./choose-password-page.tsx').then((m) => m.ChoosePasswordPage),
  },
  {
    path: '/quy-dinh-dang-nhap',
    section: 'sign-in-rules',
    page: () => import('./sign-in-rules-page.tsx').then((m) => m.SignInRulesPage),
  },
  { path: '/tai-khoan', page: () => import('./my-account-page.tsx').then((m) => m.MyAccountPage) },
]
