/** What a recorded value may be. Days as `YYYY-MM-DD`. */
export type RecordedValue = string | number | boolean | null

/** By field: the value before and the one after. */
export type Changes = Readonly<Record<string, readonly [before: RecordedValue, after: RecordedValue]>>

/**
 * Fields of which the record keeps keyed digests alone: whoever reads it sees that the value became another, and never which. A name that
 * stands here is hidden wherever it is recorded, so that one cannot forget it.
 */
export const SENSITIVE_FIELDS: ReadonlySet<string> = new Set([
  'citizenId',
  'birthOn',
  'gender',
  'ethnicity',
  'partyJoinedOn',
  'disciplineReason',
])

type Values = Readonly<Record<string, RecordedValue | undefined>>

/** The fields that differ. One that is missing on a side counts as null there. */
export function changesBetween(before: Values, after: Values): Changes {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return Object.fromEntries(
    names
      .map((name) => [name, [before[name] ?? null, after[name] ?? null]] as const)
      .filter(([, [was, is]]) => was !== is),
  )
}

/** As they are kept: of a sensitive field the digests, so that equal values still show as equal. */
export function veiled(changes: Changes, digest: (field: string, value: string) => string): Changes {
  const veil = (field: string, value: RecordedValue) => (value === null ? null : digest(field, String(value)))
  return Object.fromEntries(
    Object.entries(changes).map(([field, [was, is]]) =>
      SENSITIVE_FIELDS.has(field) ? [field, [veil(field, was), veil(field, is)]] : [field, [was, is]],
    ),
  )
}
