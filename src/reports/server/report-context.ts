import { sql } from 'kysely'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { findLine, linesOf, onlyLines } from '../domain/definition.ts'
import type { FormDefinition } from '../domain/form.ts'
import { type FormRow, readSourceKey, type SourceKey } from './load-form.ts'
import { findVersion } from './show-form.ts'
import { filledBefore } from './supplement.ts'

/** What a unit fills for one obligation: the form, the version that holds for it, and of that version the lines it is asked for. */
export type ReportContext = {
  readonly form: FormRow
  readonly source: SourceKey
  readonly versionNo: number
  readonly note: string | null
  readonly definition: FormDefinition
  readonly supplement: boolean
}

type Known = {
  source_key: string
  unit_id: string
  submission_id: string | null
  sent_count: number | null
  form_version: number | null
}

/**
 * The form of a report obligation as it holds for this unit; `undefined` while none is published. What was sent once stays with its
 * version; a supplement asks for what its version requires and the report had not; what a supplement asks for is not asked for twice.
 */
export async function reportContext(tx: Tx, obligationId: string): Promise<ReportContext | undefined> {
  const { rows } = await sql<Known>`
    select o.source_key, o.unit_id, s.id as submission_id, s.sent_count, s.form_version from app.obligation o
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
  const common = { form, source, versionNo: version.versionNo, note: version.note }
  if (source.supplementOf !== null) {
    const asked = await supplementKeys(tx, source, known.unit_id)
    return { ...common, definition: onlyLines(version.definition, asked), supplement: true }
  }
  const elsewhere = sentOnce ? await keysInSupplements(tx, source, known.unit_id) : new Set<string>()
  const kept = linesOf(version.definition).flatMap((line) => (elsewhere.has(line.key) ? [] : [line.key]))
  return { ...common, definition: onlyLines(version.definition, new Set(kept)), supplement: false }
}

/** What a version requires and the unit's report did not have when that version was published. */
async function supplementKeys(tx: Tx, source: SourceKey, unitId: string): Promise<ReadonlySet<string>> {
  const version = await findVersion(tx, source.formId, source.supplementOf ?? 0)
  const asked = new Set(version?.mustAdd)
  const base = await tx.db
    .selectFrom('obligation')
    .innerJoin('submission', 'submission.obligation_id', 'obligation.id')
    .select('submission.id')
    .where('obligation.kind', '=', 'report')
    .where('obligation.unit_id', '=', unitId)
    .where('obligation.source_key', '=', `form:${source.formId}${source.twin === '' ? '' : `:${source.twin}`}`)
    .executeTakeFirst()
  const published = await tx.db
    .selectFrom('report_form_version')
    .select('published_at')
    .where('form_id', '=', source.formId)
    .where('version_no', '=', source.supplementOf ?? 0)
    .executeTakeFirst()
  if (!base || !published) return asked
  const filled = (await filledBefore(tx, [base.id], published.published_at)).get(base.id)
  return new Set([...asked].filter((key) => !filled?.has(key)))
}

async function keysInSupplements(tx: Tx, source: SourceKey, unitId: string): Promise<ReadonlySet<string>> {
  const rows = await tx.db
    .selectFrom('obligation')
    .select('source_key')
    .where('kind', '=', 'report')
    .where('unit_id', '=', unitId)
    .where('state', '<>', 'exempt')
    .where('source_key', 'like', `form:${source.formId}:%`)
    .execute()
  const keys = new Set<string>()
  for (const row of rows) {
    const other = readSourceKey(row.source_key)
    if (other === undefined || other.supplementOf === null || other.twin !== source.twin) continue
    for (const key of await supplementKeys(tx, other, unitId)) keys.add(key)
  }
  return keys
}

/** The line of this key that the unit is asked for, if it is. */
export function askedLine(context: ReportContext, key: string) {
  return findLine(context.definition, key)
}
