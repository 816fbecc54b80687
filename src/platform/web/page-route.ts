import { useParams } from '@tanstack/react-router'
import type { FunctionComponent } from 'react'

/**
 * One row of the table of routes. A capability gives its rows from `web/index.ts`, small and loaded at once; the pages
 * behind them come when they are opened:
 * `{ path: '/phong-trao/$id', section: 'campaigns', page: () => import('./campaign-page.tsx').then((m) => m.CampaignPage) }`
 */
export type PageRoute = {
  /** As TanStack Router writes it: `/phong-trao/$id`. */
  readonly path: `/${string}`
  /** The navigation entry that is marked while this page is open: one of the sections of the person signed in. */
  readonly section?: string
  /** `bare` pages (sign-in, set-up, the gallery) stand outside the shell and are seen by anybody. */
  readonly frame?: 'shell' | 'rail' | 'bare'
  readonly page: () => Promise<FunctionComponent>
}

/** One part of the open page's address: `usePageParam('id')`. */
export function usePageParam(name: string): string {
  const params: Record<string, string | undefined> = useParams({ strict: false })
  const value = params[name]
  if (value === undefined) throw new Error(`the address has no part «${name}»`)
  return value
}
