import { type Selectable, type SelectQueryBuilder, sql } from 'kysely'
import type { UnitPath } from '../../kernel/actor.ts'
import type { PlainDate } from '../../kernel/plain-date.ts'
import { refusalSentence } from '../../kernel/refusals.ts'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import type { Separation } from '../../mechanisms/consents/domain/separation.ts'
import { separationAt } from '../../mechanisms/consents/server/index.ts'
import type { CampaignTable, Database } from '../../platform/database/tables.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { unitPaths } from '../../platform/database/unit-tree.ts'
import { CAMPAIGN_ACTIONS, type CampaignHead, type CampaignSummary } from '../contract.ts'
import { type CampaignAction, type CampaignThing, whyMayNot } from '../domain/permissions.ts'

export type CampaignRow = Selectable<CampaignTable>
type Query = SelectQueryBuilder<Database, 'campaign' | 'document', object>
type Narrow = (query: Query) => Query

/** A campaign with everything its summary and its permissions need. */
export type LoadedCampaign = {
  row: CampaignRow
  hostPath: UnitPath
  hostUnitName: string
  number: string | null
  issuedOn: PlainDate | null
  signerName: string | null
  subject: string | null
  units: number
  received: number
  disseminated: number
  late: number
  reachesActor: boolean
  separation: Separation | undefined
}

/**
 * Loads campaigns the second wall lets through. The caller still asks `whyMayNot(…, 'see', …)`: the wall knows scopes, not states.
 */
export async function loadCampaigns(tx: Tx, narrow: Narrow): Promise<LoadedCampaign[]> {
  const base = tx.db
    .selectFrom('campaign')
    .innerJoin('document', 'document.id', 'campaign.document_id') as unknown as Query
  const rows = await narrow(base)
    .innerJoin('unit', 'unit.id', 'campaign.unit_id')
    .selectAll('campaign')
    .select(['unit.name as host_name', 'document.signer_name', 'document.subject'])
    .select([
      sql<string | null>`coalesce(document.number, ${readFrom('number', 'text')})`.as('number'),
      sql<PlainDate | null>`coalesce(document.issued_on::text, ${readFrom('date', 'date')})`.as('issued_on'),
      sql<number>`(select count(*) from app.campaign_unit c where c.campaign_id = campaign.id)`.as('units'),
      sql<boolean>`exists (select 1 from app.campaign_unit c where c.campaign_id = campaign.id
        and ((select app.sees_all()) or get_bit((select app.seen_bits()), c.unit_no) = 1))`.as('reaches'),
    ])
    .execute()
  const paths = await unitPaths(tx, [...new Set(rows.map((row) => row.unit_id))])
  const progress = await progressOf(
    tx,
    rows.map((row) => row.id),
  )
  const separations = new Map<string, Separation>()
  for (const row of rows.filter((one) => one.state === 'proposed')) {
    const unit = paths.get(row.unit_id) ?? []
    const asked = { step: 'campaign-agree', unit, preparedBy: row.proposed_by, roles: ['authority'] } as const
    separations.set(row.id, await separationAt(tx, asked))
  }
  return rows.map(({ host_name, number, issued_on, signer_name, subject, units, reaches, ...row }) => ({
    row,
    hostPath: paths.get(row.unit_id) ?? [],
    hostUnitName: host_name,
    number,
    issuedOn: issued_on,
    signerName: signer_name,
    subject,
    units: Number(units),
    ...(progress.get(row.id) ?? { received: 0, disseminated: 0, late: 0 }),
    reachesActor: reaches,
    separation: separations.get(row.id),
  }))
}

/** What an issued document bears already while it is being prepared; it is written down as the document's own at the launch. */
function readFrom(kind: 'number' | 'date', member: 'text' | 'date') {
  return sql<string | null>`(select nullif(f.value ->> ${sql.lit(member)}, '') from app.document_fact f
    where campaign.door = 'issued' and f.document_id = document.id and f.kind = ${sql.lit(kind)} and f.state <> 'removed'
      and (f.kind = 'number' or length(f.value ->> 'date') = 10) limit 1)`
}

type Progress = { received: number; disseminated: number; late: number }

/** How far the units have come, counted once for every list, page and the public page alike. */
async function progressOf(tx: Tx, ids: readonly string[]): Promise<Map<string, Progress>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<Progress & { id: string }>`
    select campaign_id as id, received, disseminated, late from app.campaign_progress(${[...ids]}::uuid[], ${tx.today}::date)`.execute(
    tx.db,
  )
  return new Map(rows.map(({ id, ...progress }) => [id, progress]))
}

export async function findCampaign(tx: Tx, id: string): Promise<LoadedCampaign | undefined> {
  const [found] = await loadCampaigns(tx, (query) => query.where('campaign.id', '=', id))
  return found
}

/** Everything that changes a campaign begins here: lock the row, load it as it is now, ask whether the actor may. */
export async function openCampaign(tx: Tx, id: string, action: CampaignAction): Promise<Result<LoadedCampaign>> {
  await lockCampaign(tx, id)
  return readCampaign(tx, id, action)
}

/** As `openCampaign`, only to read. */
export async function readCampaign(tx: Tx, id: string, action: CampaignAction): Promise<Result<LoadedCampaign>> {
  const loaded = await findCampaign(tx, id)
  if (!loaded) return refuse('not-found')
  const refused = whyMayNot(tx.actor, action, thingOf(loaded))
  return refused ? { ok: false, refusal: refused } : ok(loaded)
}

/** The standing office that holds it and the authority over it. */
export function leadsCampaign(tx: Tx, loaded: LoadedCampaign): boolean {
  const asOutsider = { ...thingOf(loaded), reachesActor: false }
  return whyMayNot(tx.actor, 'see', asOutsider) === undefined
}

/** Obligations are changed under the campaign's lock too, so that none is met while the campaign is being closed. */
export async function lockCampaign(tx: Tx, id: string): Promise<void> {
  await sql`select 1 from app.campaign where id = ${id} for no key update`.execute(tx.db)
}

export function thingOf(loaded: LoadedCampaign): CampaignThing {
  return {
    state: loaded.row.state,
    door: loaded.row.door,
    published: loaded.row.published_at !== null,
    paused: loaded.row.paused_on !== null,
    host: loaded.hostPath,
    reachesActor: loaded.reachesActor,
    separation: loaded.separation,
  }
}

export function toSummary(loaded: LoadedCampaign): CampaignSummary {
  const { row } = loaded
  return {
    id: row.id,
    title: row.title,
    theme: row.theme,
    state: row.state,
    door: row.door,
    hostUnitName: loaded.hostUnitName,
    number: loaded.number,
    issuedOn: loaded.issuedOn,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    launchedOn: row.launched_on,
    published: row.published_at !== null,
    pausedOn: row.paused_on,
    units: loaded.units,
    received: loaded.received,
    disseminated: loaded.disseminated,
    // A closed campaign urges nobody.
    late: row.state === 'closed' ? 0 : loaded.late,
    changedAt: row.changed_at.toISOString(),
  }
}

export function toHead(tx: Tx, loaded: LoadedCampaign): CampaignHead {
  const { row } = loaded
  return {
    ...toSummary(loaded),
    documentId: row.document_id,
    version: row.version,
    receiptDue: row.receipt_due,
    disseminateDue: row.disseminate_due,
    createdByName: row.created_by_name,
    inChargeName: row.in_charge_name ?? row.created_by_name,
    proposedAt: row.proposed_at?.toISOString() ?? null,
    launchedByName: row.launched_by_name,
    closedOn: row.closed_on,
    closeReason: row.close_reason,
    pauseReason: row.pause_reason,
    publishedAt: row.published_at?.toISOString() ?? null,
    actions: offered(tx, loaded),
  }
}

function offered(tx: Tx, loaded: LoadedCampaign): CampaignHead['actions'] {
  const actions: CampaignHead['actions'] = {}
  for (const action of CAMPAIGN_ACTIONS) {
    const refused = whyMayNot(tx.actor, action, thingOf(loaded))
    if (refused === undefined) actions[action] = { whyNot: null }
    else if (refused.code === 'two-people-needed') {
      actions[action] = { whyNot: refusalSentence(refused.code, refused.values) }
    }
  }
  return actions
}

/** The campaign after a change, for the answer. */
export async function headAfter(tx: Tx, id: string): Promise<Result<{ campaign: CampaignHead }>> {
  const loaded = await findCampaign(tx, id)
  if (!loaded) throw new Error(`campaign ${id} is gone after its change`)
  return ok({ campaign: toHead(tx, loaded) })
}
