import { sql } from 'kysely'
import { plainDate } from '../../kernel/plain-date.ts'
import { ok, type Refusal, type Result, refusal, refuse } from '../../kernel/result.ts'
import { cleanText, foldForSearch, givenName, tidyName } from '../../kernel/vietnamese-text.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { readCitizenId } from '../domain/citizen-id.ts'
import { parsePartialDate } from '../domain/partial-date.ts'
import { doubtsOf, whyNotDays } from '../domain/person-checks.ts'
import { type Gender, type PersonDetails, staffCodeKey } from '../domain/person-fields.ts'
import { seesSensitive } from '../domain/sensitive.ts'
import { CITIZEN_ID, findPerson, type PersonRow } from './person-row.ts'

/** A person's fields as they come over the wire: what is not given is not touched, null takes the value away. */
export type PersonInput = {
  name?: string | undefined
  email?: string | null | undefined
  staffCode?: string | null | undefined
  recruitedOn?: string | null | undefined
  /** As precise as the papers: `YYYY`, `YYYY-MM`, `YYYY-MM-DD`. */
  birth?: string | null | undefined
  gender?: Gender | null | undefined
  ethnicity?: string | null | undefined
  partyJoinedOn?: string | null | undefined
  citizenId?: string | null | undefined
}

export const NO_DETAILS: Omit<PersonDetails, 'name'> = {
  email: null,
  staffCode: null,
  recruitedOn: null,
  birth: null,
  gender: null,
  ethnicity: null,
  partyJoinedOn: null,
  citizenId: null,
}

/** What the person would be with this input laid over what is kept; refused when a value cannot be read or the days cannot be. */
export function readDetails(tx: Tx, before: PersonDetails, input: PersonInput): Result<PersonDetails> {
  const citizenId = given(input.citizenId, before.citizenId, (text) => readCitizenId(text) ?? 'wrong')
  if (citizenId === 'wrong') return refuse('wrong-citizen-id', {}, { field: 'citizenId' })
  const birth = given(input.birth, before.birth, (text) => parsePartialDate(text) ?? 'wrong')
  if (birth === 'wrong') return refuse('wrong-birth', { day: input.birth ?? '', earliest: 1900 }, { field: 'birth' })
  const next: PersonDetails = {
    name: tidyName(input.name ?? before.name),
    email: given(input.email, before.email, (text) => text.trim().toLowerCase() || null),
    staffCode: given(input.staffCode, before.staffCode, (text) => (staffCodeKey(text) === '' ? null : tidyName(text))),
    recruitedOn: given(input.recruitedOn, before.recruitedOn, plainDate),
    birth,
    gender: given(input.gender, before.gender, (gender) => gender),
    ethnicity: given(input.ethnicity, before.ethnicity, (text) => tidyName(cleanText(text)) || null),
    partyJoinedOn: given(input.partyJoinedOn, before.partyJoinedOn, plainDate),
    citizenId,
  }
  const wrong = whyNotDays(next, tx.today)
  return wrong ? { ok: false, refusal: wrong } : ok(next)
}

function given<In extends string, Out>(
  value: In | null | undefined,
  before: Out | null,
  read: (text: In) => Out | null,
): Out | null {
  if (value === undefined) return before
  return value === null || value === '' ? null : read(value)
}

/** Doubts that were not there before, unless the writer has seen them: «… Sửa lại, hoặc xác nhận là đúng». */
export function whyDoubtful(
  tx: Tx,
  { next, before, seen }: { next: PersonDetails; before: PersonDetails | undefined; seen: boolean },
): Refusal | undefined {
  const doubts = newDoubts(tx, next, before)
  return seen || doubts.length === 0
    ? undefined
    : refusal('person-doubtful', { doubts: doubts.join('. ') }, { data: { doubts } })
}

export function newDoubts(tx: Tx, next: PersonDetails, before: PersonDetails | undefined): string[] {
  const known = before ? doubtsOf(before, tx.today) : []
  return doubtsOf(next, tx.today).filter((doubt) => !known.includes(doubt))
}

/**
 * Staff code and citizen id are one person's each. The unique keys see everybody, the writer does not: that a number is in use has to be
 * said, whose it is only to whoever sees him (for the citizen id: keeps his file). The same questions are asked either way, so that time
 * tells no more. docs/decisions/0017 says what this gives up. `besides` are rows that are about to be one with this.
 */
export async function whyKeysTaken(
  tx: Tx,
  next: PersonDetails,
  besides: readonly string[],
): Promise<Refusal | undefined> {
  const key = next.staffCode === null ? null : staffCodeKey(next.staffCode)
  const digests = next.citizenId === null ? [] : tx.keys.digests(CITIZEN_ID, next.citizenId)
  const { rows } = await sql<{ code: boolean; number: boolean }>`
    select code_taken as code, citizen_id_taken as number
    from app.person_keys_taken(${key}, ${digests}::text[], ${besides}::uuid[])`.execute(tx.db)
  const byCode = await holderOf(tx, 'staff_code_key', key === null ? [] : [key], besides)
  const byNumber = await holderOf(tx, 'citizen_id_digest', digests, besides)
  if (rows[0]?.code) {
    const values = { code: next.staffCode ?? '', who: byCode?.name ?? SOMEBODY }
    return refusal('staff-code-taken', values, { field: 'staffCode', data: { personId: byCode?.id ?? null } })
  }
  if (!rows[0]?.number) return undefined
  const told = byNumber && seesSensitive(tx.actor, byNumber.place) ? byNumber : undefined
  const more = { field: 'citizenId', data: { personId: told?.id ?? null } }
  return refusal('citizen-id-taken', { who: told?.name ?? SOMEBODY }, more)
}

const SOMEBODY = 'một người khác'

/** Who has one of these keys, as far as the actor sees. */
async function holderOf(
  tx: Tx,
  column: 'staff_code_key' | 'citizen_id_digest',
  keys: readonly string[],
  besides: readonly string[],
): Promise<PersonRow | undefined> {
  if (keys.length === 0) return undefined
  const rows = await tx.db
    .selectFrom('person')
    .select('id')
    .where(column, 'in', [...keys])
    .execute()
  const other = rows.find((row) => !besides.includes(row.id))
  return other && findPerson(tx, other.id)
}

/** The columns of a person's row. The number is sealed and digested with the newest keys. */
export function personColumns(tx: Tx, details: PersonDetails) {
  const { name, birth, citizenId, staffCode } = details
  return {
    full_name: name,
    given_name: givenName(name),
    name_search: foldForSearch(name),
    email: details.email,
    staff_code: staffCode,
    staff_code_key: staffCode === null ? null : staffCodeKey(staffCode),
    recruited_on: details.recruitedOn,
    birth_on: birth?.on ?? null,
    birth_precision: birth?.precision ?? null,
    gender: details.gender,
    ethnicity: details.ethnicity,
    party_joined_on: details.partyJoinedOn,
    citizen_id_sealed: citizenId === null ? null : tx.keys.seal(CITIZEN_ID, citizenId),
    citizen_id_digest: citizenId === null ? null : tx.keys.digest(CITIZEN_ID, citizenId),
  }
}
