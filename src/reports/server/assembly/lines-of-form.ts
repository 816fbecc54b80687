import type { Tx } from '../../../platform/database/unit-of-work.ts'
import type { FormDefinition, FormLine } from '../../domain/form.ts'

/** A line as the branch is asked for it, or was by an earlier version of the form. */
export type AskedLine = { readonly line: FormLine; readonly section: string; readonly dropped: boolean }

/** Of each form every line it ever asked for, those of its newest version first: what was sent for a line that was dropped is not lost. */
export async function linesOfForms(tx: Tx, formIds: readonly string[]): Promise<Map<string, AskedLine[]>> {
  const versions = await tx.db
    .selectFrom('report_form_version')
    .select(['form_id', 'version_no', 'definition'])
    .where('form_id', 'in', [...formIds])
    .orderBy('form_id')
    .orderBy('version_no', 'desc')
    .execute()
  const found = new Map<string, AskedLine[]>(formIds.map((id) => [id, []]))
  const newest = new Map<string, number>()
  for (const { form_id: formId, version_no: no, definition } of versions) {
    if (!newest.has(formId)) newest.set(formId, no)
    const there = found.get(formId) ?? []
    for (const { title, lines } of (definition as FormDefinition).sections) {
      for (const line of lines) {
        if (there.some((one) => one.line.key === line.key)) continue
        there.push({ line, section: title, dropped: no !== newest.get(formId) })
      }
    }
  }
  return found
}
