import { type Result, refuse } from '../../../kernel/result.ts'
import { leaveUndone, waive } from '../../../mechanisms/obligations/server/index.ts'
import { record } from '../../../mechanisms/record/server/index.ts'
import type { Tx } from '../../../platform/database/unit-of-work.ts'
import type { CampaignHead } from '../../contract.ts'
import { officeCapacity, recorded } from '../change.ts'
import { answered, type ChangeInput, keepChange, openChange } from './change-paper.ts'
import { lockOpen } from './open-duties.ts'

type Decision = { outcome: 'waived' | 'left'; reason: string }
type Closing = ChangeInput & {
  open: number
  groups: readonly (Decision & { key: string })[]
  exceptions: readonly (Decision & { obligationId: string })[]
}

/**
 * The campaign is over, by a paper. Each thing still owed is decided before: waived, or left as not done, with its reason; what came on
 * paper is noted on its own before that. Refuses as long as one is not decided, or when there are others by now than the office saw.
 */
export async function close(
  tx: Tx,
  input: Closing,
): Promise<Result<{ campaign: CampaignHead; waived: number; left: number }>> {
  const opened = await openChange(tx, input, 'close')
  if (!opened.ok) return opened
  if (opened.value.again) return answered(tx, input.id, { waived: 0, left: 0 })
  const { loaded } = opened.value
  const open = await lockOpen(tx, input.id)
  if (open.length !== input.open) return refuse('changed-meanwhile')
  const single = new Map(input.exceptions.map((one) => [one.obligationId, one]))
  const group = new Map(input.groups.map((one) => [one.key, one]))
  const decided = open.flatMap(({ id, key }) => {
    const decision = single.get(id) ?? group.get(key)
    return decision ? [{ id, outcome: decision.outcome, reason: decision.reason }] : []
  })
  if (decided.length < open.length) {
    return refuse('open-undecided', { count: open.length - decided.length }, { field: 'groups' })
  }
  const waived = decided.filter((one) => one.outcome === 'waived')
  const left = decided.filter((one) => one.outcome === 'left')
  await waive(tx, waived)
  await leaveUndone(tx, left)
  await tx.db
    .updateTable('campaign')
    .set({
      state: 'closed',
      closed_at: tx.now,
      closed_on: tx.today,
      close_reason: input.reason,
      paused_on: null,
      pause_reason: null,
      changed_at: tx.now,
    })
    .where('id', '=', input.id)
    .execute()
  await keepChange(tx, input, 'closed', { waived: waived.length, left: left.length })
  await record(tx, 'campaign.closed', recorded(loaded), {
    capacity: officeCapacity(tx, loaded),
    detail: { reason: input.reason },
  })
  return answered(tx, input.id, { waived: waived.length, left: left.length })
}
