import { ok, type Result } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/database/unit-of-work.ts'
import { record } from '../../record/server/index.ts'
import type { ObligationShape } from '../contract.ts'
import { officeCapacity, openObligation, recorded, reloaded, whyUnitGone } from './act.ts'
import { waive } from './settle-many.ts'
import type { ObligationThings } from './things.ts'

/** The unit is not to do this after all; the reason stays with it and it is never counted as late. */
export function exempt(things: ObligationThings) {
  return async (tx: Tx, input: { id: string; reason: string }): Promise<Result<{ obligation: ObligationShape }>> => {
    const opened = await openObligation(tx, things, input.id, 'exempt')
    if (!opened.ok) return opened
    const loaded = opened.value
    await waive(tx, [{ id: loaded.id, reason: input.reason }], officeCapacity(tx, loaded))
    return ok({ obligation: await reloaded(tx, things, loaded.id) })
  }
}

/** The unit owes it again, with its last day as it was; the reason goes to the record, and with it to the page of the obligation. */
export function undoExemption(things: ObligationThings) {
  return async (tx: Tx, input: { id: string; reason: string }): Promise<Result<{ obligation: ObligationShape }>> => {
    const opened = await openObligation(tx, things, input.id, 'undo-exemption')
    if (!opened.ok) return opened
    const loaded = opened.value
    // What a unit that has ended owed is waived with it: nobody would be there to do it.
    const gone = whyUnitGone(tx, loaded)
    if (gone) return gone
    await tx.db
      .updateTable('obligation')
      .set({ state: 'open', exempt_reason: null, version: loaded.version + 1 })
      .where('id', '=', loaded.id)
      .execute()
    await record(tx, 'obligation.exemption-undone', recorded(loaded), {
      capacity: officeCapacity(tx, loaded),
      unitId: loaded.unitId,
      detail: { unit: loaded.unitName, title: loaded.title, reason: input.reason },
    })
    return ok({ obligation: await reloaded(tx, things, loaded.id) })
  }
}
