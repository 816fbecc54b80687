import { formatDate, type PlainDate, plainDate } from '../../../kernel/plain-date.ts'
import { type Result, refuse } from '../../../kernel/result.ts'
import { createObligations, prolong as prolongObligations } from '../../../mechanisms/obligations/server/index.ts'
import { record } from '../../../mechanisms/record/server/index.ts'
import type { Tx } from '../../../platform/database/unit-of-work.ts'
import type { CampaignHead } from '../../contract.ts'
import { officeCapacity, recorded } from '../change.ts'
import { turnsAfter } from '../duties-of-tasks.ts'
import type { LoadedCampaign } from '../load-campaign.ts'
import { answered, type ChangeInput, keepChange, openChange } from './change-paper.ts'
import { lockOpen } from './open-duties.ts'

type Prolonging = ChangeInput & {
  endsOn: string | null
  groups: readonly { key: string; lastDay: string }[]
  unitIds: readonly string[] | null
}

/**
 * By a paper: another end of the campaign, another last day of what is still open, or both. What recurs gets its turns up to the new end.
 * Nothing becomes earlier; what was late and gets a day ahead is late no more.
 */
export async function prolong(
  tx: Tx,
  input: Prolonging,
): Promise<Result<{ campaign: CampaignHead; prolonged: number; added: number }>> {
  const opened = await openChange(tx, input, 'prolong')
  if (!opened.ok) return opened
  if (opened.value.again) return answered(tx, input.id, { prolonged: 0, added: 0 })
  const { loaded } = opened.value
  const endsOn = input.endsOn === null ? null : plainDate(input.endsOn)
  const wrong = whyWrongDays(tx, loaded, endsOn, input.groups)
  if (wrong) return wrong
  const days = new Map(input.groups.map((group) => [group.key, plainDate(group.lastDay)]))
  const prolonged = await giveMoreTime(tx, loaded, days, input)
  const added = endsOn === null ? 0 : await moveEnd(tx, loaded, endsOn)
  if (prolonged === 0 && endsOn === null) return refuse('nothing-prolonged', {}, { field: 'groups' })
  await keepChange(tx, input, 'prolonged', { endsOn, endedOn: loaded.row.ends_on, prolonged, added })
  await record(tx, 'campaign.prolonged', recorded(loaded), {
    capacity: officeCapacity(tx, loaded),
    detail: {
      document: input.paper.number,
      end: endsOn === null ? 'ngày kết thúc giữ nguyên' : `ngày kết thúc mới ${formatDate(endsOn)}`,
      prolonged,
      reason: input.reason,
    },
  })
  return answered(tx, input.id, { prolonged, added })
}

function whyWrongDays(tx: Tx, { row }: LoadedCampaign, endsOn: PlainDate | null, groups: Prolonging['groups']) {
  if (endsOn !== null && (endsOn < tx.today || (row.ends_on !== null && endsOn <= row.ends_on))) {
    const now = row.ends_on === null ? 'hôm nay' : formatDate(row.ends_on)
    return refuse('end-not-later', { day: formatDate(endsOn), now }, { field: 'endsOn' })
  }
  const over = groups.findIndex((group) => group.lastDay < tx.today)
  if (over === -1) return undefined
  const day = formatDate(groups[over]?.lastDay ?? '')
  return refuse('due-in-past', { what: 'Hạn mới', day }, { field: `groups.${over}.lastDay` })
}

async function giveMoreTime(
  tx: Tx,
  loaded: LoadedCampaign,
  days: ReadonlyMap<string, PlainDate>,
  { unitIds, reason, paper }: Prolonging,
): Promise<number> {
  if (days.size === 0) return 0
  const only = unitIds && new Set(unitIds)
  const chosen = (await lockOpen(tx, loaded.row.id)).filter(
    (one) => days.has(one.key) && (only?.has(one.unitId) ?? true),
  )
  const keys = new Map(chosen.map((one) => [one.id, one.key]))
  const because = `${reason} (văn bản ${paper.number})`
  const later = await prolongObligations(
    tx,
    [...keys.keys()],
    ({ id }) => days.get(keys.get(id) ?? '') ?? null,
    because,
  )
  return later.length
}

/** The campaign ends later; what comes every month or quarter is owed up to the new end. Gives how many were added. */
async function moveEnd(tx: Tx, loaded: LoadedCampaign, endsOn: PlainDate): Promise<number> {
  const more = await turnsAfter(tx, loaded, endsOn)
  await tx.db
    .updateTable('campaign')
    .set({ ends_on: endsOn, changed_at: tx.now })
    .where('id', '=', loaded.row.id)
    .execute()
  await createObligations(tx, more)
  return more.length
}
