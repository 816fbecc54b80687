import { sql } from 'kysely'
import { record } from '../../mechanisms/record/server/index.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import type { Succession } from './follow-obligations.ts'
import type { Effect } from './unit-event-effects.ts'

export type AffectedCampaign = {
  id: string
  title: string
  /** `held`: the ending unit holds it; `recipient`: the ending unit is on the list of those it will go to. */
  as: 'held' | 'recipient'
  /** What was proposed or agreed to names its units: that list is chosen anew by whoever holds the campaign. */
  follows: boolean
  unitId: string
  documentId: string
}

/** Campaigns not yet closed that an ending unit holds, and those not yet launched that would go to it; as far as the actor sees them. */
export async function campaignsAffected(tx: Tx, { ending, successors }: Succession): Promise<AffectedCampaign[]> {
  if (ending.length === 0) return []
  const held = await tx.db
    .selectFrom('campaign')
    .select(['id', 'title', 'unit_id as unitId', 'document_id as documentId'])
    .where('unit_id', 'in', [...ending])
    .where('state', '<>', 'closed')
    .orderBy('id')
    .execute()
  const listed = await tx.db
    .selectFrom('campaign_unit')
    .innerJoin('campaign', 'campaign.id', 'campaign_unit.campaign_id')
    .select(['campaign.id', 'campaign.title', 'campaign_unit.unit_id as unitId', 'campaign.state'])
    .select('campaign.document_id as documentId')
    .where('campaign_unit.unit_id', 'in', [...ending])
    .where('campaign.state', 'in', ['draft', 'returned', 'proposed', 'agreed'])
    .orderBy('campaign.id')
    .execute()
  const goes = successors.length > 0
  return [
    ...held.map((one) => ({ ...one, as: 'held' as const, follows: goes })),
    ...listed.map(({ state, ...one }) => ({
      ...one,
      as: 'recipient' as const,
      follows: goes && (state === 'draft' || state === 'returned'),
    })),
  ]
}

/** The successor holds what the ending unit held, and stands in its place on lists nobody has agreed to yet. */
export async function followCampaigns(tx: Tx, succession: Succession): Promise<Effect[]> {
  const to = succession.successors[0]
  if (to === undefined) return []
  const unit = await tx.db.selectFrom('unit').select(['unit_no', 'name']).where('id', '=', to).executeTakeFirstOrThrow()
  const effects: Effect[] = []
  for (const one of await campaignsAffected(tx, succession)) {
    if (!one.follows) continue
    const from = (await tx.db.selectFrom('unit').select('name').where('id', '=', one.unitId).executeTakeFirstOrThrow())
      .name
    const thing = { kind: 'campaign', id: one.id, name: one.title } as const
    const detail = { from, to: unit.name, reason: succession.because }
    if (one.as === 'held') {
      await tx.db
        .updateTable('document')
        .set({ unit_id: to, unit_no: unit.unit_no })
        .where('id', '=', one.documentId)
        .execute()
      await tx.db.updateTable('campaign').set({ unit_id: to, unit_no: unit.unit_no }).where('id', '=', one.id).execute()
      await record(tx, 'campaign.holder-followed', thing, { unitId: to, detail })
    } else {
      await replaceRecipient(tx, one.id, one.unitId, to, unit.unit_no)
      await record(tx, 'campaign.recipient-followed', thing, { unitId: to, detail })
    }
    effects.push({
      kind: one.as === 'held' ? 'campaign-moved' : 'recipient-moved',
      thingId: one.id,
      before: { unitId: one.unitId },
      after: { unitId: to },
    })
  }
  return effects
}

/** In the list of recipients and in the tasks. The version goes up: whoever has the page open sees that it changed. */
export async function replaceRecipient(
  tx: Tx,
  campaignId: string,
  from: string,
  to: string,
  unitNo: number,
): Promise<void> {
  await sql`insert into app.campaign_unit (campaign_id, unit_id, unit_no) values (${campaignId}, ${to}, ${unitNo}) on conflict do nothing`.execute(
    tx.db,
  )
  await sql`
    insert into app.campaign_task_unit (campaign_id, fact_id, unit_id)
    select campaign_id, fact_id, ${to} from app.campaign_task_unit where campaign_id = ${campaignId} and unit_id = ${from}
    on conflict do nothing`.execute(tx.db)
  await tx.db.deleteFrom('campaign_unit').where('campaign_id', '=', campaignId).where('unit_id', '=', from).execute()
  await tx.db
    .deleteFrom('campaign_task_unit')
    .where('campaign_id', '=', campaignId)
    .where('unit_id', '=', from)
    .execute()
  await sql`update app.campaign set version = version + 1, changed_at = ${tx.now} where id = ${campaignId}`.execute(
    tx.db,
  )
}
