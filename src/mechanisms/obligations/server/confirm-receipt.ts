import { formatDate } from '../../../kernel/plain-date.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/database/unit-of-work.ts'
import type { ConsentGiven } from '../../consents/contract.ts'
import { giveConsent } from '../../consents/server/index.ts'
import { record } from '../../record/server/index.ts'
import type { ObligationShape } from '../contract.ts'
import { openObligation, recorded, reloaded, unitCapacity, whyUnitGone } from './act.ts'
import { personOfUnit } from './assign.ts'
import { findObligation, toShape } from './load-obligations.ts'
import type { ObligationThings } from './things.ts'

type Input = { id: string; consent: ConsentGiven; assignPersonId: string | null }

/**
 * The unit confirms that it has received the campaign: its head in the product, or on paper entered by the unit's officer.
 * The second click finds it done and says so; it changes nothing.
 */
export function confirmReceipt(things: ObligationThings) {
  return async (tx: Tx, input: Input): Promise<Result<{ obligation: ObligationShape; alreadyDone: boolean }>> => {
    const action = input.consent.way === 'paper' ? 'confirm-from-paper' : 'confirm'
    const opened = await openObligation(tx, things, input.id, action)
    if (!opened.ok) {
      const again = opened.refusal.code === 'already-done' ? await findObligation(tx, things, input.id) : undefined
      return again ? ok({ obligation: toShape(tx, again), alreadyDone: true }) : opened
    }
    const loaded = opened.value
    const gone = whyUnitGone(tx, loaded)
    if (gone) return gone
    const assigned =
      input.assignPersonId === null ? undefined : await personOfUnit(tx, input.assignPersonId, loaded.unitId)
    if (assigned && !assigned.ok) return assigned
    const consent = await giveConsent(tx, {
      thing: { kind: 'obligation', id: loaded.id, version: loaded.version },
      outcome: 'agreed',
      reason: null,
      given: input.consent,
      roles: ['head'],
      unit: loaded.unitPath,
      notBefore: loaded.thing.launchedOn,
    })
    if (!consent.ok) return consent
    const { byName, byCapacity, on, way } = consent.value
    await tx.db
      .updateTable('obligation')
      .set({
        state: 'done',
        // A paper entered by the unit arrives on the day it is entered; only who it is owed to notes an earlier arrival.
        done_on: tx.today,
        done_way: way,
        done_by_name: byName,
        ...(assigned ? { assigned_person_id: assigned.value.id, assigned_name: assigned.value.name } : {}),
        version: loaded.version + 1,
      })
      .where('id', '=', loaded.id)
      .execute()
    if (assigned) await assignDissemination(tx, loaded.thingId, loaded.unitId, assigned.value)
    await record(tx, way === 'paper' ? 'obligation.confirmed-on-paper' : 'obligation.confirmed', recorded(loaded), {
      capacity: way === 'paper' ? unitCapacity(tx, loaded) : byCapacity,
      unitId: loaded.unitId,
      ...(way === 'paper' ? { onBehalfOf: byName } : {}),
      detail: { unit: loaded.unitName, by: byName, on: formatDate(on) },
    })
    return ok({ obligation: await reloaded(tx, things, loaded.id), alreadyDone: false })
  }
}

/** Whoever is named while confirming also carries out the dissemination, unless somebody was named for it already. */
async function assignDissemination(
  tx: Tx,
  thingId: string,
  unitId: string,
  person: { id: string; name: string },
): Promise<void> {
  await tx.db
    .updateTable('obligation')
    .set((eb) => ({ assigned_person_id: person.id, assigned_name: person.name, version: eb('version', '+', 1) }))
    .where('thing_id', '=', thingId)
    .where('unit_id', '=', unitId)
    .where('kind', '=', 'disseminate')
    .where('state', '=', 'open')
    .where('assigned_person_id', 'is', null)
    .execute()
}
