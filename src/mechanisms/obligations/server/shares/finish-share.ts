import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import type { Tx } from '../../../../platform/database/unit-of-work.ts'
import { getFiles, showFiles } from '../../../../platform/files/file-rows.ts'
import { record } from '../../../record/server/index.ts'
import type { ShareShape } from '../../contract.ts'
import { whyMayNotShare } from '../../domain/shares.ts'
import { openObligation, recorded, unitCapacity } from '../act.ts'
import { type LoadedObligation, owedThing } from '../load-obligations.ts'
import type { ObligationThings } from '../things.ts'
import { writtenShare } from './give-share.ts'

/** Whoever has a part says that it is done, with a note and files; the unit's officer sees it and goes on. The second click finds it done. */
export function finishShare(things: ObligationThings) {
  return async (
    tx: Tx,
    input: { id: string; version: number; note: string; fileIds: string[] },
  ): Promise<Result<{ share: ShareShape }>> => {
    const opened = await openShare(tx, things, input.id)
    if (!opened.ok) return opened
    const { owed, row } = opened.value
    const refused = whyMayNotShare(tx.actor, 'finish', owedThing(owed), thingOf(row))
    if (refused?.code === 'share-done') return ok({ share: await writtenShare(tx, things, owed.id, row.id) })
    if (refused) return { ok: false, refusal: refused }
    if (row.version !== input.version) return refuse('changed-meanwhile')
    const files = await getFiles(tx, input.fileIds, 'fileIds')
    if (!files.ok) return files
    // Somebody whose main post is elsewhere brought them there: the unit of the work reads them too.
    await showFiles(tx, input.fileIds, [owed.unitNo])
    await tx.db
      .updateTable('obligation_share')
      .set({ done_on: tx.today, done_note: input.note, file_ids: input.fileIds, version: row.version + 1 })
      .where('id', '=', row.id)
      .execute()
    await record(tx, 'obligation.share-finished', recorded(owed), {
      capacity: unitCapacity(tx, owed),
      unitId: owed.unitId,
      detail: { part: row.part, title: owed.title, unit: owed.unitName },
    })
    return ok({ share: await writtenShare(tx, things, owed.id, row.id) })
  }
}

/** The part goes back to the unit: whoever had it is no longer asked for it. Not once it is done. */
export function takeBackShare(things: ObligationThings) {
  return async (tx: Tx, input: { id: string; version: number }): Promise<Result<{ done: true }>> => {
    const opened = await openShare(tx, things, input.id)
    if (!opened.ok) return opened
    const { owed, row } = opened.value
    const refused = whyMayNotShare(tx.actor, 'take-back', owedThing(owed), thingOf(row))
    if (refused) return { ok: false, refusal: refused }
    if (row.taken_back_at !== null) return ok({ done: true })
    if (row.version !== input.version) return refuse('changed-meanwhile')
    await tx.db
      .updateTable('obligation_share')
      .set({ taken_back_at: tx.now, version: row.version + 1 })
      .where('id', '=', row.id)
      .execute()
    await record(tx, 'obligation.share-taken-back', recorded(owed), {
      capacity: unitCapacity(tx, owed),
      unitId: owed.unitId,
      detail: { person: row.person_name, part: row.part, title: owed.title, unit: owed.unitName },
    })
    return ok({ done: true })
  }
}

/** The part under its obligation's lock, the way every act goes: thing, obligation, part. */
async function openShare(tx: Tx, things: ObligationThings, id: string) {
  const found = await findShare(tx, id)
  if (!found) return refuse('not-found')
  const opened = await openObligation(tx, things, found.obligation_id, 'see')
  if (!opened.ok) return opened
  const row = (await findShare(tx, id)) ?? found
  return ok<{ owed: LoadedObligation; row: typeof row }>({ owed: opened.value, row })
}

function findShare(tx: Tx, id: string) {
  return tx.db.selectFrom('obligation_share').selectAll().where('id', '=', id).executeTakeFirst()
}

function thingOf(row: NonNullable<Awaited<ReturnType<typeof findShare>>>) {
  return { personId: row.person_id, doneOn: row.done_on, takenBack: row.taken_back_at !== null }
}
