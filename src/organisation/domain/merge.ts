import { type Refusal, refusal } from '../../kernel/result.ts'
import { mayBeSameDay } from './likely-same.ts'
import { FIELD_WORDS, PERSON_FIELDS, type PersonDetails, type PersonField } from './person-fields.ts'

/** What one person has when two rows are made one: the kept row's values, and the other's where the kept row has none. */
export function mergedDetails(kept: PersonDetails, gone: PersonDetails): PersonDetails {
  return {
    name: kept.name,
    email: kept.email ?? gone.email,
    staffCode: kept.staffCode ?? gone.staffCode,
    recruitedOn: kept.recruitedOn ?? gone.recruitedOn,
    // «1990» and «05/07/1990» are one day; the more precise one is the better.
    birth: finer(kept, gone),
    gender: kept.gender ?? gone.gender,
    ethnicity: kept.ethnicity ?? gone.ethnicity,
    partyJoinedOn: kept.partyJoinedOn ?? gone.partyJoinedOn,
    citizenId: kept.citizenId ?? gone.citizenId,
  }
}

function finer({ birth: kept }: PersonDetails, { birth: gone }: PersonDetails): PersonDetails['birth'] {
  if (kept === null || gone === null) return kept ?? gone
  return kept.precision !== 'day' && gone.precision === 'day' && mayBeSameDay(kept, gone) ? gone : kept
}

/** Numbers that are one person's each: two different ones make two persons until one is known to be wrong. */
export function whyNotOnePerson(kept: PersonDetails, gone: PersonDetails): Refusal | undefined {
  for (const field of ['citizenId', 'staffCode'] as const) {
    const [a, b] = [kept[field], gone[field]]
    if (a !== null && b !== null && a !== b) return refusal('merge-two-numbers', { field: FIELD_WORDS[field] })
  }
  return undefined
}

/** Fields in which the two rows differ and the kept row's value stays: what is lost, to be looked at before. */
export function differingFields(kept: PersonDetails, gone: PersonDetails): PersonField[] {
  const merged = mergedDetails(kept, gone)
  return PERSON_FIELDS.filter(
    (field) => gone[field] !== null && JSON.stringify(merged[field]) !== JSON.stringify(gone[field]),
  )
}
