import type { PageRoute } from '../../../platform/web/page-route.ts'

/** Home: what I owe, what waits for me, what is late below me. */
export const workPages: readonly PageRoute[] = [
  { path: '/', section: 'my-work', page: () => import('./my-work-page.tsx').then((m) => m.MyWorkPage) },
]
