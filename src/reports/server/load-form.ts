import { type Selectable, type SelectQueryBuilder, sql } from 'kysely'
import type { UnitPath } from '../../kernel/actor.ts'
import { deadlineWords } from '../../kernel/deadline.ts'
import type { PlainDate } from '../../kernel/plain-date.ts'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import type { RecordedThing } from '../../mechanisms/record/server/index.ts'
import { holdId, lockId } from '../../platform/database/lock-id.ts'
import type { Database, ReportFormTable } from '../../platform/database/tables.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { unitPaths } from '../../platform/database/unit-tree.ts'
import type { FormSummary } from '../contract.ts'
import type { FormDefinition } from '../domain/form.ts'
import { type FormAction, type FormThing, whyMayNot } from '../domain/permissions.ts'

export type FormRow = Selectable<ReportFormTable>
type Query = SelectQueryBuilder<Database, 'report_form', object>

/** A form with everything its summary and its permissions need. */
export type LoadedForm = {
  readonly row: FormRow
  readonly definition: FormDefinition
  readonly hostPath: UnitPath
  readonly hostUnitName: string
  readonly campaignTitle: string | null
  /** The last day of its campaign, or of the work it went out with, once that is closed. */
  readonly thingClosedOn: PlainDate | null
  readonly units: number
  readonly sent: number
  readonly late: number
  readonly reachesActor: boolean
}

/** What an obligation of this form bears as its source. */
export function sourceKey(formId: string): string {
  return `form:${formId}`
}

/**
 * The form an obligation's source names, and the version whose additions it asks for when it is a supplement: `form:<id>`, `form:<id>:2`.
 * What stands behind a further mark tells apart the reports of two units that have become one.
 */
export function readSourceKey(source: string): SourceKey | undefined {
  const match = /^form:([0-9a-f-]{36})(?::(\d+))?(?:[:~].*)?$/.exec(source)
  if (!match?.[1]) return undefined
  return { formId: match[1], supplementOf: match[2] === undefined ? null : Number(match[2]) }
}

type SourceKey = { formId: string; supplementOf: number | null }

/** Loads forms the second wall lets through; the caller still asks `whyMayNot(…, 'see', …)`. */
export async function loadForms(tx: Tx, narrow: (query: Query) => Query): Promise<LoadedForm[]> {
  const rows = await narrow(tx.db.selectFrom('report_form') as unknown as Query)
    .innerJoin('unit', 'unit.id', 'report_form.unit_id')
    .leftJoin('campaign', 'campaign.id', 'report_form.campaign_id')
    // Outside a campaign a form bears the id of the work it goes out with.
    .leftJoin('assignment', 'assignment.id', 'report_form.id')
    .selectAll('report_form')
    .select(['unit.name as host_name', 'campaign.title as campaign_title'])
    .select((eb) => eb.fn.coalesce('campaign.closed_on', 'assignment.closed_on').as('thing_closed_on'))
    .select('campaign.paused_on')
    .execute()
  const counts = await countsOf(tx, rows)
  const paths = await unitPaths(tx, [...new Set(rows.map((row) => row.unit_id))])
  return rows.map(({ host_name, campaign_title, thing_closed_on, paused_on: _paused, ...row }) => ({
    row,
    definition: row.definition as FormDefinition,
    hostPath: paths.get(row.unit_id) ?? [],
    hostUnitName: host_name,
    campaignTitle: campaign_title,
    thingClosedOn: thing_closed_on,
    ...(counts.get(row.id) ?? { units: 0, sent: 0, late: 0, reachesActor: false }),
  }))
}

/** Nothing becomes late while the campaign rests, and nothing is late of what has closed. */
type Resting = { readonly paused_on: PlainDate | null; readonly thing_closed_on: PlainDate | null }

type Counts = Pick<LoadedForm, 'units' | 'sent' | 'late' | 'reachesActor'>

/** How far the units have come, of the obligations the actor sees; before it is published, how many it is for. */
async function countsOf(tx: Tx, forms: readonly (FormRow & Resting)[]): Promise<Map<string, Counts>> {
  if (forms.length === 0) return new Map()
  const ids = forms.map((form) => form.id)
  const { rows } = await sql<{ id: string; chosen: string; owed: string; sent: string; late: string }>`
    select f.id, (select count(*) from app.report_form_unit u where u.form_id = f.id) as chosen,
      coalesce(o.owed, 0) as owed, coalesce(o.sent, 0) as sent, coalesce(o.late, 0) as late
    from unnest(${ids}::uuid[], ${forms.map((form) => form.paused_on ?? tx.today)}::date[]) as f (id, as_of)
    left join lateral (
      select count(*) filter (where state <> 'exempt') as owed, count(*) filter (where state = 'done') as sent,
        count(*) filter (where state = 'open' and last_day < f.as_of) as late
      from app.obligation where kind = 'report' and source_key like 'form:%' and split_part(source_key, ':', 2) = f.id::text
        and (split_part(source_key, ':', 3) = '' or split_part(source_key, ':', 3) like '~%')
    ) o on true`.execute(tx.db)
  const over = new Set(forms.filter((form) => form.thing_closed_on !== null).map((form) => form.id))
  const drafts = new Set(forms.filter((form) => form.state === 'draft').map((form) => form.id))
  return new Map(
    rows.map((row) => [
      row.id,
      {
        units: Number(drafts.has(row.id) ? row.chosen : row.owed),
        sent: Number(row.sent),
        late: over.has(row.id) ? 0 : Number(row.late),
        reachesActor: Number(row.owed) > 0,
      },
    ]),
  )
}

export async function findForm(tx: Tx, id: string): Promise<LoadedForm | undefined> {
  const [found] = await loadForms(tx, (query) => query.where('report_form.id', '=', id))
  return found
}

/** Everything that changes a form begins here: lock the row, load it as it is now, ask whether the actor may. */
export async function openForm(tx: Tx, id: string, action: FormAction): Promise<Result<LoadedForm>> {
  await lockId(tx, formLock(id))
  return readForm(tx, id, action)
}

/** Under which name a form is locked: units that write under it hold it, and may not change its row. */
function formLock(id: string): string {
  return `report form ${id}`
}

/** Holds the form of a report against being closed or given a new version, until the end of the transaction. */
export async function holdFormOf(tx: Tx, obligationId: string): Promise<void> {
  const owed = await tx.db
    .selectFrom('obligation')
    .select('source_key')
    .where('id', '=', obligationId)
    .executeTakeFirst()
  const source = owed && readSourceKey(owed.source_key)
  if (source) await holdForm(tx, source.formId)
}

/** As `holdFormOf`, where the form is known. */
export async function holdForm(tx: Tx, formId: string): Promise<void> {
  await holdId(tx, formLock(formId))
}

/** As `openForm`, only to read. */
export async function readForm(tx: Tx, id: string, action: FormAction): Promise<Result<LoadedForm>> {
  const loaded = await findForm(tx, id)
  if (!loaded) return refuse('not-found')
  const refused = whyMayNot(tx.actor, action, thingOf(loaded))
  return refused ? { ok: false, refusal: refused } : ok(loaded)
}

export function thingOf({ row, hostPath, thingClosedOn, reachesActor }: LoadedForm): FormThing {
  return {
    state: row.state,
    closedOn: row.closed_on,
    thingClosedOn,
    ofCampaign: row.campaign_id !== null,
    host: hostPath,
    reachesActor,
  }
}

export function recordedForm({ row }: LoadedForm): RecordedThing {
  return { kind: 'report-form', id: row.id, name: row.title }
}

export function toSummary(loaded: LoadedForm): FormSummary {
  const { row } = loaded
  return {
    id: row.id,
    title: row.title,
    state: row.state,
    hostUnitName: loaded.hostUnitName,
    campaignId: row.campaign_id,
    campaignTitle: loaded.campaignTitle,
    periodName: row.period_name,
    periodFrom: row.period_from,
    periodTo: row.period_to,
    due: dueOf(row),
    versionNo: row.version_no,
    units: loaded.units,
    sent: loaded.sent,
    late: row.state === 'closed' ? 0 : loaded.late,
    closedOn: row.closed_on,
    changedAt: row.changed_at.toISOString(),
  }
}

function dueOf(row: FormRow): FormSummary['due'] {
  if (row.due_day === null || row.due_relation === null) return null
  const due = { day: row.due_day, relation: row.due_relation }
  return { ...due, words: deadlineWords(due) }
}
