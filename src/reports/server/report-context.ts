import { sql } from 'kysely'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { findLine, linesOf, onlyLines } from '../domain/definition.ts'
import type { FormDefinition } from '../domain/form.ts'
import { type FormRow, readSourceKey } from './load-form.ts'
import { findVersion } from './show-form.ts'

/** What a unit fills for one obligation: the form, the version that holds for it, and of that version the lines it is asked for. */
export type ReportContext = {
  readonly form: FormRow
  readonly versionNo: number
  readonly note: string | null
  readonly definition: FormDefinition
  readonly supplement: boolean
}

type Known = {
  source_key: string
  asked_lines: string[] | null
  submission_id: string | null
  sent_count: number | null
  form_version: number | null
}

/**
 * The form of a report obligation as it holds for this unit; `undefined` while none is published. What was sent once stays with its
 * version; a supplement asks for the lines it was written with; what a supplement asks for is not asked for twice.
 */
export async function reportContext(tx: Tx, obligationId: string): Promise<ReportContext | undefined> {
  const { rows } = await sql<Known>`
    select o.source_key, o.asked_lines, s.id as submission_id, s.sent_count, s.form_version from app.obligation o
    left join app.submission s on s.obligation_id = o.id where o.id = ${obligationId} and o.kind = 'report'`.execute(
    tx.db,
  )
  const known = rows[0]
  const source = known === undefined ? undefined : readSourceKey(known.source_key)
  if (!known || !source) return undefined
  // The row alone: who asks for it in the middle of sending wants no counts of everybody else's reports.
  const form = await tx.db.selectFrom('report_form').selectAll().where('id', '=', source.formId).executeTakeFirst()
  if (!form || form.version_no === 0) return undefined
  const sentOnce = (known.sent_count ?? 0) > 0
  const holds = source.supplementOf ?? (sentOnce ? (known.form_version ?? form.version_no) : form.version_no)
  const version = await findVersion(tx, form.id, holds)
  if (!version) return undefined
  const common = { form, versionNo: version.versionNo, note: version.note }
  if (source.supplementOf !== null) {
    const asked = new Set(known.asked_lines)
    return { ...common, definition: onlyLines(version.definition, asked), supplement: true }
  }
  const elsewhere = sentOnce ? await keysInSupplements(tx, obligationId) : new Set<string>()
  const kept = linesOf(version.definition).flatMap((line) => (elsewhere.has(line.key) ? [] : [line.key]))
  return { ...common, definition: onlyLines(version.definition, new Set(kept)), supplement: false }
}

/** The lines that supplements of this report ask for. */
async function keysInSupplements(tx: Tx, obligationId: string): Promise<ReadonlySet<string>> {
  const rows = await tx.db
    .selectFrom('obligation')
    .select('asked_lines')
    .where('completes_id', '=', obligationId)
    .where('state', '<>', 'exempt')
    .execute()
  return new Set(rows.flatMap((row) => row.asked_lines ?? []))
}

/** The line of this key that the unit is asked for, if it is. */
export function askedLine(context: ReportContext, key: string) {
  return findLine(context.definition, key)
}
