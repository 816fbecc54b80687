import { formatDate } from '../../kernel/plain-date.ts'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import { factsOf } from '../../mechanisms/documents/server/index.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { hasEnded } from '../../platform/database/unit-tree.ts'
import { type Missing, missingForLaunch, missingForProposal, type Prepared } from '../domain/completeness.ts'
import { type Outline, outlineOf } from '../domain/outline.ts'
import type { LoadedCampaign } from './load-campaign.ts'
import { plannedTasks, unitsOfTasks } from './planned-tasks.ts'
import { type ChosenUnit, chosenUnits, refuseEnded, whyWrongDue } from './prepare.ts'

export type Ready = { units: ChosenUnit[]; outline: Outline }

/** What is still missing before the authority can be asked. */
export async function missingBeforeProposal(tx: Tx, loaded: LoadedCampaign): Promise<Missing[]> {
  const { prepared } = await gather(tx, loaded)
  return missingForProposal(prepared)
}

/**
 * May it be proposed or launched as it stands? Refuses what is missing, a unit that has ended since it was chosen, a due day that has
 * passed. Gives the units and the outline of the plan, so that the caller works with what was judged.
 */
export async function checkReady(
  tx: Tx,
  loaded: LoadedCampaign,
  forWhat: 'proposal' | 'launch',
): Promise<Result<Ready>> {
  const { prepared, units, outline } = await gather(tx, loaded, true)
  const missing = forWhat === 'proposal' ? missingForProposal(prepared) : missingForLaunch(prepared)
  if (missing.length > 0) {
    const words = missing.map((one) => one.what).join(', ')
    return refuse('campaign-incomplete', { missing: words }, { field: missing[0]?.field, data: { missing } })
  }
  const ended = units.find((unit) => hasEnded(unit.endedOn, tx.today))
  if (ended) return refuseEnded(ended)
  const wrongDue = whyWrongDue(tx, loaded.row.receipt_due, loaded.row.disseminate_due)
  if (wrongDue) return wrongDue
  const due = loaded.row.disseminate_due
  const ending = units.find((unit) => due !== null && hasEnded(unit.endedOn, due))
  if (ending && ending.endedOn !== null && due !== null) {
    const values = { unit: ending.name, day: formatDate(ending.endedOn), due: formatDate(due) }
    return refuse('unit-ends-before-due', values, { field: 'units', data: { unitId: ending.id } })
  }
  return ok({ units, outline })
}

async function gather(tx: Tx, loaded: LoadedCampaign, held = false): Promise<Ready & { prepared: Prepared }> {
  const { row } = loaded
  const outline = outlineOf(await factsOf(tx, row.document_id, false))
  const units = await chosenUnits(tx, row.id, held)
  const signed = await tx.db
    .selectFrom('document_file')
    .select('file_id')
    .where('document_id', '=', row.document_id)
    .where('role', '=', 'signed')
    .executeTakeFirst()
  // An issued document bears its number already, so it is a fact read from it; a draft gets its number entered.
  const issued = row.door === 'issued'
  const prepared: Prepared = {
    door: row.door,
    title: row.title,
    units: units.length,
    receiptDue: row.receipt_due,
    disseminateDue: row.disseminate_due,
    subject: outline.subject,
    number: issued ? outline.number : loaded.number,
    issuedOn: issued ? outline.issuedOn : loaded.issuedOn,
    signerName: issued ? outline.signerName : loaded.signerName,
    signedFile: signed !== undefined,
    ...(await tasksToMend(tx, loaded, units)),
  }
  return { units, outline, prepared }
}

/** Tasks whose days cannot be counted as they stand, and units that have tasks of a plan that does not go to them. */
async function tasksToMend(tx: Tx, loaded: LoadedCampaign, units: readonly ChosenUnit[]) {
  const given = await unitsOfTasks(tx, loaded.row.id)
  const owed = (await plannedTasks(tx, loaded)).filter(
    ({ factId, plan }) => plan.becomes !== 'none' && (given.get(factId)?.length ?? 0) > 0,
  )
  const sentTo = new Set(units.map((unit) => unit.id))
  const outside = [...new Set(owed.flatMap((task) => given.get(task.factId) ?? []))].filter((id) => !sentTo.has(id))
  return {
    openTasks: owed.filter((task) => task.ahead.length === 0).map(({ factId, title }) => ({ factId, title })),
    unitsNotSentTo: await namesOf(tx, outside),
  }
}

async function namesOf(tx: Tx, unitIds: readonly string[]): Promise<string[]> {
  if (unitIds.length === 0) return []
  const rows = await tx.db
    .selectFrom('unit')
    .select('name')
    .where('id', 'in', [...unitIds])
    .orderBy('order_no')
    .execute()
  return rows.map((row) => row.name)
}
