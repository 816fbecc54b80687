import { useSuspenseQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { dayOf, formatMoment, type PlainDate, plainDate } from '../../kernel/plain-date.ts'
import { orpc } from './api.ts'
import type { ContractOutputs } from './contract-types.ts'

export type HouseState = ContractOutputs['accounts']['state']
export type Me = NonNullable<HouseState['me']>
export type Section = Me['sections'][number]

/** Whether the house is set up, who is signed in, what day it is. Kept fresh: sections and posts may end today. */
export function useHouseState(): HouseState {
  return useSuspenseQuery(houseStateQuery).data
}

export const houseStateQuery = { ...orpc.accounts.state.queryOptions({ input: {} }), staleTime: 60_000 }

/** The person signed in; only for pages inside the shell, which nobody sees otherwise. */
export function useMe(): Me {
  const { me } = useHouseState()
  if (me === null) throw new Error('a page inside the shell was drawn for nobody')
  return me
}

/** Today as the server's clock has it: the demo's day in the demo. Never the browser's. */
export function useToday(): PlainDate {
  return plainDate(useHouseState().today)
}

/** The server's clock, running on in the browser; «08:02, 12/07/2022». */
export function useRunningClock(): string {
  const { now } = useHouseState()
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

/** The day on which a moment of the wire falls. */
export function dayOfMoment(moment: string): PlainDate {
  return dayOf(new Date(moment))
}
