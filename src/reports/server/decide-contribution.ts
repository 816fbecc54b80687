import { grantFor } from '../../kernel/actor.ts'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import type { LoadedObligation } from '../../mechanisms/obligations/server/index.ts'
import { record } from '../../mechanisms/record/server/index.ts'
import type { SubmissionDesk } from '../../mechanisms/submissions/server/index.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import type { ContributionShape, LineShape } from '../contract.ts'
import type { LineValue } from '../domain/form.ts'
import { withBrought } from '../domain/values.ts'
import { lineValue } from '../filling-contract.ts'
import { labelOf, lockedContribution, setState, shapedById } from './contributions.ts'
import { lineShapes, putLine } from './report-lines.ts'
import { clashOn, noteReportWritten, openReport, whyMayNotPut } from './save-line.ts'

type Taken = { contribution: ContributionShape; line: LineShape; submissionId: string; submissionVersion: number }

/**
 * The officer puts what was brought onto the line (`withBrought`), its files beside those that hang there; who wrote it stays said in the
 * list of contributions. Refused when somebody has written on the line since it was looked at.
 */
export function takeContribution(desk: SubmissionDesk) {
  return async (tx: Tx, input: { id: string; submissionId: string; lineVersion: number }): Promise<Result<Taken>> => {
    const obligationId = await obligationOf(tx, input.id)
    if (obligationId === undefined) return refuse('not-found')
    // The report first, as every writing of it: thing, obligation, report, then what was brought.
    const opened = await openReport(tx, desk, { obligationId, submissionId: input.submissionId })
    if (!opened.ok) return opened
    const found = await lockedContribution(tx, desk, input.id)
    if (!found.ok) return found
    const { row, obligation } = found.value
    if (row.state !== 'offered') return refuse('contribution-decided')
    const report = opened.value
    const there = report.lines.get(row.line_key)
    const value = withBrought(there?.value as LineValue | undefined, row.value as LineValue)
    const asked = await whyMayNotPut(tx, report, row.line_key, value)
    if (!asked.ok) return asked
    const tooMuch = lineValue.safeParse(value).error?.issues[0]?.message
    if (tooMuch !== undefined) return refuse('report-value-wrong', { line: asked.value.label, problem: tooMuch })
    const fileIds = [...new Set([...(there?.file_ids ?? []), ...row.file_ids])]
    const clash = await clashOn(tx, there, { version: input.lineVersion, value, fileIds })
    if (clash !== undefined && clash !== 'same') return clash
    const written = await putLine(tx, { submissionId: report.row.id, key: row.line_key, value, fileIds })
    await noteReportWritten(tx, report)
    await setState(tx, row, { state: 'taken' })
    await record(
      tx,
      'contribution.taken',
      { kind: 'obligation', id: obligation.id, name: obligation.title },
      {
        unitId: obligation.unitId,
        detail: { person: row.person_name, line: asked.value.label },
      },
    )
    const [line] = await lineShapes(tx, [written])
    const shape = await shapedById(tx, row.id)
    if (!shape.ok || !line) return refuse('not-found')
    return ok({ ...shape.value, line, submissionId: report.row.id, submissionVersion: report.row.version + 1 })
  }
}

/** The officer does not use it, and says why. */
export function declineContribution(desk: SubmissionDesk) {
  return async (
    tx: Tx,
    input: { id: string; answer: string },
  ): Promise<Result<{ contribution: ContributionShape }>> => {
    const found = await lockedContribution(tx, desk, input.id)
    if (!found.ok) return found
    const { row, obligation } = found.value
    if (!prepares(tx, obligation)) {
      return refuse('not-yours-to-do', { who: 'công chức phụ trách, người được giao hoặc người đứng đầu của đơn vị' })
    }
    if (row.state !== 'offered') return refuse('contribution-decided')
    await setState(tx, row, { state: 'declined', answer: input.answer })
    await record(
      tx,
      'contribution.declined',
      { kind: 'obligation', id: obligation.id, name: obligation.title },
      {
        unitId: obligation.unitId,
        detail: { person: row.person_name, line: await labelOf(tx, row), reason: input.answer },
      },
    )
    return shapedById(tx, row.id)
  }
}

function prepares({ actor }: Tx, obligation: LoadedObligation): boolean {
  const there = actor.kind === 'person' && actor.posts.some((post) => post.unitId === obligation.unitId)
  if (there && actor.personId === obligation.assignedPersonId) return true
  return grantFor(actor, ['head', 'officer'], obligation.unitPath) !== undefined
}

async function obligationOf(tx: Tx, id: string): Promise<string | undefined> {
  const row = await tx.db
    .selectFrom('report_contribution')
    .select('obligation_id')
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.obligation_id
}
