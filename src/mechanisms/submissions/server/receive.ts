import { formatDate } from '../../../kernel/plain-date.ts'
import { type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/database/unit-of-work.ts'
import { hasEnded } from '../../../platform/database/unit-tree.ts'
import { type LoadedObligation, officeCapacity, reopen } from '../../obligations/server/index.ts'
import { actorName, record } from '../../record/server/index.ts'
import type { LineMark } from '../contract.ts'
import { returnedLines, writeMarks } from './judge.ts'
import { askedFor, kindOf, type SubmissionDesk } from './kind.ts'
import type { Whole } from './load-submission.ts'
import { markOpened, openSubmission, recorded, reloaded, unitCapacity, whatOf } from './open-submission.ts'
import { changedMeanwhile } from './prepare.ts'
import type { SubmissionRow } from './submission-row.ts'

/** Taken back by the unit while nobody has opened it: a draft again, and owed again. */
export function withdraw(desk: SubmissionDesk) {
  return async (tx: Tx, input: { id: string }): Promise<Result<Whole>> => {
    const opened = await openSubmission(tx, desk, input.id, 'withdraw')
    if (!opened.ok) return opened
    const { row, obligation } = opened.value
    const stays = await whyStaysSent(tx, desk, { obligation, row })
    if (stays) return stays
    await tx.db
      .updateTable('submission')
      .set({ state: 'draft', version: row.version + 1 })
      .where('id', '=', row.id)
      .execute()
    await closeSending(tx, row, 'withdrawn', null)
    await reopen(tx, obligation)
    await kindOf(desk, row).onUnsent?.(tx, { row, obligation })
    await record(tx, 'sending.withdrawn', recorded(row.id, obligation), {
      capacity: unitCapacity(tx, obligation),
      unitId: obligation.unitId,
      detail: { unit: obligation.unitName, what: whatOf(obligation, row.kind) },
    })
    return reloaded(tx, desk, row.id)
  }
}

/** The receiver looks at it: from now on it can no longer be withdrawn. Opening again changes nothing. */
export function open(desk: SubmissionDesk) {
  return async (tx: Tx, input: { id: string }): Promise<Result<Whole>> => {
    const opened = await openSubmission(tx, desk, input.id, 'open')
    if (!opened.ok) return opened
    const { row, obligation } = opened.value
    await markOpened(tx, row, obligation)
    return reloaded(tx, desk, row.id)
  }
}

/** Sent back with a reason, and with reasons on single lines: the unit owes it again. */
export function returnSubmission(desk: SubmissionDesk) {
  return async (
    tx: Tx,
    input: { id: string; version: number; reason: string; lines?: readonly LineMark[] },
  ): Promise<Result<Whole>> => {
    const opened = await openSubmission(tx, desk, input.id, 'return')
    if (!opened.ok) return opened
    const { row, obligation } = opened.value
    if (row.version !== input.version) return changedMeanwhile(tx, desk, row.id)
    const { unitName: unit, unitEndedOn: ended } = obligation
    if (ended !== null && hasEnded(ended, tx.today)) {
      return refuse('unit-ended-unmended', { unit, day: formatDate(ended) })
    }
    const stays = await whyStaysSent(tx, desk, { obligation, row })
    if (stays) return stays
    const marked = await writeMarks(tx, row, input.lines ?? [])
    if (!marked.ok) return marked
    await tx.db
      .updateTable('submission')
      .set({ ...decided(tx, row), state: 'returned', return_reason: input.reason })
      .where('id', '=', row.id)
      .execute()
    await closeSending(tx, row, 'returned', input.reason)
    await reopen(tx, obligation)
    await kindOf(desk, row).onUnsent?.(tx, { row, obligation })
    await record(tx, 'sending.returned', recorded(row.id, obligation), {
      capacity: officeCapacity(tx, obligation),
      unitId: obligation.unitId,
      detail: { unit: obligation.unitName, what: whatOf(obligation, row.kind), reason: input.reason },
    })
    return reloaded(tx, desk, row.id)
  }
}

/** Received and found in order. Not while a line is marked to be returned. */
export function accept(desk: SubmissionDesk) {
  return async (
    tx: Tx,
    input: { id: string; version: number; lines?: readonly LineMark[] },
  ): Promise<Result<Whole>> => {
    const opened = await openSubmission(tx, desk, input.id, 'accept')
    if (!opened.ok) return opened
    const { row, obligation } = opened.value
    if (row.version !== input.version) return changedMeanwhile(tx, desk, row.id)
    const marked = await writeMarks(tx, row, input.lines ?? [])
    if (!marked.ok) return marked
    const count = await returnedLines(tx, row)
    if (count > 0) return refuse('lines-returned', { count: String(count) })
    await tx.db
      .updateTable('submission')
      .set({ ...decided(tx, row), state: 'accepted' })
      .where('id', '=', row.id)
      .execute()
    await closeSending(tx, row, 'accepted', null)
    await record(tx, 'sending.accepted', recorded(row.id, obligation), {
      capacity: officeCapacity(tx, obligation),
      unitId: obligation.unitId,
      detail: { unit: obligation.unitName, what: whatOf(obligation, row.kind) },
    })
    return reloaded(tx, desk, row.id)
  }
}

/** Deciding is having opened: a receiver who decides at once has looked at it. */
function decided(tx: Tx, row: SubmissionRow) {
  return {
    opened_at: row.opened_at ?? tx.now,
    opened_by_name: row.opened_by_name ?? actorName(tx.actor),
    decided_at: tx.now,
    decided_by_name: actorName(tx.actor),
    version: row.version + 1,
  }
}

async function closeSending(
  tx: Tx,
  row: SubmissionRow,
  outcome: 'accepted' | 'returned' | 'withdrawn',
  reason: string | null,
): Promise<void> {
  await tx.db
    .updateTable('submission_version')
    .set({ outcome, outcome_reason: reason, outcome_at: tx.now, outcome_by_name: actorName(tx.actor) })
    .where('submission_id', '=', row.id)
    .where('sent_no', '=', row.sent_count)
    .execute()
}

/** What could not be sent again is neither taken back nor returned. */
async function whyStaysSent(tx: Tx, desk: SubmissionDesk, on: { obligation: LoadedObligation; row: SubmissionRow }) {
  const kind = kindOf(desk, on.row)
  if (!kind.whyNotBack) return undefined
  const asked = await askedFor(desk, tx, on, { hold: true })
  const refused = kind.whyNotBack({ today: tx.today, asked })
  return refused ? { ok: false as const, refusal: refused } : undefined
}
