import { ok, type Result } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/database/unit-of-work.ts'
import { actorName, record } from '../../record/server/index.ts'
import type { ObligationShape } from '../contract.ts'
import { openObligation, recorded, reloaded, unitCapacity, whyUnitGone } from './act.ts'
import type { ObligationThings } from './things.ts'

/** «Nhận việc»: the unit says that it has taken the work on. Whoever it is owed to sees it; it changes no deadline. The second click finds it. */
export function accept(things: ObligationThings) {
  return async (tx: Tx, input: { id: string }): Promise<Result<{ obligation: ObligationShape }>> => {
    const opened = await openObligation(tx, things, input.id, 'accept')
    if (!opened.ok) return opened
    const loaded = opened.value
    const gone = whyUnitGone(tx, loaded)
    if (gone) return gone
    if (loaded.acceptedOn === null) {
      await tx.db
        .updateTable('obligation')
        .set({ accepted_on: tx.today, accepted_by_name: actorName(tx.actor), version: loaded.version + 1 })
        .where('id', '=', loaded.id)
        .execute()
      await record(tx, 'obligation.accepted', recorded(loaded), {
        capacity: unitCapacity(tx, loaded),
        unitId: loaded.unitId,
        detail: { title: loaded.title, unit: loaded.unitName },
      })
    }
    return ok({ obligation: await reloaded(tx, things, loaded.id) })
  }
}
