import { ok, type Result, refuse } from '../../kernel/result.ts'
import { record } from '../../mechanisms/record/server/index.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { readCitizenId } from '../domain/citizen-id.ts'
import { partialDateText } from '../domain/partial-date.ts'
import { FIELD_WORDS, type PersonField } from '../domain/person-fields.ts'
import { seesSensitive } from '../domain/sensitive.ts'
import { CITIZEN_ID, findPerson, openCitizenId, type PersonRow } from './person-row.ts'

export type SensitivePart = 'personal' | 'citizen-id'
const FIELDS: Readonly<Record<SensitivePart, readonly PersonField[]>> = {
  personal: ['birth', 'gender', 'ethnicity', 'partyJoinedOn'],
  'citizen-id': ['citizenId'],
}
const KEEPER = 'người giữ hồ sơ của đơn vị'

export type Shown = {
  birth: string | null
  gender: 'male' | 'female' | null
  ethnicity: string | null
  partyJoinedOn: string | null
  citizenId: string | null
}
const NOTHING: Shown = { birth: null, gender: null, ethnicity: null, partyJoinedOn: null, citizenId: null }

/**
 * Shows what is sensitive of a person, the number apart from the rest. Each showing is recorded with the fields, never the values, and the
 * person reads who looked; looking at one's own is nobody's business. A change of state on purpose: no list and no page load does it.
 */
export async function showSensitive(
  tx: Tx,
  input: { id: string; part: SensitivePart },
): Promise<Result<{ shown: Shown }>> {
  const person = await findPerson(tx, input.id)
  if (!person) return refuse('not-found')
  if (!seesSensitive(tx.actor, person.place)) return refuse('not-yours-to-do', { who: KEEPER })
  await recordSeen(tx, person, FIELDS[input.part])
  if (input.part === 'citizen-id') return ok({ shown: { ...NOTHING, citizenId: openCitizenId(tx, person) } })
  const { birth, gender, ethnicity, partyJoinedOn } = person
  return ok({
    shown: { ...NOTHING, birth: birth && partialDateText(birth), gender, ethnicity, partyJoinedOn },
  })
}

/** Writes that these fields of the person were shown to the actor, unless they are his own. */
export async function recordSeen(tx: Tx, person: PersonRow, fields: readonly PersonField[]): Promise<void> {
  if (tx.actor.kind === 'person' && tx.actor.personId === person.id) return
  const thing = { kind: 'person', id: person.id, name: person.name } as const
  const detail = { fields: fields.map((field) => FIELD_WORDS[field]).join(', ') }
  await record(tx, 'person.sensitive-seen', thing, { unitId: person.mainUnitId, detail })
}

/**
 * Who has exactly this number, among those whose files the actor keeps; nobody else is found, whether or not there is one. Not part of the
 * list's search: that stands in the address bar and in logs. Recorded with the person found.
 */
export async function findByCitizenId(
  tx: Tx,
  input: { citizenId: string },
): Promise<Result<{ person: { id: string; name: string } | null }>> {
  const number = readCitizenId(input.citizenId)
  if (number === undefined) return refuse('wrong-citizen-id', {}, { field: 'citizenId' })
  const row = await tx.db
    .selectFrom('person')
    .select('id')
    .where('citizen_id_digest', 'in', tx.keys.digests(CITIZEN_ID, number))
    .executeTakeFirst()
  const person = row && (await findPerson(tx, row.id))
  if (!person || !seesSensitive(tx.actor, person.place)) return ok({ person: null })
  const thing = { kind: 'person', id: person.id, name: person.name } as const
  const detail = { fields: FIELD_WORDS.citizenId }
  await record(tx, 'person.found-by-number', thing, { unitId: person.mainUnitId, detail })
  return ok({ person: { id: person.id, name: person.name } })
}
