import { capacityFor, holds } from '../../kernel/actor.ts'
import type { PlainDate } from '../../kernel/plain-date.ts'
import { plainDate } from '../../kernel/plain-date.ts'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import { foldForSearch } from '../../kernel/vietnamese-text.ts'
import { actorName, record } from '../../mechanisms/record/server/index.ts'
import { jsonText } from '../../platform/database/json-text.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { unitPath } from '../../platform/database/unit-tree.ts'
import type { FormShape } from '../contract.ts'
import type { FormDefinition } from '../domain/form.ts'
import { whyMayNotCreate } from '../domain/permissions.ts'
import { chosenUnits } from './chosen-units.ts'
import { findForm, type LoadedForm, openForm, readForm, recordedForm } from './load-form.ts'
import { linesOfPlan } from './plan-lines.ts'
import { formAfter } from './show-form.ts'

type Start = { way: 'empty' } | { way: 'plan' } | { way: 'copy'; formId: string }
type NewForm = {
  id: string
  title: string
  periodName: string
  periodFrom: string
  periodTo: string
  campaignId: string | null
  unitId: string | null
  from: Start
}

/** A new form of a campaign, or of the unit whose office keeps it: empty, from the plan, or with the lines (and keys) of another. */
export async function createForm(tx: Tx, input: NewForm): Promise<Result<{ id: string }>> {
  const refused = whyMayNotCreate(tx.actor)
  if (refused) return { ok: false, refusal: refused }
  const known = await findForm(tx, input.id)
  // The second click finds the first one's form.
  if (known) return known.row.title === input.title.trim() ? ok({ id: input.id }) : refuse('id-taken')
  if (input.periodTo < input.periodFrom) return refuse('period-wrong', {}, { field: 'periodTo' })
  const host = await hostOf(tx, input)
  if (!host.ok) return host
  const begun = await beginning(tx, input.from, host.value.plan)
  if (!begun.ok) return begun
  const { definition, copied } = begun.value
  await tx.db
    .insertInto('report_form')
    .values({
      id: input.id,
      unit_id: host.value.unitId,
      unit_no: host.value.unitNo,
      campaign_id: input.campaignId,
      title: input.title,
      title_search: foldForSearch(`${input.title} ${input.periodName}`),
      period_name: input.periodName,
      period_from: plainDate(input.periodFrom),
      period_to: plainDate(input.periodTo),
      ...comparedWith(copied, input),
      state: 'draft',
      definition: jsonText(definition),
      made_by: tx.actor.kind === 'person' ? tx.actor.accountId : null,
      made_by_name: actorName(tx.actor),
      made_at: tx.now,
      changed_at: tx.now,
    })
    .execute()
  await record(
    tx,
    'report-form.created',
    { kind: 'report-form', id: input.id, name: input.title },
    {
      capacity: tx.actor.kind === 'person' ? capacityFor(tx.actor, ['standing-office'], host.value.path) : '',
      unitId: host.value.unitId,
    },
  )
  return ok({ id: input.id })
}

type Plan = Parameters<typeof linesOfPlan>[1]
type Host = { unitId: string; unitNo: number; path: readonly string[]; plan: Plan | null }

/** The campaign's own unit, or the one that was named; its standing office keeps the form. */
async function hostOf(tx: Tx, input: NewForm): Promise<Result<Host>> {
  const campaign =
    input.campaignId === null
      ? undefined
      : await tx.db
          .selectFrom('campaign')
          .select(['id', 'unit_id', 'document_id as documentId', 'state'])
          .where('id', '=', input.campaignId)
          .executeTakeFirst()
  if (input.campaignId !== null && !campaign) return refuse('not-found', {}, { field: 'campaignId' })
  if (campaign?.state === 'closed') return refuse('wrong-campaign-state', { state: 'đã kết thúc' })
  const unitId = campaign?.unit_id ?? input.unitId ?? officeUnit(tx)
  const unit = unitId
    ? await tx.db.selectFrom('unit').select(['id', 'unit_no']).where('id', '=', unitId).executeTakeFirst()
    : undefined
  if (!unit) return refuse('not-found', {}, { field: 'unitId' })
  const path = await unitPath(tx, unit.id)
  if (!holds(tx.actor, 'standing-office', path)) return refuse('not-yours-to-do', { who: 'bộ phận thường trực' })
  return ok({ unitId: unit.id, unitNo: unit.unit_no, path, plan: campaign ?? null })
}

function officeUnit(tx: Tx): string | undefined {
  if (tx.actor.kind !== 'person') return undefined
  return tx.actor.grants.find((grant) => grant.role === 'standing-office')?.unitId
}

const EMPTY: FormDefinition = { sections: [{ key: 'phan-1', title: 'Kết quả thực hiện', lines: [] }] }

async function beginning(
  tx: Tx,
  from: Start,
  plan: Plan | null,
): Promise<Result<{ definition: FormDefinition; copied: LoadedForm | undefined }>> {
  if (from.way === 'empty') return ok({ definition: EMPTY, copied: undefined })
  if (from.way === 'plan') {
    const proposed = plan === null ? EMPTY : await linesOfPlan(tx, plan)
    return ok({ definition: proposed.sections.length === 0 ? EMPTY : proposed, copied: undefined })
  }
  const other = await readForm(tx, from.formId, 'see')
  return other.ok ? ok({ definition: other.value.definition, copied: other.value }) : other
}

/** A copied form of the period before, or of the year before, is what the new one is compared with. */
function comparedWith(copied: LoadedForm | undefined, { periodFrom }: NewForm) {
  if (!copied || copied.row.state === 'draft' || copied.row.period_to >= periodFrom) return {}
  const yearBefore = Number(copied.row.period_to.slice(0, 4)) === Number(periodFrom.slice(0, 4)) - 1
  const wholeYear = copied.row.period_from.slice(0, 4) === copied.row.period_to.slice(0, 4)
  return {
    previous_form_id: copied.row.id,
    ...(yearBefore && wholeYear && copied.row.period_from.slice(5) === periodFrom.slice(5)
      ? { last_year_form_id: copied.row.id }
      : {}),
  }
}

type Saved = {
  id: string
  version: number
  title: string
  periodName: string
  periodFrom: string
  periodTo: string
  previousFormId: string | null
  lastYearFormId: string | null
  due: { day: string; relation: 'before' | 'by' } | null
  definition: FormDefinition
}

/** Saves what is being designed. Of a published form the period and the deadline stand; the lines are the next version's. */
export async function saveForm(tx: Tx, input: Saved): Promise<Result<{ form: FormShape }>> {
  const opened = await openForm(tx, input.id, 'edit')
  if (!opened.ok) return opened
  const loaded = opened.value
  if (loaded.row.version !== input.version) {
    return refuse('changed-meanwhile', {}, { data: { form: await formAfter(tx, input.id) } })
  }
  if (input.periodTo < input.periodFrom) return refuse('period-wrong', {}, { field: 'periodTo' })
  if (loaded.row.state !== 'draft' && movesDays(loaded, input)) return refuse('report-form-published')
  for (const [field, id] of [
    ['previousFormId', input.previousFormId],
    ['lastYearFormId', input.lastYearFormId],
  ] as const) {
    if (id !== null && (id === input.id || !(await readForm(tx, id, 'see')).ok))
      return refuse('not-found', {}, { field })
  }
  await tx.db
    .updateTable('report_form')
    .set({
      title: input.title,
      title_search: foldForSearch(`${input.title} ${input.periodName}`),
      period_name: input.periodName,
      period_from: plainDate(input.periodFrom),
      period_to: plainDate(input.periodTo),
      previous_form_id: input.previousFormId,
      last_year_form_id: input.lastYearFormId,
      due_day: input.due === null ? null : plainDate(input.due.day),
      due_relation: input.due?.relation ?? null,
      definition: jsonText(input.definition),
      version: loaded.row.version + 1,
      changed_at: tx.now,
    })
    .where('id', '=', input.id)
    .execute()
  return ok({ form: await formAfter(tx, input.id) })
}

function movesDays({ row }: LoadedForm, input: Saved): boolean {
  const due: [PlainDate | null, string | null] = [row.due_day, row.due_relation]
  return (
    row.period_from !== input.periodFrom ||
    row.period_to !== input.periodTo ||
    due[0] !== (input.due?.day ?? null) ||
    due[1] !== (input.due?.relation ?? null)
  )
}

/** Throws away a form that was never published. */
export async function discardForm(tx: Tx, input: { id: string }): Promise<Result<{ done: true }>> {
  const opened = await openForm(tx, input.id, 'discard')
  if (!opened.ok) return opened
  await tx.db.deleteFrom('report_form_unit').where('form_id', '=', input.id).execute()
  await tx.db.deleteFrom('report_form').where('id', '=', input.id).execute()
  await record(tx, 'report-form.discarded', recordedForm(opened.value))
  return ok({ done: true })
}

/** Lines the plan suggests, for the designer to take over what he wants. */
export async function proposeLines(tx: Tx, input: { id: string }): Promise<Result<FormShape['definition']>> {
  const read = await readForm(tx, input.id, 'edit')
  if (!read.ok) return read
  const { campaign_id } = read.value.row
  if (campaign_id === null) return ok({ sections: [] })
  const campaign = await tx.db
    .selectFrom('campaign')
    .select(['id', 'document_id as documentId'])
    .where('id', '=', campaign_id)
    .executeTakeFirst()
  if (!campaign) return refuse('not-found')
  const { units } = await chosenUnits(tx, read.value.row)
  const reporting = units.map((unit) => unit.id)
  return ok((await linesOfPlan(tx, campaign, reporting)) as FormShape['definition'])
}
