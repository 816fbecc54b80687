import { useSuspenseQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { formatMoment } from '../../kernel/plain-date.ts'
import { type AccountsOutputs, accounts } from './api.ts'

export type HouseState = AccountsOutputs['state']
export type Me = NonNullable<HouseState['me']>
export type Section = Me['sections'][number]

/** The key of what `useHouseState` reads: invalidated when who is signed in, or the clock, may have changed. */
export const houseStateKey = accounts.state.key()

/** Whether the house is set up, who is signed in, what day it is. Asked again now and then: a post may end today. */
export function useHouseState(): HouseState {
  return useSuspenseQuery({ ...accounts.state.queryOptions({ input: {} }), staleTime: 60_000 }).data
}

/** The server's clock, running on in the browser; «08:02, 12/07/2022». */
export function useRunningClock(now: string): string {
  const [shown, setShown] = useState(() => formatMoment(new Date(now)))
  useEffect(() => {
    const ahead = Date.parse(now) - Date.now()
    const tick = () => setShown(formatMoment(new Date(Date.now() + ahead)))
    tick()
    const timer = setInterval(tick, 5_000)
    return () => clearInterval(timer)
  }, [now])
  return shown
}
