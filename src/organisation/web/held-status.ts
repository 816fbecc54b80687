import { formatDate } from '../../kernel/plain-date.ts'
import type { PlainStatus } from '../../ui/status-word/status-words.ts'
import { heldOn } from './held-words.ts'

/** The state of a unit, a post, a grant on that day: in force, to come, over, with the day that matters. */
export function heldStatus(held: { from: string; to: string | null }, today: string): PlainStatus {
  switch (heldOn(held, today)) {
    case 'to-come':
      return { tone: 'cham', icon: 'calendar', word: `Từ ${formatDate(held.from)}` }
    case 'holds':
      return held.to === null
        ? { tone: 'luc', icon: 'circle-check', word: 'Đang có hiệu lực' }
        : { tone: 'cam', icon: 'clock', word: `Đến hết ${formatDate(held.to)}` }
    case 'over':
      return { tone: 'xam', icon: 'minus', word: `Đã kết thúc ${formatDate(held.to ?? '')}` }
  }
}
