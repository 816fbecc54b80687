import type { PlainDate } from '../../kernel/plain-date.ts'

/** One unit came from another on a day: merged into it, or split off from it. */
export type Descent = { readonly before: string; readonly after: string; readonly on: PlainDate }

/**
 * Every unit this one comes from, however many mergers and splits ago, nearest first. «Consecutive years» count across them. Walked
 * backwards in time, so that a unit that was split off and later taken back in is not its own predecessor.
 */
export function predecessors(unitId: string, descents: readonly Descent[]): Descent[] {
  return walk(unitId, descents, 'back')
}

/** Every unit that comes from this one, nearest first. */
export function successors(unitId: string, descents: readonly Descent[]): Descent[] {
  return walk(unitId, descents, 'forward')
}

function walk(start: string, descents: readonly Descent[], way: 'back' | 'forward'): Descent[] {
  const found: Descent[] = []
  const seen = new Set([start])
  let edge: { unitId: string; day: PlainDate | undefined }[] = [{ unitId: start, day: undefined }]
  while (edge.length > 0) {
    const next: typeof edge = []
    for (const { unitId, day } of edge) {
      for (const one of descents) {
        const [here, there] = way === 'back' ? [one.after, one.before] : [one.before, one.after]
        if (here !== unitId || seen.has(there)) continue
        if (day !== undefined && (way === 'back' ? one.on > day : one.on < day)) continue
        seen.add(there)
        found.push(one)
        next.push({ unitId: there, day: one.on })
      }
    }
    edge = next
  }
  return found
}
