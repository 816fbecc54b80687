import { ACTING_REFUSALS } from './refusals/acting.ts'
import { DOOR_REFUSALS } from './refusals/at-the-door.ts'
import { BACKUP_REFUSALS } from './refusals/backup.ts'
import { CLUSTER_REFUSALS } from './refusals/clusters.ts'
import { FILE_REFUSALS } from './refusals/files.ts'
import { IMPORT_REFUSALS } from './refusals/imports.ts'
import { ORGANISATION_REFUSALS } from './refusals/people-and-units.ts'
import { REPORT_REFUSALS } from './refusals/reports.ts'
import { SHEET_REFUSALS } from './refusals/sheets.ts'
import { SIGN_IN_REFUSALS } from './refusals/signing-in.ts'
import { STARTING_REFUSALS } from './refusals/starting.ts'
import { URGING_REFUSALS } from './refusals/urging.ts'
import { WORK_REFUSALS } from './refusals/work.ts'
import { YEARLY_FACT_REFUSALS } from './refusals/yearly-facts.ts'

/**
 * The one catalogue of refusals: code, HTTP status, sentence; a file per subject in `refusals/`. `{name}` is filled from the refusal's values.
 * A sentence says what happened, then what to do. A retired code is never used again for something else.
 */
export const REFUSALS = {
  ...DOOR_REFUSALS,
  ...STARTING_REFUSALS,
  ...ORGANISATION_REFUSALS,
  ...CLUSTER_REFUSALS,
  ...ACTING_REFUSALS,
  ...WORK_REFUSALS,
  ...URGING_REFUSALS,
  ...REPORT_REFUSALS,
  ...SIGN_IN_REFUSALS,
  ...FILE_REFUSALS,
  ...SHEET_REFUSALS,
  ...BACKUP_REFUSALS,
  ...YEARLY_FACT_REFUSALS,
  ...IMPORT_REFUSALS,
} as const

export type RefusalCode = keyof typeof REFUSALS

/** The Vietnamese sentence with its values filled in. */
export function refusalSentence(code: RefusalCode, values: Readonly<Record<string, string>> = {}): string {
  return REFUSALS[code].text.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place)
}

export function refusalStatus(code: RefusalCode): number {
  return REFUSALS[code].status
}
