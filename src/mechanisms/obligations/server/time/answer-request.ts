import { dayOf, formatDate, plainDate } from '../../../../kernel/plain-date.ts'
import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import type { Tx } from '../../../../platform/database/unit-of-work.ts'
import { getFiles, showFiles } from '../../../../platform/files/file-rows.ts'
import { actorName, record } from '../../../record/server/index.ts'
import type { ObligationShape, RequestShape } from '../../contract.ts'
import { whyMayNotRequest } from '../../domain/requests.ts'
import { officeCapacity, openObligation, recorded, reloaded } from '../act.ts'
import { type LoadedObligation, owedThing } from '../load-obligations.ts'
import { prolong as giveMoreTime } from '../prolong.ts'
import type { ObligationThings } from '../things.ts'
import { openRequest, whyNotLater, writtenRequest } from './ask-more-time.ts'

type Paper = { byName: string; on: string; scanFileId: string }
type Input = {
  id: string
  outcome: 'granted' | 'refused'
  grantedDay: string | null
  answer: string
  paper: Paper | null
}

/**
 * Whoever it is owed to grants more time, to the day asked for or another, or refuses with a reason; in the product, or entered from paper
 * in the name of who decided. Urging follows the new last day at once.
 */
export function answerRequest(things: ObligationThings) {
  return async (tx: Tx, input: Input): Promise<Result<{ request: RequestShape; obligation: ObligationShape }>> => {
    const opened = await openRequest(tx, things, input.id)
    if (!opened.ok) return opened
    const { owed, row } = opened.value
    const refused = whyMayNotRequest(tx.actor, 'answer', owedThing(owed), row.state)
    if (refused) return { ok: false, refusal: refused }
    const granted = input.outcome === 'granted' ? plainDate(input.grantedDay ?? row.wanted_day) : null
    const early = granted === null ? undefined : whyNotLater(owed, granted, 'grantedDay')
    if (early) return early
    if (granted === null && input.answer === '') return refuse('answer-required', {}, { field: 'answer' })
    const paper = await checkedPaper(tx, owed, input.paper, row.asked_at)
    if (!paper.ok) return paper
    await tx.db
      .updateTable('extension_request')
      .set({
        state: input.outcome,
        granted_day: granted,
        answer: input.answer === '' ? null : input.answer,
        decided_by_name: input.paper?.byName ?? actorName(tx.actor),
        decided_at: tx.now,
        ...(input.paper
          ? {
              paper_on: plainDate(input.paper.on),
              paper_scan_id: input.paper.scanFileId,
              entered_by_name: actorName(tx.actor),
            }
          : {}),
      })
      .where('id', '=', row.id)
      .execute()
    const said = { title: owed.title, unit: owed.unitName, paper: paperWords(input.paper) }
    const details = {
      capacity: officeCapacity(tx, owed),
      unitId: owed.unitId,
      ...(input.paper ? { onBehalfOf: input.paper.byName } : {}),
    }
    if (granted === null) {
      await record(tx, 'obligation.time-refused', recorded(owed), {
        ...details,
        detail: { ...said, answer: input.answer },
      })
    } else {
      await record(tx, 'obligation.time-granted', recorded(owed), {
        ...details,
        detail: { ...said, to: formatDate(granted) },
      })
      await giveMoreTime(tx, [owed.id], granted, `Đơn vị đề nghị: ${row.reason}`)
    }
    return ok({
      request: await writtenRequest(tx, things, owed.id, row.id),
      obligation: await reloaded(tx, things, owed.id),
    })
  }
}

/** Whoever it is owed to gives one obligation more time without being asked, with the reason. */
export function prolongOne(things: ObligationThings) {
  return async (
    tx: Tx,
    input: { id: string; version: number; lastDay: string; reason: string },
  ): Promise<Result<{ obligation: ObligationShape }>> => {
    const opened = await openObligation(tx, things, input.id, 'prolong')
    if (!opened.ok) return opened
    const loaded = opened.value
    const day = plainDate(input.lastDay)
    // The second click finds the day given.
    if (loaded.lastDay === day && loaded.prolongedBecause === input.reason) {
      return ok({ obligation: await reloaded(tx, things, loaded.id) })
    }
    if (loaded.version !== input.version) return refuse('changed-meanwhile')
    const early = whyNotLater(loaded, day, 'lastDay')
    if (early) return early
    await giveMoreTime(tx, [loaded.id], day, input.reason)
    return ok({ obligation: await reloaded(tx, things, loaded.id) })
  }
}

async function checkedPaper(tx: Tx, owed: LoadedObligation, paper: Paper | null, askedAt: Date): Promise<Result<void>> {
  if (paper === null) return ok(undefined)
  const on = plainDate(paper.on)
  if (on > tx.today) return refuse('day-in-future', { day: formatDate(on) }, { field: 'paper.on' })
  const asked = dayOf(askedAt)
  if (on < asked) {
    return refuse('day-before-request', { day: formatDate(on), asked: formatDate(asked) }, { field: 'paper.on' })
  }
  const scan = await getFiles(tx, [paper.scanFileId], 'paper.scanFileId')
  if (!scan.ok) return scan
  await showFiles(tx, [paper.scanFileId], [owed.unitNo, owed.owedToUnitNo])
  return ok(undefined)
}

function paperWords(paper: Paper | null): string {
  return paper === null ? '' : `, ghi từ bản giấy ngày ${formatDate(paper.on)} của ${paper.byName}`
}
