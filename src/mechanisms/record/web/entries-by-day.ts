import { dayOf, type PlainDate } from '../../../kernel/plain-date.ts'

/** Parts a list that is in order of time at each change of day, as the clock in Việt Nam has it. */
export function entriesByDay<Entry extends { at: string }>(
  entries: readonly Entry[],
): { day: PlainDate; entries: Entry[] }[] {
  const days: { day: PlainDate; entries: Entry[] }[] = []
  for (const entry of entries) {
    const day = dayOf(new Date(entry.at))
    const last = days.at(-1)
    if (last?.day === day) last.entries.push(entry)
    else days.push({ day, entries: [entry] })
  }
  return days
}
