import type { ReactNode } from 'react'

/** One state a part can show. The gallery draws it, and the browser tests check it for accessibility. */
export type Example = {
  /** Unique in its file, for the address: `/mau/button/busy`. */
  id: string
  /** Says the state: «Đang gửi, 40%». */
  title: string
  element: ReactNode
  /** Stands on a page of its own: it brings landmarks or fills the window. */
  alone?: boolean
}
