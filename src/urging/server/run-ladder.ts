import { sql } from 'kysely'
import { formatDate, type PlainDate } from '../../kernel/plain-date.ts'
import { ok, type Result } from '../../kernel/result.ts'
import { isWorkingDay } from '../../kernel/working-days.ts'
import { record } from '../../mechanisms/record/server/index.ts'
import { specialDaysFrom } from '../../platform/database/special-days.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { notBefore } from '../../platform/mail/sending-hours.ts'
import { draftLetters } from './draft-letters.ts'
import { withLargeJoins } from './large-joins.ts'
import { openOutage } from './outages.ts'
import { planSteps, whatIsStopped } from './plan-steps.ts'
import { writeDigests } from './write-digests.ts'
import { dueForLetter, writeReminders } from './write-reminders.ts'

export type LadderRun =
  | { state: 'day-off' | 'outage' | 'done-before' }
  | { state: 'run'; reminded: number; unreached: number; people: number; mails: number; letters: number }

/**
 * Urges everything that is open as of a day: once a day, on working days, not during an outage. Reminders, one digest and one mail for each
 * person, and drafts of letters, all of it or nothing: after a crash the next run does it all, and what was done is not done again.
 */
export async function runLadder(tx: Tx, asOf: PlainDate): Promise<Result<LadderRun>> {
  // Two servers, or a job run twice: one after the other, and the second finds it done.
  await sql`select pg_advisory_xact_lock(hashtext('app.run_ladder'))`.execute(tx.db)
  const special = await specialDaysFrom(tx, asOf)
  if (!isWorkingDay(asOf, special)) return ok({ state: 'day-off' })
  if (await openOutage(tx, asOf)) return ok({ state: 'outage' })
  const before = await tx.db.selectFrom('ladder_run').select('on_day').where('on_day', '=', asOf).executeTakeFirst()
  if (before) return ok({ state: 'done-before' })

  const plan = await planSteps(tx, asOf)
  const stopped = await whatIsStopped(tx, asOf)
  const { reminded, unreached, people, mails, late } = await withLargeJoins(tx, async () => ({
    // First: what is reminded of in this run has its letter on a later day.
    late: await dueForLetter(tx, asOf, plan, stopped),
    ...(await writeReminders(tx, asOf, plan, stopped)),
    ...(await writeDigests(tx, asOf, notBefore(tx.now, special))),
  }))
  const letters = await draftLetters(tx, asOf, late)
  const done = { reminded, unreached, people, mails, letters }
  await tx.db
    .insertInto('ladder_run')
    .values({ on_day: asOf, at: tx.now, ...done })
    .execute()
  if (reminded + letters > 0) {
    await record(tx, 'urging.ladder-run', { kind: 'ladder', id: null, name: formatDate(asOf) }, { detail: done })
  }
  return ok({ state: 'run', ...done })
}
