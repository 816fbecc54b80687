import { formatDate, type PlainDate, plainDate } from '../../kernel/plain-date.ts'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import { actorName, record } from '../../mechanisms/record/server/index.ts'
import { jsonText } from '../../platform/database/json-text.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { type FormChanges, formChanges, sameForm } from '../domain/changes.ts'
import { type DefinitionProblem, problemsOf } from '../domain/definition.ts'
import { type LoadedForm, recordedForm } from './load-form.ts'
import { incomplete, type Published } from './publishing.ts'
import { findVersion, formAfter } from './show-form.ts'
import { lackingReports, oweSupplements } from './supplement.ts'

/**
 * The next version of a published form. Who has not sent fills the new one; what was sent stays as it was sent, and where it lacks what
 * is now required its unit owes a supplement with those lines alone (decision 0028).
 */
export async function publishRevision(
  tx: Tx,
  { loaded, note, supplementDue }: { loaded: LoadedForm; note: string; supplementDue: string | null },
): Promise<Result<Published>> {
  const { row, definition } = loaded
  const newest = await findVersion(tx, row.id, row.version_no)
  if (!newest) throw new Error(`report form ${row.id} has no version ${row.version_no}`)
  if (sameForm(newest.definition, definition)) return refuse('report-form-unchanged')
  const changes = formChanges(newest.definition, definition)
  const lacking = await lackingReports(tx, loaded, changes.mustAdd)
  const due = supplementDue === null ? undefined : plainDate(supplementDue)
  const problems = [...problemsOf(definition), ...revisionProblems(changes, { note, lacking: lacking.length, due })]
  if (problems.length > 0) return incomplete(problems)
  if (due !== undefined && lacking.length > 0 && due < tx.today) {
    return refuse('due-in-past', { what: 'Hạn bổ sung', day: formatDate(due) }, { field: 'supplementDue' })
  }
  const versionNo = row.version_no + 1
  await tx.db
    .insertInto('report_form_version')
    .values({
      form_id: row.id,
      version_no: versionNo,
      definition: jsonText(definition),
      change_note: note,
      must_add: [...changes.mustAdd],
      published_by_name: actorName(tx.actor),
      published_at: tx.now,
    })
    .execute()
  await tx.db
    .updateTable('report_form')
    .set({ version_no: versionNo, changed_at: tx.now, version: row.version + 1 })
    .where('id', '=', row.id)
    .execute()
  if (lacking.length > 0 && due !== undefined) await oweSupplements(tx, loaded, { lacking, due, versionNo, note })
  await record(tx, 'report-form.revised', recordedForm(loaded), {
    unitId: row.unit_id,
    detail: {
      no: versionNo,
      note,
      supplements: lacking.length === 0 ? '' : `, ${lacking.length} đơn vị đã gửi phải bổ sung`,
    },
  })
  return ok({ form: await formAfter(tx, row.id), units: loaded.units, supplements: lacking.length })
}

function revisionProblems(
  changes: FormChanges,
  { note, lacking, due }: { note: string; lacking: number; due: PlainDate | undefined },
): DefinitionProblem[] {
  return [
    ...changes.turned.map((line) => ({
      field: 'definition',
      text: `Dòng “${line.label}” đã đổi loại: xóa dòng đó rồi thêm dòng mới, để số đã gửi giữ nguyên nghĩa`,
    })),
    ...(note === '' ? [{ field: 'note', text: 'Ghi rõ sửa gì để đơn vị biết' }] : []),
    ...(lacking > 0 && due === undefined
      ? [{ field: 'supplementDue', text: `Nhập hạn bổ sung cho ${lacking} đơn vị đã gửi` }]
      : []),
  ]
}
