import { createContext, useContext } from 'react'
import type { PlainDate } from '../../kernel/plain-date.ts'

const TodayContext = createContext<PlainDate | undefined>(undefined)

/** Stands around every page inside the shell. */
export const TodayProvider = TodayContext

/** Today as the server's clock has it: the demo's day in the demo. Never the browser's. */
export function useToday(): PlainDate {
  const today = useContext(TodayContext)
  if (today === undefined) throw new Error('useToday is for pages inside the shell')
  return today
}
