import { plainDate } from '../../kernel/plain-date.ts'
import { ok, type Result } from '../../kernel/result.ts'
import { refreshScopes, type Tx } from '../../platform/database/unit-of-work.ts'
import type { Job } from '../../platform/jobs/job.ts'
import { compileChange } from '../domain/unit-events.ts'
import { followDuties, successionOf } from './enter-unit-event.ts'
import type { UnitEventInput } from './plan-unit-event.ts'
import { eventShapes } from './unit-event-words.ts'
import { loadVersions } from './unit-versions.ts'
import { lockOrganisation } from './units.ts'
import { refreshUnits } from './write-unit-event.ts'

/**
 * The beginning of a day: the rows of today follow the versions, and events whose day has come take their effect on obligations and
 * lists, oldest first. Finds its work done when it runs twice. The caller renews the scopes.
 */
export async function applyDueEvents(tx: Tx): Promise<number> {
  await lockOrganisation(tx)
  await refreshUnits(tx)
  const due = await tx.db
    .selectFrom('unit_event')
    .select(['id', 'input', 'on_day'])
    .where('applied_at', 'is', null)
    .where('taken_back_at', 'is', null)
    .where('on_day', '<=', tx.today)
    .orderBy('on_day')
    .orderBy('entered_at')
    .forUpdate()
    .execute()
  if (due.length === 0) return 0
  const versions = await loadVersions(tx)
  for (const event of due) {
    const input = event.input as unknown as UnitEventInput
    const on = plainDate(input.on)
    // As it was before the event: what it began is left out, what it ended had no end yet.
    const before = versions
      .filter((one) => one.begunBy !== event.id)
      .map((one) => (one.endedBy === event.id ? { ...one, to: null } : one))
    const parents = new Map(input.choices.parents.map((one) => [one.unitId, one.parentId]))
    const made = compileChange(before, input.change, event.on_day, parents)
    if (!made.ok) throw new Error(`event ${event.id} cannot take effect: ${made.problem.why}`)
    const [shape] = await eventShapes(tx, [event.id])
    await followDuties(tx, event.id, successionOf({ input, on, compiled: made.value }, shape?.words ?? ''), true)
  }
  return due.length
}

/** As `applyDueEvents`, as a use case of its own: for the job of the night. */
export async function beginDay(tx: Tx): Promise<Result<{ events: number }>> {
  const events = await applyDueEvents(tx)
  if (events > 0) await refreshScopes(tx)
  return ok({ events })
}

/** For a night on which nobody comes: the first request of the day would do the same. */
export const organisationJobs: readonly Job[] = [
  {
    name: 'begin-day',
    words: 'Bắt đầu ngày mới: sự kiện của đơn vị có hiệu lực',
    every: '1 0 * * *',
    run: async (_payload, { work }) => {
      const begun = await work.write({ kind: 'job', name: 'đầu ngày' }, beginDay)
      if (!begun.ok) throw new Error(`the day did not begin: ${begun.refusal.code}`)
    },
  },
]
