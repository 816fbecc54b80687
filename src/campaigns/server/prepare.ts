import { sql } from 'kysely'
import { formatDate, type PlainDate, plainDate } from '../../kernel/plain-date.ts'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import { foldForSearch } from '../../kernel/vietnamese-text.ts'
import { record } from '../../mechanisms/record/server/index.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { hasEnded, unitPaths } from '../../platform/database/unit-tree.ts'
import type { CampaignHead } from '../contract.ts'
import { DOOR_WORDS, type Door } from '../domain/states.ts'
import { contentChanged, officeCapacity, recorded } from './change.ts'
import { headAfter, type LoadedCampaign, openCampaign } from './load-campaign.ts'

type Head = Result<{ campaign: CampaignHead }>

/** Lock, load, may he, and is what he saw still what is there? */
async function openSeen(tx: Tx, input: { id: string; version: number }): Promise<Result<LoadedCampaign>> {
  const opened = await openCampaign(tx, input.id, 'review')
  if (opened.ok && opened.value.row.version !== input.version) return refuse('changed-meanwhile')
  return opened
}

export async function setDoor(tx: Tx, input: { id: string; version: number; door: Door }): Promise<Head> {
  const opened = await openSeen(tx, input)
  if (!opened.ok) return opened
  const loaded = opened.value
  if (loaded.row.door !== input.door) {
    await tx.db.updateTable('campaign').set({ door: input.door }).where('id', '=', input.id).execute()
    await contentChanged(tx, loaded, 'cách ban hành đã được chọn lại')
    await record(tx, 'campaign.door-chosen', recorded(loaded), {
      capacity: officeCapacity(tx, loaded),
      detail: { door: DOOR_WORDS[input.door] },
    })
  }
  return headAfter(tx, input.id)
}

export async function setTitle(tx: Tx, input: { id: string; version: number; title: string }): Promise<Head> {
  const opened = await openSeen(tx, input)
  if (!opened.ok) return opened
  const loaded = opened.value
  if (loaded.row.title !== input.title) {
    await tx.db
      .updateTable('campaign')
      .set({ title: input.title, title_search: foldForSearch(input.title) })
      .where('id', '=', input.id)
      .execute()
    await contentChanged(tx, loaded, 'tên phong trào đã được sửa')
    await record(
      tx,
      'campaign.renamed',
      { ...recorded(loaded), name: input.title },
      { capacity: officeCapacity(tx, loaded), detail: { old: loaded.row.title } },
    )
  }
  return headAfter(tx, input.id)
}

type Sending = {
  id: string
  version: number
  unitIds: string[]
  receiptDue: string | null
  disseminateDue: string | null
}

/** Which units it goes to and by when they confirm and disseminate. */
export async function setUnits(tx: Tx, input: Sending): Promise<Head> {
  const opened = await openSeen(tx, input)
  if (!opened.ok) return opened
  const loaded = opened.value
  const receiptDue = input.receiptDue === null ? null : plainDate(input.receiptDue)
  const disseminateDue = input.disseminateDue === null ? null : plainDate(input.disseminateDue)
  const wrongDue = whyWrongDue(tx, receiptDue, disseminateDue)
  if (wrongDue) return wrongDue
  const units = await unitsBelow(tx, loaded, input.unitIds)
  if (!units.ok) return units
  const before = await chosenUnits(tx, input.id)
  const wanted = new Set(units.value.map((unit) => unit.id))
  const same =
    before.length === wanted.size &&
    before.every((unit) => wanted.has(unit.id)) &&
    loaded.row.receipt_due === receiptDue &&
    loaded.row.disseminate_due === disseminateDue
  if (same) return headAfter(tx, input.id)

  await tx.db.deleteFrom('campaign_unit').where('campaign_id', '=', input.id).execute()
  if (units.value.length > 0) {
    await tx.db
      .insertInto('campaign_unit')
      .values(units.value.map((unit) => ({ campaign_id: input.id, unit_id: unit.id, unit_no: unit.unitNo })))
      .execute()
  }
  await tx.db
    .updateTable('campaign')
    .set({ receipt_due: receiptDue, disseminate_due: disseminateDue })
    .where('id', '=', input.id)
    .execute()
  await contentChanged(tx, loaded, 'đơn vị nhận hoặc hạn đã được chọn lại')
  await record(tx, 'campaign.units-chosen', recorded(loaded), {
    capacity: officeCapacity(tx, loaded),
    detail: { units: wanted.size, receiptDue: dayWords(receiptDue), disseminateDue: dayWords(disseminateDue) },
  })
  return headAfter(tx, input.id)
}

function dayWords(day: PlainDate | null): string {
  return day === null ? 'chưa đặt' : formatDate(day)
}

/** A due day may not have passed, and nobody disseminates before he confirms. */
export function whyWrongDue(
  tx: Tx,
  receiptDue: PlainDate | null,
  disseminateDue: PlainDate | null,
): { ok: false; refusal: ReturnType<typeof refuse>['refusal'] } | undefined {
  if (receiptDue !== null && receiptDue < tx.today) {
    return refuse('due-in-past', { what: 'Hạn tiếp nhận', day: formatDate(receiptDue) }, { field: 'receiptDue' })
  }
  if (disseminateDue !== null && disseminateDue < tx.today) {
    return refuse(
      'due-in-past',
      { what: 'Hạn quán triệt', day: formatDate(disseminateDue) },
      { field: 'disseminateDue' },
    )
  }
  if (receiptDue !== null && disseminateDue !== null && disseminateDue < receiptDue) {
    return refuse('due-out-of-order', {}, { field: 'disseminateDue' })
  }
  return undefined
}

export type ChosenUnit = { id: string; unitNo: number; name: string; endedOn: PlainDate | null }

/** As `livingUnits`, all of them at or below the unit that holds the campaign: who is its standing office is nobody's elsewhere. */
async function unitsBelow(tx: Tx, { row, hostUnitName }: LoadedCampaign, ids: readonly string[]) {
  const units = await livingUnits(tx, ids)
  if (!units.ok) return units
  const paths = await unitPaths(
    tx,
    units.value.map((unit) => unit.id),
  )
  const outside = units.value.find((unit) => !paths.get(unit.id)?.includes(row.unit_id))
  if (!outside) return units
  return refuse('unit-elsewhere', { unit: outside.name, host: hostUnitName }, { field: 'units' })
}

/** The units with these ids, all of which hold today; the refusal names the first that has ended. */
async function livingUnits(tx: Tx, ids: readonly string[]): Promise<Result<ChosenUnit[]>> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return ok([])
  const { rows: units } = await sql<ChosenUnit>`
    select id, unit_no as "unitNo", name, valid_to as "endedOn" from app.unit
    where id = any(${wanted}::uuid[]) and valid_from <= ${tx.today}::date order by order_no, name`.execute(tx.db)
  if (units.length < wanted.length) return refuse('not-found')
  const ended = units.find((unit) => hasEnded(unit.endedOn, tx.today))
  return ended ? refuseEnded(ended) : ok(units)
}

export function refuseEnded(unit: ChosenUnit): { ok: false; refusal: ReturnType<typeof refuse>['refusal'] } {
  const day = unit.endedOn === null ? '' : formatDate(unit.endedOn)
  return refuse('unit-ended', { unit: unit.name, day }, { field: 'units', data: { unitId: unit.id } })
}

/**
 * The units chosen so far, in protocol order; also those that have ended since. `held`: none of them ends before this transaction does,
 * and one that is being ended right now is waited for and told as ended.
 */
export async function chosenUnits(tx: Tx, campaignId: string, held = false): Promise<ChosenUnit[]> {
  if (held) {
    await sql`select 1 from app.unit where id in (select unit_id from app.campaign_unit where campaign_id = ${campaignId})
      order by id for key share`.execute(tx.db)
  }
  return tx.db
    .selectFrom('campaign_unit')
    .innerJoin('unit', 'unit.id', 'campaign_unit.unit_id')
    .select(['unit.id', 'unit.unit_no as unitNo', 'unit.name', 'unit.valid_to as endedOn'])
    .where('campaign_unit.campaign_id', '=', campaignId)
    .orderBy('unit.order_no')
    .orderBy('unit.name')
    .execute()
}

/** Matches a task of the plan with units of ours; the authority agrees to it with the rest. */
export async function matchTask(tx: Tx, input: { id: string; factId: string; unitIds: string[] }): Promise<Head> {
  const opened = await openCampaign(tx, input.id, 'review')
  if (!opened.ok) return opened
  const loaded = opened.value
  const task = await tx.db
    .selectFrom('document_fact')
    .select(['id', 'value'])
    .where('id', '=', input.factId)
    .where('document_id', '=', loaded.row.document_id)
    .where('kind', '=', 'task')
    .executeTakeFirst()
  if (!task) return refuse('not-found')
  const units = await unitsBelow(tx, loaded, input.unitIds)
  if (!units.ok) return units
  const before = await tx.db
    .selectFrom('campaign_task_unit')
    .select('unit_id')
    .where('campaign_id', '=', input.id)
    .where('fact_id', '=', input.factId)
    .execute()
  const wanted = new Set(units.value.map((unit) => unit.id))
  if (before.length === wanted.size && before.every((row) => wanted.has(row.unit_id))) return headAfter(tx, input.id)
  await tx.db
    .deleteFrom('campaign_task_unit')
    .where('campaign_id', '=', input.id)
    .where('fact_id', '=', input.factId)
    .execute()
  if (units.value.length > 0) {
    await tx.db
      .insertInto('campaign_task_unit')
      .values(units.value.map((unit) => ({ campaign_id: input.id, fact_id: input.factId, unit_id: unit.id })))
      .execute()
  }
  const words = String((task.value as Record<string, unknown>).text ?? '').slice(0, 200)
  await contentChanged(tx, loaded, 'nhiệm vụ đã được gắn lại với đơn vị')
  await record(tx, 'campaign.task-matched', recorded(loaded), {
    capacity: officeCapacity(tx, loaded),
    detail: { task: words, units: units.value.length },
  })
  return headAfter(tx, input.id)
}
