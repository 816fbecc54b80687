import { formatDate, type PlainDate, plainDate } from '../../../../kernel/plain-date.ts'
import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import type { Tx } from '../../../../platform/database/unit-of-work.ts'
import { getFiles, showFiles } from '../../../../platform/files/file-rows.ts'
import { actorName, record } from '../../../record/server/index.ts'
import type { RequestShape } from '../../contract.ts'
import { whyMayNotRequest } from '../../domain/requests.ts'
import { openObligation, recorded, unitCapacity, whyUnitGone } from '../act.ts'
import { findObligation, type LoadedObligation, owedThing } from '../load-obligations.ts'
import type { ObligationThings } from '../things.ts'
import { requestsOf } from './load-requests.ts'

type Input = { id: string; obligationId: string; wantedDay: string; reason: string; fileIds: string[] }

/** The unit asks for more time. One request at a time; until it is answered the last day stays what it is. The second click finds it there. */
export function askMoreTime(things: ObligationThings) {
  return async (tx: Tx, input: Input): Promise<Result<{ request: RequestShape }>> => {
    const opened = await openObligation(tx, things, input.obligationId, 'ask-more-time')
    if (!opened.ok) return opened
    const loaded = opened.value
    const gone = whyUnitGone(tx, loaded)
    if (gone) return gone
    const there = await requestsOf(tx, loaded)
    const same = there.find((one) => one.id === input.id)
    if (same) return ok({ request: same })
    const open = there.find((one) => one.state === 'open')
    if (open) return refuse('request-open', { day: formatDate(open.wantedDay) })
    const wantedDay = plainDate(input.wantedDay)
    const early = whyNotLater(loaded, wantedDay, 'wantedDay')
    if (early) return early
    const files = await getFiles(tx, input.fileIds, 'fileIds')
    if (!files.ok) return files
    await showFiles(tx, input.fileIds, [loaded.unitNo, loaded.owedToUnitNo])
    await tx.db
      .insertInto('extension_request')
      .values({
        id: input.id,
        obligation_id: loaded.id,
        unit_no: loaded.unitNo,
        wanted_day: wantedDay,
        reason: input.reason,
        file_ids: input.fileIds,
        asked_by_person: tx.actor.kind === 'person' ? tx.actor.personId : null,
        asked_by_name: actorName(tx.actor),
        asked_at: tx.now,
        state: 'open',
      })
      .execute()
    await record(tx, 'obligation.time-asked', recorded(loaded), {
      capacity: unitCapacity(tx, loaded),
      unitId: loaded.unitId,
      detail: { title: loaded.title, unit: loaded.unitName, to: formatDate(wantedDay), reason: input.reason },
    })
    return ok({ request: await writtenRequest(tx, things, loaded.id, input.id) })
  }
}

/** The unit takes its request back while it is unanswered. The second click finds it withdrawn. */
export function withdrawRequest(things: ObligationThings) {
  return async (tx: Tx, input: { id: string }): Promise<Result<{ request: RequestShape }>> => {
    const opened = await openRequest(tx, things, input.id)
    if (!opened.ok) return opened
    const { owed, row } = opened.value
    const refused = whyMayNotRequest(tx.actor, 'withdraw', owedThing(owed), row.state)
    if (refused?.code === 'request-decided' && row.state === 'withdrawn') {
      return ok({ request: await writtenRequest(tx, things, owed.id, row.id) })
    }
    if (refused) return { ok: false, refusal: refused }
    await tx.db.updateTable('extension_request').set({ state: 'withdrawn' }).where('id', '=', row.id).execute()
    await record(tx, 'obligation.time-ask-withdrawn', recorded(owed), {
      capacity: unitCapacity(tx, owed),
      unitId: owed.unitId,
      detail: { title: owed.title, unit: owed.unitName },
    })
    return ok({ request: await writtenRequest(tx, things, owed.id, row.id) })
  }
}

/** More time must end after the last day that counts now. */
export function whyNotLater(owed: LoadedObligation, day: PlainDate, field: string) {
  if (day > owed.lastDay) return undefined
  return refuse('day-not-later', { day: formatDate(day), lastDay: formatDate(owed.lastDay) }, { field })
}

/** The request under its obligation's lock. */
export async function openRequest(tx: Tx, things: ObligationThings, id: string) {
  const found = await findRequest(tx, id)
  if (!found) return refuse('not-found')
  const opened = await openObligation(tx, things, found.obligation_id, 'see')
  if (!opened.ok) return opened
  const row = (await findRequest(tx, id)) ?? found
  return ok<{ owed: LoadedObligation; row: typeof row }>({ owed: opened.value, row })
}

function findRequest(tx: Tx, id: string) {
  return tx.db.selectFrom('extension_request').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function writtenRequest(
  tx: Tx,
  things: ObligationThings,
  obligationId: string,
  id: string,
): Promise<RequestShape> {
  const owed = await findObligation(tx, things, obligationId)
  const request = owed && (await requestsOf(tx, owed)).find((one) => one.id === id)
  if (!request) throw new Error(`request ${id} is gone after its change`)
  return request
}
