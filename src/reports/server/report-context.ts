import { sql } from 'kysely'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { findLine, linesOf, onlyLines } from '../domain/definition.ts'
import type { FormDefinition } from '../domain/form.ts'
import { type FormRow, holdForm, readSourceKey } from './load-form.ts'

/** What a unit fills for one obligation: the form, the version that holds for it, and of that version the lines it is asked for. */
export type ReportContext = {
  readonly form: Pick<FormRow, (typeof FORM_COLUMNS)[number]>
  readonly versionNo: number
  readonly note: string | null
  readonly definition: FormDefinition
  readonly supplement: boolean
}

/** Not the row whole: what its office is changing on it is as long as the version itself. */
const FORM_COLUMNS = [
  'id',
  'title',
  'period_name',
  'period_from',
  'period_to',
  'state',
  'version_no',
  'closed_on',
  'grace_until',
  'grace_reason',
  'previous_form_id',
  'last_year_form_id',
] as const

/** What of an obligation and its submission says which form, and which version of it, holds. */
type Known = {
  readonly id: string
  readonly sourceKey: string
  readonly askedLines: readonly string[] | null
  readonly sentCount: number
  readonly formVersion: number | null
}

/** As `contextOf`, by the obligation's id alone; `undefined` too where no report is owed. */
export async function reportContext(
  tx: Tx,
  obligationId: string,
  how: { hold: boolean } = { hold: false },
): Promise<ReportContext | undefined> {
  const { rows } = await sql<Known>`
    select o.id, o.source_key as "sourceKey", o.asked_lines as "askedLines", coalesce(s.sent_count, 0) as "sentCount",
      s.form_version as "formVersion"
    from app.obligation o left join app.submission s on s.obligation_id = o.id
    where o.id = ${obligationId} and o.kind = 'report'`.execute(tx.db)
  const known = rows[0]
  return known && contextOf(tx, known, how)
}

/**
 * The form of a report obligation as it holds for this unit; `undefined` while none is published. What was sent once stays with its
 * version; a supplement asks for the lines it was written with; what a supplement asks for is not asked for twice. `hold`: from before it is
 * read until the end of the transaction the form is neither closed nor given a new version; for who has the submission locked.
 */
export async function contextOf(tx: Tx, known: Known, { hold }: { hold: boolean }): Promise<ReportContext | undefined> {
  const source = readSourceKey(known.sourceKey)
  if (!source) return undefined
  if (hold) await holdForm(tx, source.formId)
  const sentOnce = known.sentCount > 0
  const holds = source.supplementOf ?? (sentOnce ? known.formVersion : null)
  const published = await findPublished(tx, source.formId, holds)
  if (!published) return undefined
  const { versionNo, note, definition: whole, ...form } = published
  const definition = whole as FormDefinition
  const common = { form, versionNo, note }
  if (source.supplementOf !== null) {
    const asked = new Set(known.askedLines)
    return { ...common, definition: onlyLines(definition, asked), supplement: true }
  }
  const elsewhere = sentOnce ? await keysInSupplements(tx, known.id) : new Set<string>()
  const kept = linesOf(definition).flatMap((line) => (elsewhere.has(line.key) ? [] : [line.key]))
  return { ...common, definition: onlyLines(definition, new Set(kept)), supplement: false }
}

/** A form with one of its versions, the newest where none is named. Alone: in the middle of sending nobody wants to count other reports. */
async function findPublished(tx: Tx, formId: string, versionNo: number | null) {
  return tx.db
    .selectFrom('report_form')
    .innerJoin('report_form_version as version', (join) =>
      join
        .onRef('version.form_id', '=', 'report_form.id')
        .on('version.version_no', '=', (eb) => eb.fn.coalesce(eb.val(versionNo), 'report_form.version_no')),
    )
    .select(FORM_COLUMNS.map((column) => `report_form.${column}` as const))
    .select(['version.version_no as versionNo', 'version.change_note as note', 'version.definition'])
    .where('report_form.id', '=', formId)
    .executeTakeFirst()
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
