import { addDays, dayOf, type PlainDate, weekday } from '../../kernel/plain-date.ts'

export type Keep = { readonly days: number; readonly weeks: number; readonly months: number }
type Kept = { readonly id: string; readonly startedAt: Date }

/**
 * Which of these good backups are no longer needed: kept are the last one of each of so many days, weeks and months on which there is one, counted from
 * the newest. The newest always stays. Days without a backup use up nothing: after a long pause the old ones are still there.
 */
export function backupsToRemove<Backup extends Kept>(backups: readonly Backup[], keep: Keep): Backup[] {
  const newestFirst = [...backups].sort((a, b) => b.startedAt.getTime() - a.startedAt.getTime())
  const stays = new Set(newestFirst.slice(0, 1).map(({ id }) => id))
  const spans: [number, (day: PlainDate) => string][] = [
    [keep.days, (day) => day],
    [keep.weeks, (day) => addDays(day, -((weekday(day) + 6) % 7))],
    [keep.months, (day) => day.slice(0, 7)],
  ]
  for (const [count, spanOf] of spans) {
    const seen = new Set<string>()
    for (const { id, startedAt } of newestFirst) {
      const span = spanOf(dayOf(startedAt))
      if (seen.has(span) || seen.size === count) continue
      seen.add(span)
      stays.add(id)
    }
  }
  return newestFirst.filter(({ id }) => !stays.has(id))
}
