import { addDays, daysBetween, formatDate, type PlainDate } from '../../../kernel/plain-date.ts'
import type { Result } from '../../../kernel/result.ts'
import { firstWorkingDayOnOrAfter } from '../../../kernel/working-days.ts'
import { prolong as prolongObligations } from '../../../mechanisms/obligations/server/index.ts'
import { record } from '../../../mechanisms/record/server/index.ts'
import { specialDaysFrom } from '../../../platform/database/special-days.ts'
import type { Tx } from '../../../platform/database/unit-of-work.ts'
import type { CampaignHead } from '../../contract.ts'
import { officeCapacity, recorded } from '../change.ts'
import type { LoadedCampaign } from '../load-campaign.ts'
import { answered, type ChangeInput, keepChange, openChange } from './change-paper.ts'
import { firstAskedOn, lockOpen } from './open-duties.ts'

/** By a paper: from today on nothing of it is urged and nothing becomes late, until it is taken up again. */
export async function pause(tx: Tx, input: ChangeInput): Promise<Result<{ campaign: CampaignHead }>> {
  const opened = await openChange(tx, input, 'pause')
  if (!opened.ok) return opened
  if (opened.value.again) return answered(tx, input.id, {})
  const { loaded } = opened.value
  await tx.db
    .updateTable('campaign')
    .set({ paused_on: tx.today, pause_reason: input.reason, changed_at: tx.now })
    .where('id', '=', input.id)
    .execute()
  await keepChange(tx, input, 'paused', {})
  await record(tx, 'campaign.paused', recorded(loaded), {
    capacity: officeCapacity(tx, loaded),
    detail: { document: input.paper.number, reason: input.reason },
  })
  return answered(tx, input.id, {})
}

/**
 * By a paper: it goes on. What was open and not yet late on the day of the pause is due as many days later as the pause lasted, and on the
 * next working day where that is none. What was late before the pause stays late as it was, what was asked for during it keeps its day.
 */
export async function resume(
  tx: Tx,
  input: ChangeInput,
): Promise<Result<{ campaign: CampaignHead; days: number; prolonged: number }>> {
  const opened = await openChange(tx, input, 'resume')
  if (!opened.ok) return opened
  if (opened.value.again) return answered(tx, input.id, { days: 0, prolonged: 0 })
  const { loaded } = opened.value
  const pausedOn = loaded.row.paused_on ?? tx.today
  const days = daysBetween(pausedOn, tx.today)
  await tx.db
    .updateTable('campaign')
    .set({ paused_on: null, pause_reason: null, changed_at: tx.now })
    .where('id', '=', input.id)
    .execute()
  const prolonged = await giveBack(tx, loaded, { pausedOn, days, paper: input.paper.number })
  await keepChange(tx, input, 'resumed', { pausedOn, days, prolonged })
  await record(tx, 'campaign.resumed', recorded(loaded), {
    capacity: officeCapacity(tx, loaded),
    detail: { document: input.paper.number, reason: input.reason, days, prolonged },
  })
  return answered(tx, input.id, { days, prolonged })
}

async function giveBack(
  tx: Tx,
  { row }: LoadedCampaign,
  { pausedOn, days, paper }: { pausedOn: PlainDate; days: number; paper: string },
): Promise<number> {
  if (days === 0) return 0
  const special = await specialDaysFrom(tx, pausedOn)
  const since = await firstAskedOn(tx, row.id)
  // What was asked for only during the pause was given its day in sight of it.
  const open = (await lockOpen(tx, row.id)).filter((one) => (since.get(one.key) ?? pausedOn) <= pausedOn)
  const words = `Phong trào tạm dừng ${days} ngày, từ ${formatDate(pausedOn)} (văn bản ${paper})`
  const later = await prolongObligations(
    tx,
    open.map((one) => one.id),
    ({ lastDay }) => (lastDay < pausedOn ? null : firstWorkingDayOnOrAfter(addDays(lastDay, days), special)),
    words,
  )
  return later.length
}
