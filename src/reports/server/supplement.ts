import { sql } from 'kysely'
import { sendPlan } from '../../campaigns/server/index.ts'
import type { PlainDate } from '../../kernel/plain-date.ts'
import { createObligations, type NewObligation } from '../../mechanisms/obligations/server/index.ts'
import { actorName } from '../../mechanisms/record/server/index.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import type { ReportContent } from '../domain/form.ts'
import { isExplained, isFilled } from '../domain/values.ts'
import { type ChosenUnit, carriersOf } from './chosen-units.ts'
import { formThing } from './form-thing.ts'
import { type LoadedForm, sourceKey } from './load-form.ts'
import { type SentReport, sentReports } from './show-form.ts'

/** A report that was sent, what it lacks of what is required now, and who is to add it: its unit, or whoever carries that on. */
export type Lacking = { report: SentReport; lines: readonly string[]; owing: ChosenUnit }

/**
 * Reports already sent that lack at least one of these lines, neither filled in what was last sent nor asked for by a supplement before. Of
 * a unit that has ended nobody can add anything where no successor below the form's host carries it on.
 */
export async function lackingReports(tx: Tx, { row }: LoadedForm, mustAdd: readonly string[]): Promise<Lacking[]> {
  if (mustAdd.length === 0) return []
  const sent = await sentReports(tx, row.id)
  const has = await answeredLines(tx, sent)
  const carriers = await carriersOf(
    tx,
    row,
    sent.map((report) => ({ id: report.unitId })),
  )
  return sent.flatMap((report) => {
    const lines = mustAdd.filter((key) => !has.get(report.obligationId)?.has(key))
    const owing = carriers.get(report.unitId)
    return lines.length > 0 && owing ? [{ report, lines, owing }] : []
  })
}

/** Each lacking report gets a second one beside it, with its missing lines alone. */
export async function oweSupplements(
  tx: Tx,
  form: LoadedForm,
  { lacking, due, versionNo, note }: { lacking: readonly Lacking[]; due: PlainDate; versionNo: number; note: string },
): Promise<void> {
  const { row } = form
  const thing = await formThing(tx, form)
  if (thing.kind === 'campaign') {
    await sendPlan(
      tx,
      thing.id,
      lacking.map((one) => one.owing),
    )
  }
  const common = {
    kind: 'report' as const,
    thing,
    owedToUnitId: row.unit_id,
    words: note,
    deadline: { day: due, relation: 'by' as const },
    occurrence: { words: row.period_name, from: row.period_from, to: row.period_to },
    givenByName: actorName(tx.actor),
  }
  await createObligations(
    tx,
    lacking.map(
      ({ report, lines, owing }): NewObligation => ({
        ...common,
        unit: owing,
        title: `Bổ sung: ${row.title}${report.unitId === owing.id ? '' : ` (của ${report.unitName})`}`,
        sourceKey: supplementKey(row.id, versionNo, report, owing.id),
        completes: { id: report.obligationId, lines },
      }),
    ),
  )
}

/** A unit may owe several supplements of one version, its own and those of units it carries on: a mark says whose each is. */
function supplementKey(formId: string, versionNo: number, report: SentReport, owingId: string): string {
  const mark = report.sourceKey.slice(sourceKey(formId).length)
  return `${sourceKey(formId)}:${versionNo}${mark}${report.unitId === owingId ? '' : `:~${report.unitNo}`}`
}

/** Of each report the lines that stand filled in what was last sent, and those that a supplement asks for already. */
async function answeredLines(tx: Tx, sent: readonly SentReport[]): Promise<Map<string, Set<string>>> {
  if (sent.length === 0) return new Map()
  const { rows } = await sql<{ id: string; content: ReportContent }>`
    select distinct on (v.submission_id) s.obligation_id as id, v.content from app.submission_version v
    join app.submission s on s.id = v.submission_id
    where v.submission_id = any(${sent.map((one) => one.submissionId)}::uuid[])
    order by v.submission_id, v.sent_no desc`.execute(tx.db)
  const has = new Map(rows.map((row) => [row.id, filledKeys(row.content)]))
  const supplements = await tx.db
    .selectFrom('obligation')
    .select(['completes_id as id', 'asked_lines as lines'])
    .where(sql<boolean>`completes_id = any(${sent.map((one) => one.obligationId)}::uuid[])`)
    .where('state', '<>', 'exempt')
    .execute()
  for (const { id, lines } of supplements) for (const key of lines ?? []) has.get(id ?? '')?.add(key)
  return has
}

function filledKeys(content: ReportContent): Set<string> {
  const lines = Object.entries(content.lines)
  return new Set(lines.filter(([, { value }]) => isFilled(value) || isExplained(value)).map(([key]) => key))
}
