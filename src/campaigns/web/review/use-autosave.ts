import { useCallback, useEffect, useRef, useState } from 'react'
import { type ApiProblem, readProblem } from '../../../platform/web/problem.ts'
import type { CampaignHead } from '../../contract.ts'
import type { Review, ReviewCache } from './use-review.ts'

const REST_MS = 700
const RETRY_MS = 10_000

type Autosave<Value> = {
  /** What stands on the screen: typed, or as the server has it. */
  value: Value
  change: (value: Value) => void
  /** Saves now; gives whether nothing is left unsaved. */
  flush: () => Promise<boolean>
  saving: boolean
  unsaved: boolean
  problem: ApiProblem | undefined
}

export type AutosaveOptions<Value> = {
  cache: ReviewCache
  /** The part of the review that is edited. */
  of: (review: Review) => Value
  same: (a: Value, b: Value) => boolean
  save: (version: number, value: Value) => Promise<{ campaign: CampaignHead }>
  /** Not worth sending as it is. */
  incomplete?: (value: Value) => boolean
  server: Value
  /** Puts the saved part into what the page shows. */
  put: (review: Review, value: Value) => Review
  /** Another has changed this part meanwhile: his stays, and is told. */
  onClash: () => void
}

/**
 * One part of a campaign that saves by itself after a rest. The campaign's version rises with every fact that is saved beside it,
 * so a version left behind is fetched anew; only when this very part has changed meanwhile does the other's stand.
 */
export function useAutosave<Value>(options: AutosaveOptions<Value>): Autosave<Value> {
  const [typed, setTyped] = useState<{ value: Value }>()
  const [saving, setSaving] = useState(false)
  const [problem, setProblem] = useState<ApiProblem>()
  const held = useRef({ options, typed, base: undefined as { value: Value } | undefined, running: false })
  held.current.options = options
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const flush = useCallback(async (): Promise<boolean> => {
    clearTimeout(timer.current)
    const { typed: wanted, running, options: now } = held.current
    if (wanted === undefined) return true
    if (running || now.incomplete?.(wanted.value)) return false
    held.current.running = true
    setSaving(true)
    try {
      const outcome = await send(now, wanted.value, held.current.base?.value)
      if (outcome === 'clash') now.onClash()
      else now.cache.patch((review) => now.put({ ...review, campaign: outcome.campaign }, wanted.value))
      if (held.current.typed === wanted || outcome === 'clash') {
        held.current.typed = undefined
        held.current.base = undefined
        setTyped(undefined)
      }
      setProblem(undefined)
      now.cache.refetchSoon()
      return held.current.typed === undefined
    } catch (thrown) {
      const read = readProblem(thrown)
      setProblem(read)
      if (read.code === 'offline') timer.current = setTimeout(() => void flush(), RETRY_MS)
      return false
    } finally {
      held.current.running = false
      setSaving(false)
      if (held.current.typed !== undefined && held.current.typed !== wanted) void flush()
    }
  }, [])

  const change = useCallback(
    (value: Value) => {
      held.current.base ??= { value: held.current.options.server }
      held.current.typed = { value }
      setTyped(held.current.typed)
      setProblem(undefined)
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void flush(), REST_MS)
    },
    [flush],
  )
  useEffect(() => () => void flush(), [flush])
  return { value: typed ? typed.value : options.server, change, flush, saving, unsaved: typed !== undefined, problem }
}

async function send<Value>(
  { cache, of, same, save }: AutosaveOptions<Value>,
  value: Value,
  base: Value | undefined,
): Promise<{ campaign: CampaignHead } | 'clash'> {
  try {
    return await save(cache.current()?.campaign.version ?? 0, value)
  } catch (thrown) {
    if (readProblem(thrown).code !== 'changed-meanwhile') throw thrown
    const fresh = await cache.refetch()
    if (fresh === undefined) throw thrown
    if (base !== undefined && !same(of(fresh), base) && !same(of(fresh), value)) return 'clash'
    return await save(fresh.campaign.version, value)
  }
}
