import { ok, type Result, refuse } from '../../kernel/result.ts'
import { changesBetween } from '../../mechanisms/record/domain/changes.ts'
import { record } from '../../mechanisms/record/server/index.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { partialDateText } from '../domain/partial-date.ts'
import {
  FIELD_WORDS,
  fieldValueWords,
  PERSON_FIELDS,
  type PersonDetails,
  type PersonField,
} from '../domain/person-fields.ts'
import { editsFile, isSensitive } from '../domain/sensitive.ts'
import { newDoubts, type PersonInput, personColumns, readDetails, whyDoubtful, whyKeysTaken } from './person-details.ts'
import { findPerson, type PersonRow, wholeDetails } from './person-row.ts'
import { lockOrganisation } from './units.ts'

export type PersonChange = { id: string; version: number; changes: PersonInput; doubtsSeen: boolean }
type Changed = { id: string; name: string; version: number }

/**
 * Corrects what is kept of a person: for who edits the file of his units. Of two at once the second is told and looks again; the same
 * correction sent twice is one. Doubtful values (`person-doubtful`) ask to be sent again with `doubtsSeen`.
 */
export async function changePerson(tx: Tx, input: PersonChange): Promise<Result<{ person: Changed }>> {
  await lockOrganisation(tx)
  const person = await findPerson(tx, input.id, { lock: true })
  if (!person) return refuse('not-found')
  if (!editsFile(tx.actor, person.place))
    return refuse('not-yours-to-do', { who: 'quản trị viên, công chức phụ trách' })
  const applied = await applyPersonChanges(tx, person, input)
  if (!applied.ok) return applied
  if (applied.value.changed.length > 0 && input.version !== person.version) return refuse('changed-meanwhile')
  const version = person.version + (applied.value.changed.length > 0 ? 1 : 0)
  return ok({ person: { id: person.id, name: applied.value.details.name, version } })
}

type Applied = { details: PersonDetails; changed: PersonField[] }

/** The correction itself, under `lockOrganisation` and with the row locked; that the actor may, the caller has judged. */
export async function applyPersonChanges(
  tx: Tx,
  person: PersonRow,
  { changes, doubtsSeen }: { changes: PersonInput; doubtsSeen: boolean },
): Promise<Result<Applied>> {
  if (person.mergedInto) return refuse('person-merged', { name: person.mergedInto.name })
  const before = wholeDetails(tx, person)
  const read = readDetails(tx, before, changes)
  if (!read.ok) return read
  const next = read.value
  const changed = PERSON_FIELDS.filter((field) => plain(field, before) !== plain(field, next))
  if (changed.length === 0) return ok({ details: before, changed })
  const doubtful = whyDoubtful(tx, { next, before, seen: doubtsSeen })
  if (doubtful) return { ok: false, refusal: doubtful }
  const taken = await whyKeysTaken(tx, next, [person.id])
  if (taken) return { ok: false, refusal: taken }

  await tx.db
    .updateTable('person')
    .set({ ...personColumns(tx, next), version: person.version + 1 })
    .where('id', '=', person.id)
    .returning('id')
    .executeTakeFirstOrThrow()
  for (const field of changed) await recordField(tx, person, field, { before, next })
  const doubts = newDoubts(tx, next, before)
  if (doubts.length > 0) {
    const thing = { kind: 'person', id: person.id, name: next.name } as const
    await record(tx, 'person.doubts-passed', thing, {
      unitId: person.mainUnitId,
      detail: { doubts: doubts.join('; ') },
    })
  }
  return ok({ details: next, changed })
}

/** One entry for each field, with what was and what is; of sensitive ones as digests, in a sentence that names no value. */
async function recordField(
  tx: Tx,
  person: PersonRow,
  field: PersonField,
  { before, next }: { before: PersonDetails; next: PersonDetails },
): Promise<void> {
  const thing = { kind: 'person', id: person.id, name: next.name } as const
  const [was, is] = [plain(field, before), plain(field, next)]
  const unitId = person.mainUnitId
  const about = { field: FIELD_WORDS[field] }
  if (isSensitive(field)) {
    const action = is === '' ? 'person.sensitive-removed' : 'person.sensitive-changed'
    const key = field === 'birth' ? 'birthOn' : field
    const changes = changesBetween({ [key]: was || null }, { [key]: is || null })
    return record(tx, action, thing, { unitId, detail: about, changes })
  }
  const old = fieldValueWords(field, before) ?? 'chưa có'
  const detail = { ...about, old, new: fieldValueWords(field, next) ?? 'chưa có' }
  return record(tx, 'person.field-changed', thing, { unitId, detail })
}

/** A value as one text, empty where nothing is kept: what is compared and digested. */
function plain(field: PersonField, details: PersonDetails): string {
  if (field === 'birth') return details.birth === null ? '' : partialDateText(details.birth)
  return details[field] ?? ''
}
