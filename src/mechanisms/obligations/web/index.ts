import type { PageRoute } from '../../../platform/web/page-route.ts'

/** What capabilities whose things make obligations show of them: the page of one, and the acts on a row. */
export { MOST_AT_ONCE } from '../domain/at-once.ts'
export { KIND_WORDS, LEDGER_STATE_WORDS } from '../domain/kind-words.ts'
export { pageOf } from '../domain/pages.ts'
export { thingBeside, titleWithTurn } from '../domain/turn-title.ts'
export { type ObligationOutputs, obligations } from './api.ts'
export { FollowedSwitch, followedOnly } from './followed-switch.tsx'
export { ObligationPage, type Thing } from './obligation-page.tsx'
export { RemindAllButton, RemindButton } from './remind-button.tsx'
export { type Scan, ScanField } from './scan-field.tsx'
export { SettleButton } from './settle-dialog.tsx'
export { DUTY_NAMES, isLate, ladderOf, lateWords, obligationStatus } from './words.ts'

/** Home: what I owe, what waits for me, what is late below me. */
export const workPages: readonly PageRoute[] = [
  { path: '/', section: 'my-work', page: () => import('./my-work-page.tsx').then((m) => m.MyWorkPage) },
]
