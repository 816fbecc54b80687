import { formatDate, plainDate } from '../../../../kernel/plain-date.ts'
import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import type { Tx } from '../../../../platform/database/unit-of-work.ts'
import { actorName, record } from '../../../record/server/index.ts'
import type { ShareShape } from '../../contract.ts'
import { openObligation, recorded, unitCapacity, whyUnitGone } from '../act.ts'
import { personOfUnit } from '../assign.ts'
import { findObligation } from '../load-obligations.ts'
import type { ObligationThings } from '../things.ts'
import { sharesOf } from './load-shares.ts'

type Input = { id: string; obligationId: string; personId: string; part: string; dueOn: string | null }

/**
 * Gives one person of the unit a part of what it owes, with a day of its own that is not after the unit's. The obligation stays the unit's:
 * parts that are done do not meet it. The second click finds the part there.
 */
export function giveShare(things: ObligationThings) {
  return async (tx: Tx, input: Input): Promise<Result<{ share: ShareShape }>> => {
    const opened = await openObligation(tx, things, input.obligationId, 'share')
    if (!opened.ok) return opened
    const loaded = opened.value
    const gone = whyUnitGone(tx, loaded)
    if (gone) return gone
    const there = (await sharesOf(tx, loaded)).find((one) => one.id === input.id)
    if (there) return ok({ share: there })
    const person = await personOfUnit(tx, input.personId, loaded.unitId)
    if (!person.ok) return refuse(person.refusal.code, person.refusal.values, { field: 'personId' })
    const dueOn = input.dueOn === null ? null : plainDate(input.dueOn)
    if (dueOn !== null && dueOn > loaded.lastDay) {
      return refuse('share-after-last-day', { day: formatDate(loaded.lastDay) }, { field: 'dueOn' })
    }
    if (dueOn !== null && dueOn < tx.today) {
      return refuse('due-in-past', { what: 'Hạn phần việc', day: formatDate(dueOn) }, { field: 'dueOn' })
    }
    await tx.db
      .insertInto('obligation_share')
      .values({
        id: input.id,
        obligation_id: loaded.id,
        unit_no: loaded.unitNo,
        person_id: person.value.id,
        person_name: person.value.name,
        post_title: person.value.post,
        part: input.part,
        due_on: dueOn,
        given_by_name: actorName(tx.actor),
        given_at: tx.now,
      })
      .execute()
    await record(tx, 'obligation.shared', recorded(loaded), {
      capacity: unitCapacity(tx, loaded),
      unitId: loaded.unitId,
      detail: { person: person.value.name, part: input.part, title: loaded.title, unit: loaded.unitName },
    })
    return ok({ share: await writtenShare(tx, things, loaded.id, input.id) })
  }
}

export async function writtenShare(tx: Tx, things: ObligationThings, obligationId: string, id: string) {
  const owed = await findObligation(tx, things, obligationId)
  const share = owed && (await sharesOf(tx, owed)).find((one) => one.id === id)
  if (!share) throw new Error(`share ${id} is gone after its change`)
  return share
}
