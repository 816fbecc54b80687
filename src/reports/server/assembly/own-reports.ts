import { sql } from 'kysely'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import { record } from '../../../mechanisms/record/server/index.ts'
import type { SubmissionDesk } from '../../../mechanisms/submissions/server/index.ts'
import type { Tx } from '../../../platform/database/unit-of-work.ts'
import type { LineShape } from '../../contract.ts'
import { intoOwnReport } from '../../domain/assembly.ts'
import { isFigure, linesOf } from '../../domain/definition.ts'
import type { FormLine, LineValue } from '../../domain/form.ts'
import { valueWords } from '../../domain/value-words.ts'
import { sameValue } from '../../domain/values.ts'
import { readSourceKey } from '../load-form.ts'
import { putMany } from '../put-many.ts'
import { type ReportContext, reportContext } from '../report-context.ts'
import { lineShapes, linesOfReport } from '../report-lines.ts'
import { findText, partsOfLine } from './assembled-line.ts'
import { type Asked, type OpenedBranch, openBranch } from './branch.ts'
import { totalsOf } from './figures.ts'
import { linesOfForms } from './lines-of-form.ts'

type Target = { obligationId: string; context: ReportContext; same: boolean }
type OwnReport = {
  obligationId: string
  formTitle: string
  periodName: string
  same: boolean
  lines: { key: string; label: string; before: string; after: string; version: number; changed: boolean }[]
}

/**
 * What the unit itself owes upward that the whole can go into: reports of which lines bear the same keys. Into a report of the very same form
 * only texts go: its figures and those of the units below are added up side by side already.
 */
export function ownReports(desk: SubmissionDesk) {
  return async (tx: Tx, input: Asked): Promise<Result<{ reports: OwnReport[] }>> => {
    const opened = await openBranch(tx, input)
    if (!opened.ok) return opened
    const reports: OwnReport[] = []
    for (const target of await targetsOf(tx, opened.value)) {
      const proposed = await proposedValues(tx, desk, opened.value, target)
      if (proposed.length > 0) reports.push(await toOwnReport(tx, target, proposed))
    }
    return ok({ reports })
  }
}

type Putting = Asked & { obligationId: string; submissionId: string; lines: { key: string; version: number }[] }

/** Writes the chosen lines of the whole into the unit's own report, as if its officer had; all of them or none. */
export function putIntoOwnReport(desk: SubmissionDesk) {
  return async (tx: Tx, input: Putting): Promise<Result<{ lines: LineShape[]; submissionId: string }>> => {
    const opened = await openBranch(tx, input, 'edit')
    if (!opened.ok) return opened
    const target = (await targetsOf(tx, opened.value)).find((one) => one.obligationId === input.obligationId)
    if (!target) return refuse('not-found')
    const values = new Map(
      (await proposedValues(tx, desk, opened.value, target)).map(({ line, value }) => [line.key, value]),
    )
    const lines: { lineKey: string; version: number; value: LineValue }[] = []
    for (const { key, version } of input.lines) {
      const value = values.get(key)
      if (value === undefined) return refuse('report-line-gone')
      lines.push({ lineKey: key, version, value })
    }
    const { obligationId, submissionId } = input
    const put = await putMany(tx, desk, { obligationId, submissionId, lines })
    if (!put.ok) return put
    const { report, written } = put.value
    await record(
      tx,
      'report.assembled-put',
      { kind: 'obligation', id: obligationId, name: report.obligation.title },
      {
        unitId: report.obligation.unitId,
        detail: { lines: written.length, unit: report.obligation.unitName, form: opened.value.form.row.title },
      },
    )
    return ok({ lines: await lineShapes(tx, written), submissionId: report.row.id })
  }
}

/** Open reports of the branch's own unit whose form asks for a line of this one. */
async function targetsOf(tx: Tx, { form, branch }: OpenedBranch): Promise<Target[]> {
  const { rows } = await sql<{ id: string; sourceKey: string }>`
    select o.id, o.source_key as "sourceKey" from app.obligation o
    where o.unit_id = ${branch.unit.id}::uuid and o.kind = 'report' and o.state = 'open' and o.source_key like 'form:%'
    order by o.last_day, o.id`.execute(tx.db)
  const targets: Target[] = []
  for (const { id, sourceKey } of rows) {
    const context = await reportContext(tx, id)
    if (context) targets.push({ obligationId: id, context, same: readSourceKey(sourceKey)?.formId === form.row.id })
  }
  return targets
}

type Proposed = { line: FormLine; value: LineValue }

/** What would stand on each line of that report; a line of which nothing is known yet is left out. */
async function proposedValues(
  tx: Tx,
  desk: SubmissionDesk,
  opened: OpenedBranch,
  { obligationId, context, same }: Target,
): Promise<Proposed[]> {
  const formId = opened.form.row.id
  const asked = (await linesOfForms(tx, [formId])).get(formId) ?? []
  const totals = (await totalsOf(tx, { formIds: [formId], branch: opened.branch })).get(formId)
  const found: Proposed[] = []
  for (const line of linesOf(context.definition)) {
    const from = asked.find((one) => one.line.key === line.key && one.line.kind === line.kind)
    if (!from || (same && isFigure(line.kind))) continue
    const ofLine = { ...opened, asked: from }
    const others = async () =>
      (await partsOfLine(tx, desk.things, ofLine)).filter((part) => part.obligationId !== obligationId)
    const value = intoOwnReport(line, {
      total: totals?.get(line.key) ?? null,
      text: (await findText(tx, ofLine))?.text.text ?? null,
      parts: line.kind === 'list' ? await others() : [],
    })
    if (value !== null) found.push({ line, value })
  }
  return found
}

async function toOwnReport(
  tx: Tx,
  { obligationId, context, same }: Target,
  proposed: readonly Proposed[],
): Promise<OwnReport> {
  const submission = tx.db.selectFrom('submission').select('id').where('obligation_id', '=', obligationId)
  const begun = await submission.executeTakeFirst()
  const there = begun ? await linesOfReport(tx, begun.id) : undefined
  return {
    obligationId,
    formTitle: context.form.title,
    periodName: context.form.period_name,
    same,
    lines: proposed.map(({ line, value }) => {
      const now = there?.get(line.key)
      const before = now?.value as LineValue | undefined
      return {
        key: line.key,
        label: line.label,
        before: valueWords(line, before),
        after: valueWords(line, value),
        version: now?.version ?? 0,
        changed: before === undefined || !sameValue(before, value),
      }
    }),
  }
}
