import { type Deadline, deadlineWords, lastDayOnTime } from '../../kernel/deadline.ts'
import type { PlainDate } from '../../kernel/plain-date.ts'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import { unconfirmedAmong } from '../../organisation/server/index.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import type { DutiesPreview } from '../contract.ts'
import { turnWords } from '../domain/turns.ts'
import { type LoadedCampaign, leadsCampaign, readCampaign } from './load-campaign.ts'
import { plannedTasks, unitsOfTasks } from './planned-tasks.ts'
import { type ChosenUnit, chosenUnits } from './prepare.ts'

const PAGE_SIZE = 50

/** One thing that units will owe on one day: which, what, by when. */
type Foreseen = { lastDay: PlainDate; title: string; words: string; unitIds: readonly string[] }

/** How many obligations the launch will write, by day and by unit, before anybody is asked. */
export async function previewDuties(tx: Tx, input: { id: string; page: number }): Promise<Result<DutiesPreview>> {
  const opened = await readCampaign(tx, input.id, 'see')
  if (!opened.ok) return opened
  if (!leadsCampaign(tx, opened.value)) return refuse('not-found')
  const units = await chosenUnits(tx, input.id)
  const foreseen = await foresee(tx, opened.value, units)
  const counts = new Map<string, number>()
  for (const unitId of foreseen.flatMap((one) => one.unitIds)) counts.set(unitId, (counts.get(unitId) ?? 0) + 1)
  const start = (input.page - 1) * PAGE_SIZE
  return ok({
    total: foreseen.reduce((sum, one) => sum + one.unitIds.length, 0),
    days: foreseen.map(({ unitIds, ...one }) => ({ ...one, units: unitIds.length })),
    units: units
      .slice(start, start + PAGE_SIZE)
      .map((unit) => ({ unitId: unit.id, unitName: unit.name, count: counts.get(unit.id) ?? 0 })),
    unitCount: units.length,
    page: input.page,
    pageSize: PAGE_SIZE,
    unconfirmedYears: await unconfirmedAmong(
      tx,
      foreseen.map((one) => one.lastDay),
    ),
  })
}

async function foresee(tx: Tx, loaded: LoadedCampaign, units: readonly ChosenUnit[]): Promise<Foreseen[]> {
  const unitIds = units.map((unit) => unit.id)
  const { receipt_due: receiptDue, disseminate_due: disseminateDue } = loaded.row
  const given = await unitsOfTasks(tx, loaded.row.id)
  const common = [due('Xác nhận tiếp nhận', receiptDue, unitIds), due('Quán triệt kế hoạch', disseminateDue, unitIds)]
  const tasks = (await plannedTasks(tx, loaded)).flatMap((task) =>
    task.ahead.map((turn) => ({
      lastDay: turn.lastDay,
      title: task.title,
      words: turnWords(turn),
      unitIds: given.get(task.factId) ?? [],
    })),
  )
  return [...common.flat(), ...tasks]
    .filter((one) => one.unitIds.length > 0)
    .sort((a, b) => (a.lastDay === b.lastDay ? 0 : a.lastDay < b.lastDay ? -1 : 1))
}

function due(title: string, day: PlainDate | null, unitIds: readonly string[]): Foreseen[] {
  if (day === null) return []
  const deadline: Deadline = { day, relation: 'by' }
  return [{ lastDay: lastDayOnTime(deadline), title, words: deadlineWords(deadline), unitIds }]
}
