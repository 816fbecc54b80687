import { startOfDay } from '../../kernel/plain-date.ts'
import { ok } from '../../kernel/result.ts'
import { beginDay } from '../../organisation/server/index.ts'
import type { Job } from '../../platform/jobs/job.ts'
import { runLadder } from './run-ladder.ts'

const WHO = { kind: 'job', name: 'nhắc việc' } as const
/** The hour of the morning from which the ladder of the day is run. */
const MORNING = 6

/**
 * Runs the ladder in the morning of every working day, and soon after a start where the server was off: it asks every minute, by the clock of
 * the product, and a day that was run is known at once.
 */
export const ladderJob: Job = {
  name: 'urging-ladder',
  words: 'Nhắc việc theo thang',
  every: '* * * * *',
  run: async (_payload, { work }) => {
    const due = await work.read(WHO, async (tx) => {
      if (tx.now.getTime() < startOfDay(tx.today).getTime() + MORNING * 3_600_000) return ok(false)
      const run = await tx.db
        .selectFrom('ladder_run')
        .select('on_day')
        .where('on_day', '=', tx.today)
        .executeTakeFirst()
      return ok(run === undefined)
    })
    if (!due.ok || !due.value) return
    // Where the server was off in the night, what changed hands today is reminded of where it stands today.
    await work.write(WHO, beginDay)
    const done = await work.write(WHO, (tx) => runLadder(tx, tx.today))
    if (!done.ok) throw new Error(`the ladder was refused: ${done.refusal.code}`)
  },
}
