import { sql } from 'kysely'
import { refusalSentence } from '../../kernel/refusals.ts'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import type { FormShape } from '../contract.ts'
import { formChanges, sameForm } from '../domain/changes.ts'
import type { FormDefinition } from '../domain/form.ts'
import { whyMayNot } from '../domain/permissions.ts'
import { FORM_ACTIONS } from '../forms-contract.ts'
import { chosenUnits, type EndedUnit } from './chosen-units.ts'
import { unitChoicesFor, type Waiting, waitingFor } from './form-units.ts'
import { findForm, type LoadedForm, loadForms, readForm, thingOf, toSummary } from './load-form.ts'

type Version = { versionNo: number; definition: FormDefinition; note: string | null; mustAdd: string[] }
type Changes = {
  added: string[]
  removed: string[]
  changed: { label: string; what: string[] }[]
  mustAdd: string[]
  unitsSent: number
}
type Page = {
  form: FormShape
  choices: { id: string; name: string; parentId: string | null; ofCampaign: boolean }[]
  waiting: Waiting[]
  earlier: { id: string; title: string; periodName: string; periodTo: string }[]
  changes: Changes | null
}

/** One form with what its designer needs; a unit it went to reads what was published. */
export async function getForm(tx: Tx, input: { id: string }): Promise<Result<Page>> {
  const read = await readForm(tx, input.id, 'see')
  if (!read.ok) return read
  const loaded = read.value
  const form = await toShape(tx, loaded)
  const designs = form.actions.edit !== undefined
  return ok({
    form,
    choices: designs ? await unitChoicesFor(tx, loaded) : [],
    waiting: designs ? await waitingFor(tx, loaded) : [],
    earlier: designs ? await earlierForms(tx, loaded) : [],
    changes: designs ? await changesOf(tx, loaded) : null,
  })
}

/** The form as it is after a change. */
export async function formAfter(tx: Tx, id: string): Promise<FormShape> {
  const loaded = await findForm(tx, id)
  if (!loaded) throw new Error(`report form ${id} is gone after its change`)
  return toShape(tx, loaded)
}

export async function toShape(tx: Tx, loaded: LoadedForm): Promise<FormShape> {
  const { row } = loaded
  const versions = await tx.db
    .selectFrom('report_form_version')
    .selectAll()
    .where('form_id', '=', row.id)
    .orderBy('version_no', 'desc')
    .execute()
  const newest = versions[0]?.definition as FormDefinition | undefined
  const actions = offered(tx, loaded)
  // What the office is changing is its own until it is published.
  const definition = actions.edit === undefined && newest ? newest : loaded.definition
  // Of a draft whom it would go to today; of what was published whom it went to.
  const { units, ended } = row.state === 'draft' ? await chosenUnits(tx, row) : await publishedTo(tx, row.id)
  return {
    ...toSummary(loaded),
    version: row.version,
    definition: definition as FormShape['definition'],
    unpublished: newest !== undefined && !sameForm(newest, definition),
    previousFormId: row.previous_form_id,
    lastYearFormId: row.last_year_form_id,
    unitIds: units.map((unit) => unit.id),
    endedUnits: ended,
    takes: row.takes_task ? { factId: row.takes_fact_id, occurrence: row.takes_occurrence } : null,
    graceUntil: row.grace_until,
    graceReason: row.grace_reason,
    closeReason: row.close_reason,
    madeByName: row.made_by_name,
    publishedAt: row.published_at?.toISOString() ?? null,
    versions: versions.map((version) => ({
      versionNo: version.version_no,
      note: version.change_note,
      mustAdd: version.must_add,
      byName: version.published_by_name,
      at: version.published_at.toISOString(),
    })),
    actions,
  }
}

async function publishedTo(tx: Tx, id: string): Promise<{ units: { id: string }[]; ended: EndedUnit[] }> {
  const units = await tx.db.selectFrom('report_form_unit').select('unit_id as id').where('form_id', '=', id).execute()
  return { units, ended: [] }
}

/** An act that belongs to others is not offered; one that is only too late or too early is left out. */
function offered(tx: Tx, loaded: LoadedForm): FormShape['actions'] {
  const actions: FormShape['actions'] = {}
  for (const action of FORM_ACTIONS) {
    if (whyMayNot(tx.actor, action, thingOf(loaded)) === undefined) actions[action] = { whyNot: null }
  }
  if (actions.publish && loaded.row.state === 'published' && loaded.row.closed_on !== null) {
    actions.publish = { whyNot: refusalSentence('report-form-closed', { day: loaded.row.closed_on }) }
  }
  return actions
}

/** One published version, for looking back. */
export async function getFormVersion(
  tx: Tx,
  input: { id: string; versionNo: number },
): Promise<Result<{ definition: FormShape['definition'] }>> {
  const read = await readForm(tx, input.id, 'see')
  if (!read.ok) return read
  const version = await findVersion(tx, input.id, input.versionNo)
  return version ? ok({ definition: version.definition as FormShape['definition'] }) : refuse('not-found')
}

export async function findVersion(tx: Tx, formId: string, versionNo: number): Promise<Version | undefined> {
  const row = await tx.db
    .selectFrom('report_form_version')
    .selectAll()
    .where('form_id', '=', formId)
    .where('version_no', '=', versionNo)
    .executeTakeFirst()
  return (
    row && {
      versionNo: row.version_no,
      definition: row.definition as FormDefinition,
      note: row.change_note,
      mustAdd: row.must_add,
    }
  )
}

async function changesOf(tx: Tx, { row, definition }: LoadedForm): Promise<Changes | null> {
  if (row.version_no === 0) return null
  const newest = await findVersion(tx, row.id, row.version_no)
  if (!newest || sameForm(newest.definition, definition)) return null
  const changes = formChanges(newest.definition, definition)
  const label = (key: string) =>
    [...changes.added, ...changes.changed.map(({ line }) => line)].find((line) => line.key === key)?.label ?? key
  return {
    added: changes.added.map((line) => line.label),
    removed: changes.removed.map((line) => line.label),
    changed: changes.changed.map(({ line, what }) => ({ label: line.label, what: [...what] })),
    mustAdd: changes.mustAdd.map(label),
    unitsSent: (await sentReports(tx, row.id)).length,
  }
}

export type SentReport = {
  obligationId: string
  unitId: string
  unitNo: number
  unitName: string
  submissionId: string
  sourceKey: string
}

/** Reports of this form that were sent at least once and stand sent, returned or accepted. */
export async function sentReports(tx: Tx, formId: string): Promise<SentReport[]> {
  const { rows } = await sql<SentReport>`
    select o.id as "obligationId", o.unit_id as "unitId", o.unit_no as "unitNo", u.name as "unitName", s.id as "submissionId",
      o.source_key as "sourceKey"
    from app.obligation o join app.submission s on s.obligation_id = o.id join app.unit u on u.id = o.unit_id
    where o.kind = 'report' and o.source_key like 'form:%' and split_part(o.source_key, ':', 2) = ${formId}
      and (split_part(o.source_key, ':', 3) = '' or split_part(o.source_key, ':', 3) like '~%') and s.sent_count > 0
    order by o.id`.execute(tx.db)
  return rows
}

/** Earlier forms of the same host, the same campaign's first: for comparing and for copying. */
async function earlierForms(tx: Tx, { row }: LoadedForm): Promise<Page['earlier']> {
  const found = await loadForms(tx, (query) =>
    query
      .where('report_form.unit_id', '=', row.unit_id)
      .where('report_form.id', '<>', row.id)
      .where('report_form.state', '<>', 'draft')
      .where('report_form.period_to', '<=', row.period_to)
      .orderBy('report_form.period_to', 'desc')
      .orderBy('report_form.id')
      .limit(50),
  )
  return found.map((one) => ({
    id: one.row.id,
    title: one.row.title,
    periodName: one.row.period_name,
    periodTo: one.row.period_to,
  }))
}
