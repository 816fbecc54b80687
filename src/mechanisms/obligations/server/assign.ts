import { ok, type Result, refuse } from '../../../kernel/result.ts'
import { compareByGivenName } from '../../../kernel/vietnamese-text.ts'
import type { Tx } from '../../../platform/database/unit-of-work.ts'
import { record } from '../../record/server/index.ts'
import type { ObligationShape } from '../contract.ts'
import { openObligation, recorded, reloaded, unitCapacity } from './act.ts'
import type { ObligationThings } from './things.ts'

/** Names who carries an obligation out: a person with a post in the unit today. */
export function assign(things: ObligationThings) {
  return async (
    tx: Tx,
    input: { id: string; personId: string; version: number },
  ): Promise<Result<{ obligation: ObligationShape }>> => {
    const opened = await openObligation(tx, things, input.id, 'assign')
    if (!opened.ok) return opened
    const loaded = opened.value
    if (loaded.version !== input.version && loaded.assignedPersonId !== input.personId)
      return refuse('changed-meanwhile')
    const person = await personOfUnit(tx, input.personId, loaded.unitId)
    if (!person.ok) return person
    if (loaded.assignedPersonId !== person.value.id) {
      await tx.db
        .updateTable('obligation')
        .set({ assigned_person_id: person.value.id, assigned_name: person.value.name, version: loaded.version + 1 })
        .where('id', '=', loaded.id)
        .execute()
      await record(tx, 'obligation.assigned', recorded(loaded), {
        capacity: unitCapacity(tx, loaded),
        unitId: loaded.unitId,
        detail: { person: person.value.name, title: loaded.title, unit: loaded.unitName },
      })
    }
    return ok({ obligation: await reloaded(tx, things, loaded.id) })
  }
}

/** The person, when he has a post in the unit today. */
export async function personOfUnit(
  tx: Tx,
  personId: string,
  unitId: string,
): Promise<Result<{ id: string; name: string; post: string }>> {
  const person = (await peopleOfUnit(tx, unitId)).find((one) => one.id === personId)
  return person ? ok(person) : refuse('not-of-this-unit')
}

/** People with a post in the unit today, by given name. */
export async function peopleOfUnit(tx: Tx, unitId: string): Promise<{ id: string; name: string; post: string }[]> {
  const rows = await tx.db
    .selectFrom('post')
    .innerJoin('person', 'person.id', 'post.person_id')
    .select(['person.id', 'person.full_name as name', 'post.title as post'])
    .where('post.unit_id', '=', unitId)
    .where('post.valid_from', '<=', tx.today)
    .where((eb) => eb.or([eb('post.valid_to', 'is', null), eb('post.valid_to', '>=', tx.today)]))
    .execute()
  return [...new Map(rows.map((row) => [row.id, row])).values()].sort((a, b) => compareByGivenName(a.name, b.name))
}
