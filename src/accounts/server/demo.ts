import { formatMoment } from '../../kernel/plain-date.ts'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import { record } from '../../mechanisms/record/server/index.ts'
import type { MovedClock } from '../../platform/clock/clock.ts'
import type { Tx, UnitOfWork } from '../../platform/database/unit-of-work.ts'
import { rootUnit } from '../../platform/database/unit-tree.ts'
import { enqueue } from '../../platform/jobs/enqueue.ts'
import { whyMayNot } from '../domain/permissions.ts'

export type CastMember = { name: string; post: string; does: string; signInName: string }

/** What the sample world brings: people one may be by a button, their one password, a clock of its own. */
export type Demo = {
  cast: readonly CastMember[]
  password: string
  clock: MovedClock
  /** Jobs that come by their hours: begun at once on a day that was jumped to. */
  hourly?: () => readonly string[]
}

/** Sample data has this, and nothing else: without the mark in the database the buttons do not exist. */
export async function whyNoDemo(work: UnitOfWork, demo: Demo | undefined): Promise<Result<Demo>> {
  const marked = await work.read({ kind: 'public' }, async (tx) => ok(await isDemo(tx)))
  if (!marked.ok) return marked
  return demo && marked.value ? ok(demo) : refuse('not-found')
}

export async function findInstallation(
  work: UnitOfWork,
): Promise<{ demo: boolean; clockOffsetMs: number } | undefined> {
  const found = await work.read({ kind: 'public' }, async (tx) =>
    ok(await tx.db.selectFrom('installation').select(['demo', 'clock_offset_ms as clockOffsetMs']).executeTakeFirst()),
  )
  if (!found.ok) throw new Error(`the installation could not be read: ${found.refusal.code}`)
  return found.value
}

/** The last year the sample world's clock goes to: far enough for anybody, and dates keep four digits. */
const LAST_YEAR = 2100

/** Sets the sample world's clock forward and keeps the difference, so that the next start goes on from it. */
export async function moveClock(tx: Tx, to: Date, clock: MovedClock): Promise<Result<{ now: string }>> {
  const root = await rootUnit(tx)
  const may = whyMayNot(tx.actor, 'move-clock', { units: [[root.id]] })
  if (may) return { ok: false, refusal: may }
  if (to.getTime() < tx.now.getTime()) return refuse('clock-backwards', { now: formatMoment(tx.now) }, { field: 'to' })
  if (to.getUTCFullYear() > LAST_YEAR) return refuse('invalid-input', {}, { field: 'to' })
  const clockOffsetMs = Math.round(clock.offsetMs + to.getTime() - clock.now().getTime())
  await tx.db.updateTable('installation').set({ clock_offset_ms: clockOffsetMs }).execute()
  const thing = { kind: 'installation', id: root.id, name: root.name } as const
  await record(tx, 'clock.moved', thing, { detail: { to: formatMoment(to) } })
  return ok({ now: to.toISOString() })
}

/** What would have begun by its hour on the way to the new day begins now: nobody who tries the product waits for the wall's clock. */
export async function beginHourly(tx: Tx, { hourly }: Demo): Promise<Result<void>> {
  for (const name of hourly?.() ?? []) await enqueue(tx, name, {}, { key: 'clock-moved' })
  return ok(undefined)
}

async function isDemo(tx: Tx): Promise<boolean> {
  const row = await tx.db.selectFrom('installation').select('demo').executeTakeFirst()
  return row?.demo ?? false
}
