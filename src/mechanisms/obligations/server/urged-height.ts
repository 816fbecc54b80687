import { type RawBuilder, sql } from 'kysely'
import type { UrgedHeight } from '../domain/urged-height.ts'

/**
 * How far the reminders `r` of one obligation have climbed, as an aggregate over them. What was sent to the unit after its last day is the
 * second rung, also when a person sent it; what belongs to an earlier last day is history: a later day is a new ladder.
 */
export function urgedHeight(lastDay: RawBuilder<unknown>): RawBuilder<UrgedHeight> {
  return sql<UrgedHeight>`coalesce(max(case r.stage when 'letter' then 4 when 'superior' then 3 when 'head' then 3 when 'unit-after' then 2
    else case when r.sent_on > ${lastDay} then 2 else 1 end end) filter (where coalesce(r.for_last_day, ${lastDay}) = ${lastDay}), 0)`
}
