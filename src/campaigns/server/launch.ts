import type { PlainDate } from '../../kernel/plain-date.ts'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import { createObligations, type NewObligation } from '../../mechanisms/obligations/server/index.ts'
import { actorName, record } from '../../mechanisms/record/server/index.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import type { CampaignHead } from '../contract.ts'
import { whyMayNot } from '../domain/permissions.ts'
import { officeCapacity, recorded } from './change.ts'
import { dutiesOfTasks } from './duties-of-tasks.ts'
import {
  findCampaign,
  headAfter,
  type LoadedCampaign,
  lockCampaign,
  openCampaign,
  thingOf,
  toHead,
} from './load-campaign.ts'
import type { ChosenUnit } from './prepare.ts'
import { checkReady } from './readiness.ts'
import { sendPlan } from './send-plan.ts'

/** The standing office launches an agreed draft that has its number, date, signer and signed file. A second click finds it launched. */
export async function launch(
  tx: Tx,
  input: { id: string; version: number },
): Promise<Result<{ campaign: CampaignHead; alreadyLaunched: boolean }>> {
  await lockCampaign(tx, input.id)
  const before = await findCampaign(tx, input.id)
  if (before?.row.state === 'launched' && whyMayNot(tx.actor, 'close', thingOf(before)) === undefined) {
    return ok({ campaign: toHead(tx, before), alreadyLaunched: true })
  }
  const opened = await openCampaign(tx, input.id, 'launch')
  if (!opened.ok) return opened
  if (opened.value.row.version !== input.version) return refuse('changed-meanwhile')
  const launched = await launchLoaded(tx, opened.value)
  if (!launched.ok) return launched
  const head = await headAfter(tx, input.id)
  return head.ok ? ok({ ...head.value, alreadyLaunched: false }) : head
}

/**
 * The launch itself: the campaign exists for the units, the plan is sent to them, each owes a confirmation of receipt, a dissemination and
 * every turn of the tasks it was matched with. All in the caller's transaction, so all of it or nothing.
 */
export async function launchLoaded(tx: Tx, loaded: LoadedCampaign): Promise<Result<void>> {
  const ready = await checkReady(tx, loaded, 'launch')
  if (!ready.ok) return ready
  const { units, outline } = ready.value
  const { row } = loaded
  const receiptDue = row.receipt_due
  const disseminateDue = row.disseminate_due
  if (receiptDue === null || disseminateDue === null) throw new Error(`campaign ${row.id} was ready without due days`)

  if (row.door === 'issued') {
    await tx.db
      .updateTable('document')
      .set({
        number: outline.number,
        issued_on: outline.issuedOn,
        signer_name: outline.signerName,
        signer_title: outline.signerTitle,
      })
      .where('id', '=', row.document_id)
      .execute()
  }
  await tx.db
    .updateTable('campaign')
    .set({
      state: 'launched',
      launched_at: tx.now,
      launched_on: tx.today,
      launched_by_name: actorName(tx.actor),
      changed_at: tx.now,
    })
    .where('id', '=', row.id)
    .execute()
  await sendPlan(tx, row.id, units)
  const tasks = await dutiesOfTasks(tx, loaded, units)
  await createObligations(tx, [
    ...units.flatMap((unit) => obligationsOf(row.id, row.unit_id, unit, receiptDue, disseminateDue)),
    ...tasks,
  ])
  await record(tx, 'campaign.launched', recorded(loaded), {
    capacity: officeCapacity(tx, loaded),
    detail: { units: units.length },
  })
  return ok(undefined)
}

function obligationsOf(
  campaignId: string,
  hostUnitId: string,
  unit: ChosenUnit,
  receiptDue: PlainDate,
  disseminateDue: PlainDate,
): NewObligation[] {
  const common = { thing: { kind: 'campaign' as const, id: campaignId }, unit, owedToUnitId: hostUnitId, words: null }
  return [
    { ...common, kind: 'confirm-receipt', title: 'Xác nhận tiếp nhận', deadline: { day: receiptDue, relation: 'by' } },
    { ...common, kind: 'disseminate', title: 'Quán triệt kế hoạch', deadline: { day: disseminateDue, relation: 'by' } },
  ]
}
