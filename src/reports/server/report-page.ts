import { seesAs } from '../../kernel/actor.ts'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import { findObligation, type LoadedObligation, peopleOfUnit } from '../../mechanisms/obligations/server/index.ts'
import { forObligation, type SubmissionDesk } from '../../mechanisms/submissions/server/index.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import type { ContributionShape, FormShape, LineShape } from '../contract.ts'
import { linesOf } from '../domain/definition.ts'
import type { FormDefinition, LineValue } from '../domain/form.ts'
import { takesReports } from '../domain/permissions.ts'
import { isUntouched } from '../domain/values.ts'
import { contributionsTo, whyMayNotOffer } from './contributions.ts'
import { type AsBefore, sentBefore } from './earlier-reports.ts'
import { type ReportContext, reportContext } from './report-context.ts'
import { type LineRow, lineShapes, linesOfReport } from './report-lines.ts'

type Review = { lineKey: string; outcome: 'accepted' | 'returned'; reason: string | null; byName: string; at: string }
type Page = {
  form: {
    id: string
    title: string
    periodName: string
    periodFrom: string
    periodTo: string
    versionNo: number
    newestVersionNo: number
    note: string | null
    definition: FormShape['definition']
    supplement: boolean
    closedOn: string | null
    graceUntil: string | null
    graceReason: string | null
    takesReports: boolean
  } | null
  lines: LineShape[]
  leftOver: { key: string; label: string; value: LineShape['value'] }[]
  previous: AsBefore | null
  lastYear: AsBefore | null
  contributions: ContributionShape[]
  reviews: Review[]
  headcount: number
  actions: Partial<Record<'save' | 'offer' | 'decide' | 'note-example', { whyNot: string | null }>>
}

/** What a unit reports for one obligation, with everything shown beside it. What is not yet sent is the unit's own. */
export function reportPage(desk: SubmissionDesk) {
  return async (tx: Tx, input: { obligationId: string }): Promise<Result<Page>> => {
    const obligation = await findObligation(tx, desk.things, input.obligationId)
    if (obligation?.kind !== 'report') return refuse('not-found')
    // Whoever may see the submission sees this page: one rule for both.
    const seen = await forObligation(desk)(tx, input)
    if (!seen.ok) return seen
    const { submission } = seen.value
    const context = await reportContext(tx, obligation.id)
    const own = seesOwn(tx, obligation)
    const there = submission && own ? await linesOfReport(tx, submission.id) : new Map<string, LineRow>()
    const actions = seen.value.actions
    const begun = submission !== null
    const offers = context !== undefined && whyMayNotOffer(tx, obligation, context, begun) === undefined
    return ok({
      form: context ? formOf(tx, context, begun) : null,
      lines: context ? await askedLines(tx, context, there) : [],
      leftOver: context ? await leftOver(tx, context, there) : [],
      previous: context ? await sentBefore(tx, context.form.previous_form_id, obligation) : null,
      lastYear: context ? await sentBefore(tx, context.form.last_year_form_id, obligation) : null,
      contributions: own ? await contributionsTo(tx, obligation.id) : [],
      // As the submission tells them: the unit hears of single lines with the decision, not while the receiver is at it.
      reviews: submission?.sent[0]?.lines ?? [],
      headcount: (await peopleOfUnit(tx, obligation.unitId)).length,
      actions: {
        ...(actions.save && context ? { save: actions.save, decide: actions.save } : {}),
        ...(offers ? { offer: { whyNot: null } } : {}),
        ...(own ? { 'note-example': { whyNot: null } } : {}),
      },
    })
  }
}

function seesOwn(tx: Tx, obligation: LoadedObligation): boolean {
  const { actor } = tx
  // Whoever was named and has left the unit reads its drafts no more.
  const there = actor.kind === 'person' && actor.posts.some((post) => post.unitId === obligation.unitId)
  if (there && obligation.assignedPersonId === actor.personId) return true
  return seesAs(actor, ['head', 'officer', 'staff'], obligation.unitPath)
}

function formOf(
  tx: Tx,
  { form, versionNo, note, definition, supplement }: ReportContext,
  begun: boolean,
): NonNullable<Page['form']> {
  return {
    id: form.id,
    title: form.title,
    periodName: form.period_name,
    periodFrom: form.period_from,
    periodTo: form.period_to,
    versionNo,
    newestVersionNo: form.version_no,
    note,
    definition: definition as FormShape['definition'],
    supplement,
    closedOn: form.closed_on,
    graceUntil: form.grace_until,
    graceReason: form.grace_reason,
    takesReports: takesReports(form, { today: tx.today, begun }),
  }
}

async function askedLines(tx: Tx, { definition }: ReportContext, there: Map<string, LineRow>): Promise<LineShape[]> {
  return lineShapes(
    tx,
    linesOf(definition).flatMap((line) => there.get(line.key) ?? []),
  )
}

/** Written under an older version, on a line the form has no more: shown, so that no figure is lost unseen. */
async function leftOver(tx: Tx, context: ReportContext, there: Map<string, LineRow>): Promise<Page['leftOver']> {
  const asked = new Set(linesOf(context.definition).map((line) => line.key))
  const rows = [...there.values()].filter((row) => !asked.has(row.line_key) && !isUntouched(row.value as LineValue))
  if (rows.length === 0) return []
  const versions = await tx.db
    .selectFrom('report_form_version')
    .select('definition')
    .where('form_id', '=', context.form.id)
    .orderBy('version_no')
    .execute()
  const labels = new Map(
    versions.flatMap((version) => linesOf(version.definition as FormDefinition).map((line) => [line.key, line.label])),
  )
  return rows.map((row) => ({
    key: row.line_key,
    label: labels.get(row.line_key) ?? row.line_key,
    value: row.value as LineShape['value'],
  }))
}
