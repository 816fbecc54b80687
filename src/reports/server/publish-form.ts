import { sql } from 'kysely'
import { sendPlan } from '../../campaigns/server/index.ts'
import { lastDayOnTime } from '../../kernel/deadline.ts'
import { formatDate } from '../../kernel/plain-date.ts'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import { createObligations } from '../../mechanisms/obligations/server/index.ts'
import { actorName, record } from '../../mechanisms/record/server/index.ts'
import type { SubmissionDesk } from '../../mechanisms/submissions/server/index.ts'
import { jsonText } from '../../platform/database/json-text.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { sameForm } from '../domain/changes.ts'
import { type DefinitionProblem, problemsOf } from '../domain/definition.ts'
import { type ChosenUnit, chosenUnits, writeChosen } from './chosen-units.ts'
import { formThing } from './form-thing.ts'
import { findForm, type LoadedForm, openForm, recordedForm, sourceKey } from './load-form.ts'
import { incomplete, type Published } from './publishing.ts'
import { publishRevision } from './revise-form.ts'
import { findVersion, formAfter } from './show-form.ts'

type Publishing = { id: string; version: number; note: string; supplementDue: string | null }

/**
 * The form goes to the units: each owes a report from now on, by the plan's own obligation where the form answers one, else by a new one.
 * Of a form that is published already, the changed lines become its next version. A second click finds it done and says so.
 */
export function publishForm(desk: SubmissionDesk) {
  return async (tx: Tx, input: Publishing): Promise<Result<Published>> => {
    const before = await findForm(tx, input.id)
    if (!before) return refuse('not-found')
    // The thing first, as every act on what is owed takes its locks.
    if (before.row.campaign_id !== null) await desk.things.lock(tx, before.row.campaign_id)
    const opened = await openForm(tx, input.id, 'publish')
    if (!opened.ok) return opened
    const loaded = opened.value
    if (loaded.row.version !== input.version) {
      const done = await publishedBefore(tx, loaded, input.version)
      if (done) return ok(done)
      return refuse('changed-meanwhile', {}, { data: { form: await formAfter(tx, input.id) } })
    }
    return loaded.row.state === 'draft'
      ? publishFirst(tx, desk, loaded)
      : publishRevision(tx, { loaded, note: input.note, supplementDue: input.supplementDue })
  }
}

/** The first of two presses has done it, and nothing was changed since. */
async function publishedBefore(tx: Tx, loaded: LoadedForm, version: number): Promise<Published | undefined> {
  if (loaded.row.version !== version + 1 || loaded.row.version_no === 0) return undefined
  const newest = await findVersion(tx, loaded.row.id, loaded.row.version_no)
  if (!newest || !sameForm(newest.definition, loaded.definition)) return undefined
  return { form: await formAfter(tx, loaded.row.id), units: loaded.units, supplements: 0 }
}

async function publishFirst(tx: Tx, desk: SubmissionDesk, loaded: LoadedForm): Promise<Result<Published>> {
  const { row, definition } = loaded
  const { units, ended } = await chosenUnits(tx, row)
  if (ended.length > 0) {
    await writeChosen(
      tx,
      row.id,
      units.map((unit) => unit.id),
    )
  }
  const taken = await takenOver(tx, loaded)
  const answered = new Set(taken.map((one) => one.unitId))
  const others = units.filter((unit) => !answered.has(unit.id))
  const problems = [...problemsOf(definition), ...(await readiness(tx, desk, { loaded, units, others }))]
  if (problems.length > 0) return incomplete(problems)
  const due =
    row.due_day !== null && row.due_relation !== null ? { day: row.due_day, relation: row.due_relation } : null
  if (others.length > 0 && due !== null && lastDayOnTime(due) < tx.today) {
    return refuse('due-in-past', { what: 'Hạn nộp báo cáo', day: formatDate(due.day) }, { field: 'due.day' })
  }
  await tx.db
    .insertInto('report_form_version')
    .values({
      form_id: row.id,
      version_no: 1,
      definition: jsonText(definition),
      published_by_name: actorName(tx.actor),
      published_at: tx.now,
    })
    .execute()
  await tx.db
    .updateTable('report_form')
    .set({ state: 'published', version_no: 1, published_at: tx.now, changed_at: tx.now, version: row.version + 1 })
    .where('id', '=', row.id)
    .execute()
  await answerWaiting(tx, loaded, taken)
  if (others.length > 0 && due !== null) {
    const thing = await formThing(tx, loaded)
    if (thing.kind === 'campaign') await sendPlan(tx, thing.id, others)
    await createObligations(
      tx,
      others.map((unit) => ({
        kind: 'report' as const,
        thing,
        unit: { id: unit.id, unitNo: unit.unitNo },
        owedToUnitId: row.unit_id,
        title: row.title,
        words: null,
        deadline: due,
        sourceKey: sourceKey(row.id),
        occurrence: { words: row.period_name, from: row.period_from, to: row.period_to },
        givenByName: actorName(tx.actor),
      })),
    )
  }
  await record(tx, 'report-form.published', recordedForm(loaded), {
    unitId: row.unit_id,
    detail: { units: units.length },
  })
  return ok({ form: await formAfter(tx, row.id), units: units.length, supplements: 0 })
}

/** The plan's report obligations of the chosen units that this form answers; of a unit that others became part of theirs too. */
async function takenOver(tx: Tx, { row }: LoadedForm): Promise<Taken[]> {
  if (!row.takes_task || row.campaign_id === null) return []
  const { rows } = await sql<Taken>`
    select o.id, o.unit_id as "unitId", coalesce(substring(o.source_key from ':~.*$'), '') as mark from app.obligation o
    join app.report_form_unit u on u.form_id = ${row.id} and u.unit_id = o.unit_id
    where o.thing_kind = 'campaign' and o.thing_id = ${row.campaign_id} and o.kind = 'report' and o.state = 'open'
      and o.source_key not like 'form:%' and o.task_fact_id is not distinct from ${row.takes_fact_id}::uuid
      and o.occurrence is not distinct from ${row.takes_occurrence}::text
    order by o.id for update of o`.execute(tx.db)
  // Held, so that another form does not answer the same.
  return [...new Map(rows.toReversed().map((one) => [`${one.unitId}${one.mark}`, one])).values()]
}

type Taken = { id: string; unitId: string; mark: string }

async function readiness(
  tx: Tx,
  desk: SubmissionDesk,
  { loaded, units, others }: { loaded: LoadedForm; units: readonly ChosenUnit[]; others: readonly ChosenUnit[] },
): Promise<DefinitionProblem[]> {
  const { row } = loaded
  const problems: DefinitionProblem[] = []
  if (units.length === 0) problems.push({ field: 'unitIds', text: 'Chọn ít nhất một đơn vị nộp báo cáo' })
  if (others.length > 0 && row.due_day === null) {
    problems.push({ field: 'due.day', text: `Nhập hạn nộp cho ${others.length} đơn vị` })
  }
  if (row.campaign_id !== null) {
    const campaign = (await desk.things.describe(tx, [row.campaign_id])).get(row.campaign_id)
    if (campaign?.launchedOn === null) problems.push({ field: 'campaignId', text: 'Phát động phong trào trước' })
  }
  return problems
}

/** The plan's obligation stays what it is, with its words and its day; from now on it is answered by this form. */
async function answerWaiting(tx: Tx, { row }: LoadedForm, taken: readonly Taken[]): Promise<void> {
  if (taken.length === 0) return
  const [ids, marks] = [taken.map((one) => one.id), taken.map((one) => one.mark)]
  await sql`
    update app.obligation o set source_key = ${sourceKey(row.id)} || t.mark,
      title = ${row.title} || case t.mark when '' then '' else coalesce(substring(o.title from ' \\(của [^()]*\\)$'), '') end, title_search = ${row.title_search},
      occurrence = coalesce(occurrence, ${row.period_name}), occurrence_from = coalesce(occurrence_from, ${row.period_from}::date),
      occurrence_to = coalesce(occurrence_to, ${row.period_to}::date), version = version + 1
    from unnest(${ids}::uuid[], ${marks}::text[]) as t (id, mark) where o.id = t.id`.execute(tx.db)
}
