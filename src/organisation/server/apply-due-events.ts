import { sql } from 'kysely'
import { type PlainDate, plainDate } from '../../kernel/plain-date.ts'
import { ok, type Result } from '../../kernel/result.ts'
import { refreshScopes, type Tx } from '../../platform/database/unit-of-work.ts'
import type { Job } from '../../platform/jobs/job.ts'
import { compileChange } from '../domain/unit-events.ts'
import { followDuties, successionOf } from './enter-unit-event.ts'
import type { UnitEventInput } from './plan-unit-event.ts'
import { eventShapes } from './unit-event-words.ts'
import { loadVersions, type StoredVersion } from './unit-versions.ts'
import { lockOrganisation } from './units.ts'
import { refreshUnits } from './write-unit-event.ts'

/** How many took effect; of those that did not, which and why. */
export type Begun = { readonly applied: number; readonly failed: readonly string[] }

/**
 * The beginning of a day: the rows of today follow the versions, and events whose day has come take their effect on obligations and
 * lists, oldest first. Finds its work done when it runs twice. One that fails is left as it was for the next time, so that nobody is kept
 * out by it; the night's job tells the administrator. The caller renews the scopes.
 */
export async function applyDueEvents(tx: Tx): Promise<Begun> {
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
  if (due.length === 0) return { applied: 0, failed: [] }
  const versions = await loadVersions(tx)
  const failed: string[] = []
  for (const event of due) {
    await sql`savepoint due_event`.execute(tx.db)
    try {
      await applyEvent(tx, event, versions)
      await sql`release savepoint due_event`.execute(tx.db)
    } catch (fault) {
      await sql`rollback to savepoint due_event`.execute(tx.db)
      failed.push(fault instanceof Error ? fault.message : `event ${event.id} did not take effect`)
    }
  }
  return { applied: due.length - failed.length, failed }
}

type Due = { id: string; input: unknown; on_day: PlainDate }

async function applyEvent(tx: Tx, event: Due, versions: readonly StoredVersion[]): Promise<void> {
  const input = event.input as UnitEventInput
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

/** As `applyDueEvents`, as a use case of its own: for the job of the night. */
export async function beginDay(tx: Tx): Promise<Result<Begun>> {
  const begun = await applyDueEvents(tx)
  if (begun.applied > 0) await refreshScopes(tx)
  return ok(begun)
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
      if (begun.value.failed.length > 0) throw new Error(begun.value.failed.join('; '))
    },
  },
]
