import { useSyncExternalStore } from 'react'
import { formatTime } from '../../../kernel/plain-date.ts'
import type { DraftState } from '../../../mechanisms/documents/web/index.ts'
import type { SaveStateValue } from '../../../ui/index.ts'
import { wholeState } from './save-board.ts'
import type { ReviewCache } from './use-review.ts'

/** Facts and parts together, as the foot shows it. */
export function useWholeState(cache: ReviewCache, facts: DraftState): SaveStateValue {
  const parts = useSyncExternalStore(cache.saves.subscribe, cache.saves.parts)
  const whole = wholeState(
    facts,
    [...parts.values()].map((part) => part.state),
  )
  switch (whole.state) {
    case 'saved':
      return { state: 'saved', at: formatTime(whole.at) }
    case 'failed':
      return { onRetry: () => void cache.saves.flushAll(), ...whole }
    case 'untouched':
    case 'unsaved':
    case 'saving':
      return { state: whole.state }
  }
}
