import { type Actor, grantFor, type Role, seesAs, type UnitPath } from '../../kernel/actor.ts'
import type { PersonField } from './person-fields.ts'

/**
 * What a plain colleague is never shown. Absences and requests for correction are kept the same way: they tell of illness, birth, study.
 * The citizen id stands apart: it is shown alone, each time on request.
 */
export const SENSITIVE_FIELDS: readonly PersonField[] = ['birth', 'gender', 'ethnicity', 'partyJoinedOn', 'citizenId']

export function isSensitive(field: PersonField): boolean {
  return SENSITIVE_FIELDS.includes(field)
}

/** Who keeps the files of the people of a unit and below; `app.kept_unit_nos` names the same roles for the second wall. */
export const FILE_KEEPERS: readonly Role[] = ['administrator', 'standing-office', 'head', 'officer', 'auditor']

/** Those of them who change what is kept; the others read. */
export const FILE_EDITORS: readonly Role[] = ['administrator', 'officer']

/** A person as these rules see him: the units of his posts, or of the last one. */
export type PersonPlace = { readonly id: string; readonly units: readonly UnitPath[] }

/** May the actor be shown what is sensitive of this person: his own, or of somebody whose file he keeps? */
export function seesSensitive(actor: Actor, person: PersonPlace): boolean {
  if (actor.kind === 'person' && actor.personId === person.id) return true
  return person.units.some((unit) => seesAs(actor, FILE_KEEPERS, unit))
}

/** May the actor change what is kept of this person, absences included? His own he asks to have corrected, unless he administers it. */
export function editsFile(actor: Actor, person: PersonPlace): boolean {
  if (actor.kind === 'set-up') return true
  const roles = actor.kind === 'person' && actor.personId === person.id ? (['administrator'] as const) : FILE_EDITORS
  return person.units.some((unit) => grantFor(actor, roles, unit) !== undefined)
}

/** May the actor share out this person's open work? The head or the officer of a unit of his; an administrator; himself, where he shares out work. */
export function handsOverWork(actor: Actor, person: PersonPlace): boolean {
  if (person.units.some((unit) => grantFor(actor, ['head', 'officer', 'administrator'], unit))) return true
  if (actor.kind !== 'person' || actor.personId !== person.id) return false
  return actor.grants.some(({ role }) => role === 'standing-office' || role === 'authority')
}

/** May the actor decide what this person asks to have corrected? Nobody decides what he asks for himself. */
export function decidesCorrections(actor: Actor, person: PersonPlace): boolean {
  if (actor.kind !== 'person' || actor.personId === person.id) return false
  return person.units.some((unit) => grantFor(actor, FILE_EDITORS, unit) !== undefined)
}
