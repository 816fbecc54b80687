import { useCallback, useEffect, useRef, useState } from 'react'
import { type ApiProblem, readProblem } from '../../../platform/web/problem.ts'
import { useTurns } from '../../../platform/web/turns.ts'
import type { CampaignHead } from '../../contract.ts'
import { type Kept, keptPart } from './kept-part.ts'
import type { Review, ReviewCache } from './use-review.ts'

const REST_MS = 700
const RETRY_MS = 10_000

type Autosave<Value> = {
  /** What stands on the screen: typed, or as the server has it. */
  value: Value
  change: (value: Value) => void
  /** Saves now; gives whether nothing is left unsaved. */
  flush: () => Promise<boolean>
  unsaved: boolean
  problem: ApiProblem | undefined
}

export type AutosaveOptions<Value> = {
  /** The part's name, under which it is kept and reports. */
  name: string
  cache: ReviewCache
  server: Value
  /** The part of the review that is edited. */
  of: (review: Review) => Value
  same: (a: Value, b: Value) => boolean
  save: (version: number, value: Value) => Promise<{ campaign: CampaignHead }>
  /** Not worth sending as it is. */
  incomplete?: (value: Value) => boolean
  /** Puts the saved part into what the page shows. */
  put: (review: Review, value: Value) => Review
  /** Another has changed this part meanwhile: his stays, and is told. */
  onClash: () => void
}

/**
 * One part of a campaign that saves by itself after a rest, and is kept in the browser until it has. The campaign's version rises
 * with every fact that is saved beside it, so a version left behind is fetched anew; only when this very part has changed
 * meanwhile does the other's stand.
 */
export function useAutosave<Value>(options: AutosaveOptions<Value>): Autosave<Value> {
  const [typed, setTyped] = useState<Kept<Value>>()
  const [problem, setProblem] = useState<ApiProblem>()
  const held = useRef({ options, typed })
  const turns = useTurns()
  useEffect(() => {
    held.current.options = options
  })
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const again = useRef(async () => true)

  const hold = useCallback((value: Kept<Value> | undefined) => {
    const { cache, name } = held.current.options
    held.current.typed = value
    keptPart<Value>(cache.owner, cache.campaignId, name).write(value)
    setTyped(value)
  }, [])

  const sendOnce = useCallback(
    async (wanted: Kept<Value>): Promise<boolean> => {
      const now = held.current.options
      const report = (state: Parameters<typeof now.cache.saves.report>[1]['state']) =>
        now.cache.saves.report(now.name, { state, flush: () => again.current() })
      report({ state: 'saving' })
      try {
        const outcome = await send(now, wanted)
        if (outcome === 'clash') now.onClash()
        else now.cache.patch((review) => now.put({ ...review, campaign: outcome.campaign }, wanted.value))
        if (held.current.typed === wanted || outcome === 'clash') hold(undefined)
        else if (held.current.typed) hold({ value: held.current.typed.value, base: wanted.value })
        setProblem(undefined)
        report({ state: 'saved', at: outcome === 'clash' ? new Date() : new Date(outcome.campaign.changedAt) })
        now.cache.refetchSoon()
        return held.current.typed === undefined
      } catch (thrown) {
        const read = readProblem(thrown)
        setProblem(read)
        report({ state: 'failed', why: read.sentence })
        if (read.code === 'offline') timer.current = setTimeout(() => void again.current(), RETRY_MS)
        return false
      }
    },
    [hold],
  )

  const flush = useCallback((): Promise<boolean> => {
    clearTimeout(timer.current)
    return turns.take(async () => {
      const { typed: wanted, options: now } = held.current
      if (wanted === undefined) return true
      return now.incomplete?.(wanted.value) ? false : await sendOnce(wanted)
    })
  }, [sendOnce, turns])
  useEffect(() => {
    again.current = flush
  }, [flush])

  const change = useCallback(
    (value: Value) => {
      const { cache, name, server } = held.current.options
      hold({ value, base: held.current.typed ? held.current.typed.base : server })
      setProblem(undefined)
      cache.saves.report(name, { state: { state: 'unsaved' }, flush })
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void flush(), REST_MS)
    },
    [flush, hold],
  )
  useEffect(() => {
    const { cache, name, server, same } = held.current.options
    const kept = keptPart<Value>(cache.owner, cache.campaignId, name).read()
    if (kept && !same(kept.value, server)) {
      hold(kept)
      void flush()
    }
    const online = () => void flush()
    window.addEventListener('online', online)
    return () => {
      window.removeEventListener('online', online)
      void flush()
    }
  }, [flush, hold])
  return { value: typed ? typed.value : options.server, change, flush, unsaved: typed !== undefined, problem }
}

async function send<Value>(
  { cache, of, same, save }: AutosaveOptions<Value>,
  { value, base }: Kept<Value>,
): Promise<{ campaign: CampaignHead } | 'clash'> {
  try {
    return await save(cache.current()?.campaign.version ?? 0, value)
  } catch (thrown) {
    if (readProblem(thrown).code !== 'changed-meanwhile') throw thrown
    const fresh = await cache.refetch()
    if (fresh === undefined) throw thrown
    if (!same(of(fresh), base) && !same(of(fresh), value)) return 'clash'
    return await save(fresh.campaign.version, value)
  }
}
