import { formatDate } from '../../kernel/plain-date.ts'

type Held = { from: string; to: string | null }

/** «từ 01/01/2022», «01/01/2022 – 30/06/2022». */
export function heldWords({ from, to }: Held): string {
  return to === null ? `từ ${formatDate(from)}` : `${formatDate(from)} – ${formatDate(to)}`
}

/** Whether something with a first and perhaps a last day is to come, holds, or is over on that day. */
export function heldOn({ from, to }: Held, day: string): 'to-come' | 'holds' | 'over' {
  // days compare as text
  if (to !== null && to < day) return 'over'
  return from > day ? 'to-come' : 'holds'
}
