import { capacityFor } from '../../../kernel/actor.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/database/unit-of-work.ts'
import {
  findObligation,
  type LoadedObligation,
  officeCapacity,
  takeObligation,
} from '../../obligations/server/index.ts'
import { actorName, type RecordedThing, record } from '../../record/server/index.ts'
import { KINDS, type SubmissionKindName } from '../domain/kinds.ts'
import { type SubmissionAction, type SubmissionThing, whyMayNot } from '../domain/permissions.ts'
import { kindFor, type SubmissionDesk } from './kind.ts'
import { submissionThing, toWhole, type Whole } from './load-submission.ts'
import { findSubmission, type SubmissionRow } from './submission-row.ts'

type Opened = { row: SubmissionRow | undefined; obligation: LoadedObligation; thing: SubmissionThing }

/** Locks thing, obligation and submission in that order, then asks whether the actor may. The submission may not exist yet. */
export async function openForObligation(
  tx: Tx,
  desk: SubmissionDesk,
  obligationId: string,
  action: SubmissionAction,
): Promise<Result<Opened>> {
  // Only what the locks need is asked for before them: fifty who send at once wait for each question.
  const before = await tx.db
    .selectFrom('obligation')
    .select(['id', 'kind', 'thing_id'])
    .where('id', '=', obligationId)
    .executeTakeFirst()
  return before ? openLocked(tx, desk, before, action) : refuse('not-found')
}

/** As `openForObligation`, by the submission's own id. */
export async function openSubmission(
  tx: Tx,
  desk: SubmissionDesk,
  id: string,
  action: SubmissionAction,
): Promise<Result<Opened & { row: SubmissionRow }>> {
  const before = await tx.db
    .selectFrom('submission')
    .innerJoin('obligation', 'obligation.id', 'submission.obligation_id')
    .select(['obligation.id', 'obligation.kind', 'obligation.thing_id'])
    .where('submission.id', '=', id)
    .executeTakeFirst()
  if (!before) return refuse('not-found')
  const opened = await openLocked(tx, desk, before, action)
  if (!opened.ok) return opened
  const { row, ...rest } = opened.value
  return row ? ok({ row, ...rest }) : refuse('not-found')
}

async function openLocked(
  tx: Tx,
  desk: SubmissionDesk,
  before: { id: string; kind: LoadedObligation['kind']; thing_id: string },
  action: SubmissionAction,
): Promise<Result<Opened>> {
  const { things } = desk
  if (!kindFor(desk, before.kind)) return refuse('not-found')
  const obligation = await takeObligation(tx, things, { id: before.id, thingId: before.thing_id })
  if (!obligation) return refuse('not-found')
  const row = await tx.db
    .selectFrom('submission')
    .selectAll()
    .where('obligation_id', '=', before.id)
    .forUpdate()
    .executeTakeFirst()
  const thing = await submissionThing(tx, row, obligation)
  const refused = whyMayNot(tx.actor, action, thing)
  return refused ? { ok: false, refusal: refused } : ok({ row, obligation, thing })
}

/** The submission as it is after the change, with its obligation. */
export async function reloaded(tx: Tx, desk: SubmissionDesk, id: string): Promise<Result<Whole>> {
  const row = await findSubmission(tx, { id })
  const obligation = row ? await findObligation(tx, desk.things, row.obligation_id) : undefined
  if (!row || !obligation) throw new Error(`submission ${id} is gone after its change`)
  return ok(await toWhole(desk, tx, row, obligation))
}

/** The receiver has looked: from now on it can no longer be withdrawn. Nothing when somebody looked before. */
export async function markOpened(tx: Tx, row: SubmissionRow, obligation: LoadedObligation): Promise<void> {
  if (row.opened_at !== null) return
  await tx.db
    .updateTable('submission')
    .set({ opened_at: tx.now, opened_by_name: actorName(tx.actor) })
    .where('id', '=', row.id)
    .execute()
  await record(tx, 'sending.opened', recorded(row.id, obligation), {
    capacity: officeCapacity(tx, obligation),
    unitId: obligation.unitId,
    detail: { unit: obligation.unitName, what: whatOf(obligation, row.kind) },
  })
}

export function recorded(id: string, obligation: LoadedObligation): RecordedThing {
  return { kind: 'submission', id, name: obligation.thing.title }
}

/** What it is in the record: «kết quả thực hiện “Tổ chức hội nghị”». A dissemination is one of its thing, and its name says it. */
export function whatOf(obligation: LoadedObligation, kind: SubmissionKindName): string {
  const { thing } = KINDS[kind]
  return kind === 'dissemination' ? thing : `${thing} “${obligation.title}”`
}

export function unitCapacity(tx: Tx, obligation: LoadedObligation): string {
  return tx.actor.kind === 'person' ? capacityFor(tx.actor, ['head', 'officer', 'staff'], obligation.unitPath) : ''
}
