import { type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/database/unit-of-work.ts'
import { officeCapacity } from '../../obligations/server/index.ts'
import { actorName, record } from '../../record/server/index.ts'
import type { LineMark } from '../contract.ts'
import { changesBetweenSendings, partsOf, type Whole as Written } from '../domain/parts.ts'
import { readContent, type SubmissionDesk } from './kind.ts'
import type { Whole } from './load-submission.ts'
import { markOpened, openSubmission, recorded, reloaded, whatOf } from './open-submission.ts'
import { changedMeanwhile } from './prepare.ts'
import type { SubmissionRow } from './submission-row.ts'

type Judgement = { id: string; sentNo: number; marks: readonly LineMark[]; cleared: readonly string[] }

/**
 * The receiver goes through it line by line: each found in order, or to be returned with its reason. The unit is told when the whole is
 * decided. Of two who mark one line the later word stands; a sending that has been replaced meanwhile is refused with the new one.
 */
export function judge(desk: SubmissionDesk) {
  return async (tx: Tx, input: Judgement): Promise<Result<Whole>> => {
    const opened = await openSubmission(tx, desk, input.id, 'judge')
    if (!opened.ok) return opened
    const { row, obligation } = opened.value
    if (row.sent_count !== input.sentNo) return changedMeanwhile(tx, desk, row.id)
    const marked = await writeMarks(tx, row, input.marks, input.cleared)
    if (!marked.ok) return marked
    await markOpened(tx, row, obligation)
    await record(tx, 'sending.judged', recorded(row.id, obligation), {
      capacity: officeCapacity(tx, obligation),
      unitId: obligation.unitId,
      detail: {
        unit: obligation.unitName,
        what: whatOf(obligation, row.kind),
        count: input.marks.length + input.cleared.length,
      },
    })
    return reloaded(tx, desk, row.id)
  }
}

/** Writes the marks on the lines of the sending that lies here; refuses a line it does not have. */
export async function writeMarks(
  tx: Tx,
  row: SubmissionRow,
  marks: readonly LineMark[],
  cleared: readonly string[] = [],
): Promise<Result<void>> {
  if (marks.length === 0 && cleared.length === 0) return { ok: true, value: undefined }
  const sending = { submission_id: row.id, sent_no: row.sent_count }
  const there = partsOf(await sentWhole(tx, row, row.sent_count))
  const strange = marks.find((mark) => !there.has(mark.lineKey))
  if (strange) return refuse('no-such-line', { line: strange.lineKey }, { field: 'lines' })
  for (const mark of marks) {
    const said = {
      outcome: mark.outcome,
      reason: mark.outcome === 'returned' ? mark.reason : null,
      by_name: actorName(tx.actor),
      at: tx.now,
    }
    await tx.db
      .insertInto('submission_line')
      .values({ ...sending, line_key: mark.lineKey, ...said })
      .onConflict((conflict) => conflict.columns(['submission_id', 'sent_no', 'line_key']).doUpdateSet(said))
      .execute()
  }
  if (cleared.length > 0) {
    await tx.db
      .deleteFrom('submission_line')
      .where('submission_id', '=', row.id)
      .where('sent_no', '=', row.sent_count)
      .where('line_key', 'in', [...cleared])
      .execute()
  }
  return { ok: true, value: undefined }
}

/** How many lines of the sending that lies here are marked to be returned. */
export async function returnedLines(tx: Tx, row: SubmissionRow): Promise<number> {
  const { count } = await tx.db
    .selectFrom('submission_line')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('submission_id', '=', row.id)
    .where('sent_no', '=', row.sent_count)
    .where('outcome', '=', 'returned')
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** A line found in order stays so when the rest is sent again, as long as not a letter of it has changed. */
export async function carryAccepted(tx: Tx, row: SubmissionRow, sentNo: number, now: Written): Promise<void> {
  if (row.sent_count === 0) return
  const accepted = await tx.db
    .selectFrom('submission_line')
    .selectAll()
    .where('submission_id', '=', row.id)
    .where('sent_no', '=', row.sent_count)
    .where('outcome', '=', 'accepted')
    .execute()
  if (accepted.length === 0) return
  const changed = new Set(
    changesBetweenSendings(await sentWhole(tx, row, row.sent_count), now).map((change) => change.key),
  )
  const still = accepted.filter((line) => !changed.has(line.line_key))
  if (still.length === 0) return
  await tx.db
    .insertInto('submission_line')
    .values(still.map((line) => ({ ...line, sent_no: sentNo })))
    .execute()
}

/** Does this say the same, piece by piece, as what was sent last? */
export async function isAsSent(tx: Tx, row: SubmissionRow, now: Written): Promise<boolean> {
  return row.sent_count > 0 && changesBetweenSendings(await sentWhole(tx, row, row.sent_count), now).length === 0
}

async function sentWhole(tx: Tx, row: SubmissionRow, sentNo: number): Promise<Written> {
  const sent = await tx.db
    .selectFrom('submission_version')
    .select(['content', 'files'])
    .where('submission_id', '=', row.id)
    .where('sent_no', '=', sentNo)
    .executeTakeFirstOrThrow()
  return { content: readContent(row.kind, sent.content), files: sent.files as Written['files'] }
}
