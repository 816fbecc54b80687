import { formatDate, plainDate } from '../../../kernel/plain-date.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/database/unit-of-work.ts'
import { getFiles, showFiles } from '../../../platform/files/file-rows.ts'
import { record } from '../../record/server/index.ts'
import type { ObligationShape } from '../contract.ts'
import { officeCapacity, openObligation, recorded, reloaded } from './act.ts'
import type { ObligationThings } from './things.ts'

/**
 * What the unit entered or sent later had come on paper before: whoever it is owed to notes the day the paper arrived, with its scan, and that
 * day counts. Only an earlier day than the one that stands; the unit itself cannot set it.
 */
export function noteArrival(things: ObligationThings) {
  return async (
    tx: Tx,
    input: { id: string; arrivedOn: string; scanFileId: string },
  ): Promise<Result<{ obligation: ObligationShape }>> => {
    const opened = await openObligation(tx, things, input.id, 'note-arrival')
    if (!opened.ok) return opened
    const loaded = opened.value
    const on = plainDate(input.arrivedOn)
    if (loaded.doneOn === on) return ok({ obligation: await reloaded(tx, things, loaded.id) })
    if (loaded.doneOn === null || on > loaded.doneOn) {
      const day = loaded.doneOn === null ? '' : formatDate(loaded.doneOn)
      return refuse('arrival-not-earlier', { day }, { field: 'arrivedOn' })
    }
    const launched = loaded.thing.launchedOn
    if (launched !== null && on < launched) {
      return refuse('day-before-launch', { day: formatDate(on), launch: formatDate(launched) }, { field: 'arrivedOn' })
    }
    const scan = await getFiles(tx, [input.scanFileId], 'scanFileId')
    if (!scan.ok) return scan
    await showFiles(tx, [input.scanFileId], [loaded.unitNo])
    await tx.db
      .updateTable('obligation')
      .set({ done_on: on, scan_file_id: input.scanFileId, version: loaded.version + 1 })
      .where('id', '=', loaded.id)
      .execute()
    await record(tx, 'obligation.arrival-noted', recorded(loaded), {
      capacity: officeCapacity(tx, loaded),
      unitId: loaded.unitId,
      detail: { unit: loaded.unitName, title: loaded.title, on: formatDate(on), before: formatDate(loaded.doneOn) },
    })
    return ok({ obligation: await reloaded(tx, things, loaded.id) })
  }
}
