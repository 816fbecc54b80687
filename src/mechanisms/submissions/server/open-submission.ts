import { sql } from 'kysely'
import { capacityFor } from '../../../kernel/actor.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/database/unit-of-work.ts'
import {
  findObligation,
  type LoadedObligation,
  lockObligation,
  type ObligationThings,
} from '../../obligations/server/index.ts'
import type { RecordedThing } from '../../record/server/index.ts'
import { type SubmissionAction, type SubmissionThing, whyMayNot } from '../domain/permissions.ts'
import { findSubmission, type SubmissionRow, submissionThing, toWhole, type Whole } from './load-submission.ts'

/** Locks thing, obligation and submission in that order, then asks whether the actor may. The submission may not exist yet. */
export async function openForObligation(
  tx: Tx,
  things: ObligationThings,
  obligationId: string,
  action: SubmissionAction,
): Promise<Result<{ row: SubmissionRow | undefined; obligation: LoadedObligation; thing: SubmissionThing }>> {
  const before = await findObligation(tx, things, obligationId)
  if (before?.kind !== 'disseminate') return refuse('not-found')
  await things.lock(tx, before.thingId)
  await lockObligation(tx, obligationId)
  const obligation = await findObligation(tx, things, obligationId)
  if (!obligation) return refuse('not-found')
  const row = await findSubmission(tx, { obligationId })
  if (row) await sql`select 1 from app.submission where id = ${row.id} for update`.execute(tx.db)
  const locked = row ? await findSubmission(tx, { id: row.id }) : undefined
  const thing = await submissionThing(tx, locked, obligation)
  const refused = whyMayNot(tx.actor, action, thing)
  return refused ? { ok: false, refusal: refused } : ok({ row: locked, obligation, thing })
}

/** As `openForObligation`, by the submission's own id. */
export async function openSubmission(
  tx: Tx,
  things: ObligationThings,
  id: string,
  action: SubmissionAction,
): Promise<Result<{ row: SubmissionRow; obligation: LoadedObligation; thing: SubmissionThing }>> {
  const found = await findSubmission(tx, { id })
  if (!found) return refuse('not-found')
  const opened = await openForObligation(tx, things, found.obligation_id, action)
  if (!opened.ok) return opened
  const { row, ...rest } = opened.value
  return row ? ok({ row, ...rest }) : refuse('not-found')
}

/** The submission as it is after the change, with its obligation. */
export async function reloaded(tx: Tx, things: ObligationThings, id: string): Promise<Result<Whole>> {
  const row = await findSubmission(tx, { id })
  const obligation = row ? await findObligation(tx, things, row.obligation_id) : undefined
  if (!row || !obligation) throw new Error(`submission ${id} is gone after its change`)
  return ok(await toWhole(tx, row, obligation))
}

export function recorded(id: string, obligation: LoadedObligation): RecordedThing {
  return { kind: 'submission', id, name: obligation.thing.title }
}

export function unitCapacity(tx: Tx, obligation: LoadedObligation): string {
  return tx.actor.kind === 'person' ? capacityFor(tx.actor, ['head', 'officer', 'staff'], obligation.unitPath) : ''
}

export function officeCapacity(tx: Tx, obligation: LoadedObligation): string {
  return tx.actor.kind === 'person' ? capacityFor(tx.actor, ['standing-office'], obligation.owedToPath) : ''
}
