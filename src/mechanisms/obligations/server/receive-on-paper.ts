import { formatDate, plainDate } from '../../../kernel/plain-date.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/database/unit-of-work.ts'
import { getFiles, showFiles } from '../../../platform/files/file-rows.ts'
import { record } from '../../record/server/index.ts'
import type { ObligationShape } from '../contract.ts'
import { officeCapacity, openObligation, recorded, reloaded } from './act.ts'
import type { ObligationThings } from './things.ts'

/** «Đã nhận bản giấy»: the standing office notes that the unit has done it on paper; the day on the paper counts, urging stops at once. */
export function receiveOnPaper(things: ObligationThings) {
  return async (
    tx: Tx,
    input: { id: string; receivedOn: string; fromName: string; scanFileId: string | null },
  ): Promise<Result<{ obligation: ObligationShape }>> => {
    const opened = await openObligation(tx, things, input.id, 'receive-on-paper')
    if (!opened.ok) return opened
    const loaded = opened.value
    const on = plainDate(input.receivedOn)
    if (on > tx.today) return refuse('day-in-future', { day: formatDate(on) }, { field: 'receivedOn' })
    const launched = loaded.thing.launchedOn
    if (launched !== null && on < launched) {
      return refuse('day-before-launch', { day: formatDate(on), launch: formatDate(launched) }, { field: 'receivedOn' })
    }
    const scan = await getFiles(tx, input.scanFileId === null ? [] : [input.scanFileId], 'scanFileId')
    if (!scan.ok) return scan
    if (loaded.needsProof && input.scanFileId === null) return refuse('proof-required', {}, { field: 'scanFileId' })
    if (input.scanFileId !== null) await showFiles(tx, [input.scanFileId], [loaded.unitNo])
    await tx.db
      .updateTable('obligation')
      .set({
        state: 'done',
        done_on: on,
        done_way: 'paper',
        done_by_name: input.fromName,
        scan_file_id: input.scanFileId,
        version: loaded.version + 1,
      })
      .where('id', '=', loaded.id)
      .execute()
    await record(tx, 'obligation.received-on-paper', recorded(loaded), {
      capacity: officeCapacity(tx, loaded),
      unitId: loaded.unitId,
      onBehalfOf: input.fromName,
      detail: { unit: loaded.unitName, title: loaded.title, on: formatDate(on), from: input.fromName },
    })
    return ok({ obligation: await reloaded(tx, things, loaded.id) })
  }
}
