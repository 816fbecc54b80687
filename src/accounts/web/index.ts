/** The screens of accounts: their door, loaded with the first page. */
export { accounts } from './api.ts'
export { ClockDialog } from './clock-dialog.tsx'
export { EndedPostPage } from './ended-post-page.tsx'
export { type HouseState, houseStateKey, type Me, type Section, useHouseState, useRunningClock } from './house-state.ts'
export { useLeave } from './use-leave.ts'
