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
  /** Units owe by it already: the list is part of what happened. */
  launched: boolean
  unitId: string
  documentId: string
}

/** Campaigns not yet closed that an ending unit holds, and those that went or would go to it; as far as the actor sees them. */
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
    .where('campaign.state', '<>', 'closed')
    .orderBy('campaign.id')
    .execute()
  const goes = successors.length > 0
  return [
    ...held.map((one) => ({ ...one, as: 'held' as const, follows: goes, launched: false })),
    ...listed.map(({ state, ...one }) => ({
      ...one,
      as: 'recipient' as const,
      follows: goes && (state === 'draft' || state === 'returned' || state === 'launched'),
      launched: state === 'launched',
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
      const before = { unitId: one.unitId }
      effects.push({ kind: 'campaign-moved', thingId: one.id, before, after: { unitId: to } })
    } else {
      const replaced = await replaceRecipient(tx, one, { from: one.unitId, to, unitNo: unit.unit_no })
      await record(tx, 'campaign.recipient-followed', thing, { unitId: to, detail })
      const after = { unitId: to, launched: one.launched, ...replaced }
      effects.push({ kind: 'recipient-moved', thingId: one.id, before: { unitId: one.unitId }, after })
    }
  }
  return effects
}

/**
 * In the list of recipients and in the tasks. Before the launch the version goes up, so that whoever has the page open sees that it changed.
 * After it the plan is sent to the successor too, and a unit that has done something of it stays on the list beside its successor.
 */
async function replaceRecipient(
  tx: Tx,
  { id, launched }: { id: string; launched: boolean },
  { from, to, unitNo }: { from: string; to: string; unitNo: number },
): Promise<{ added: boolean; tasks: string[]; addedTasks: string[] }> {
  const added = await addRecipient(tx, id, to, unitNo)
  const tasks = await tx.db
    .deleteFrom('campaign_task_unit')
    .where('campaign_id', '=', id)
    .where('unit_id', '=', from)
    .returning('fact_id')
    .execute()
  const facts = tasks.map((task) => task.fact_id)
  const addedTasks = await addTasks(tx, id, to, facts)
  await sql`
    delete from app.campaign_unit c where c.campaign_id = ${id} and c.unit_id = ${from} and not exists (
      select 1 from app.obligation o where o.thing_id = ${id} and o.unit_id = ${from} and o.state = 'done')`.execute(
    tx.db,
  )
  if (launched) {
    await sql`
      insert into app.document_unit (document_id, unit_id, unit_no, sent_at)
      select c.document_id, ${to}, ${unitNo}, ${tx.now} from app.campaign c where c.id = ${id}
      on conflict do nothing`.execute(tx.db)
  } else await listChanged(tx, id)
  return { added, tasks: facts, addedTasks }
}

/** The lists as before the event: the old unit back on them, the successor off where it had not been. */
export async function restoreRecipient(tx: Tx, id: string, back: string, after: Effect['after']): Promise<void> {
  const to = String(after.unitId)
  const { unit_no } = await tx.db.selectFrom('unit').select('unit_no').where('id', '=', back).executeTakeFirstOrThrow()
  await addRecipient(tx, id, back, unit_no)
  await addTasks(tx, id, back, (after.tasks as string[] | undefined) ?? [])
  const addedTasks = (after.addedTasks as string[] | undefined) ?? []
  if (addedTasks.length > 0) {
    await tx.db
      .deleteFrom('campaign_task_unit')
      .where('campaign_id', '=', id)
      .where('unit_id', '=', to)
      .where('fact_id', 'in', addedTasks)
      .execute()
  }
  if (after.added === true) {
    await tx.db.deleteFrom('campaign_unit').where('campaign_id', '=', id).where('unit_id', '=', to).execute()
  }
  if (after.launched !== true) await listChanged(tx, id)
}

async function addRecipient(tx: Tx, id: string, unitId: string, unitNo: number): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto('campaign_unit')
    .values({ campaign_id: id, unit_id: unitId, unit_no: unitNo })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** Gives those that were not there. */
async function addTasks(tx: Tx, id: string, unitId: string, facts: readonly string[]): Promise<string[]> {
  if (facts.length === 0) return []
  const rows = await tx.db
    .insertInto('campaign_task_unit')
    .values(facts.map((factId) => ({ campaign_id: id, fact_id: factId, unit_id: unitId })))
    .onConflict((conflict) => conflict.doNothing())
    .returning('fact_id')
    .execute()
  return rows.map((row) => row.fact_id)
}

async function listChanged(tx: Tx, id: string): Promise<void> {
  await sql`update app.campaign set version = version + 1, changed_at = ${tx.now} where id = ${id}`.execute(tx.db)
}
