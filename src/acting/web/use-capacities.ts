import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { formatDate } from '../../kernel/plain-date.ts'
import { chooseCapacity, chosenCapacity } from '../../platform/web/capacity.ts'
import { acting } from './api.ts'

export type CapacityChoice = { word: string; sub?: string; chosen: boolean; onPress: () => void }

export type Capacities = {
  choices: readonly CapacityChoice[]
  /** How one acts now, in words. */
  words: string | undefined
  /** The post one is new in. */
  newIn: { title: string; unitName: string; from: string } | null
}

/**
 * The capacities one may choose to act in, none of them when there is only one. One that was chosen in this tab and holds no longer gives
 * way to all of them together.
 */
export function useCapacities(): Capacities {
  const client = useQueryClient()
  const [asked, setAsked] = useState(chosenCapacity)
  const { data } = useQuery({ ...acting.capacities.queryOptions({ input: {} }), staleTime: 60_000 })
  const choose = (id: string | undefined) => {
    chooseCapacity(id)
    setAsked(id)
    void client.invalidateQueries()
  }
  const all = data?.capacities
  const newIn = data?.newIn ?? null
  const gone = all !== undefined && asked !== undefined && !all.some((one) => one.id === asked)
  const chosen = gone ? undefined : asked
  useEffect(() => {
    if (!gone) return
    chooseCapacity(undefined)
    void client.invalidateQueries()
  }, [gone, client])
  if (all === undefined || all.length < 2) return { choices: [], words: undefined, newIn }
  const choices = all.map((one) => ({
    word: one.words,
    sub: one.until === null ? undefined : `thay ${one.onBehalfOf ?? ''}, đến hết ${formatDate(one.until)}`,
    chosen: one.id === chosen,
    onPress: () => choose(one.id),
  }))
  return {
    choices: [{ word: 'Mọi tư cách', chosen: chosen === undefined, onPress: () => choose(undefined) }, ...choices],
    words: all.find((one) => one.id === chosen)?.words ?? `Mọi tư cách (${all.length})`,
    newIn,
  }
}
