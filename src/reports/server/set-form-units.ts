import { ok, type Result, refuse } from '../../kernel/result.ts'
import { record } from '../../mechanisms/record/server/index.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import type { FormShape } from '../contract.ts'
import { writeChosen } from './chosen-units.ts'
import { unitChoicesFor } from './form-units.ts'
import { openForm, recordedForm } from './load-form.ts'
import { formAfter } from './show-form.ts'

type Takes = { factId: string | null; occurrence: string | null }

/** Chooses who is to report, and which of the plan's report obligations the form answers; before it is published. */
export async function setFormUnits(
  tx: Tx,
  input: { id: string; version: number; unitIds: string[]; takes: Takes | null },
): Promise<Result<{ form: FormShape }>> {
  const opened = await openForm(tx, input.id, 'set-units')
  if (!opened.ok) return opened
  const loaded = opened.value
  if (loaded.row.version !== input.version) {
    return refuse('changed-meanwhile', {}, { data: { form: await formAfter(tx, input.id) } })
  }
  const choices = new Map((await unitChoicesFor(tx, loaded)).map((unit) => [unit.id, unit]))
  const wanted = [...new Set(input.unitIds)]
  if (wanted.some((id) => !choices.has(id))) return refuse('not-found', {}, { field: 'unitIds' })
  await writeChosen(tx, input.id, wanted)
  await tx.db
    .updateTable('report_form')
    .set({
      takes_task: input.takes !== null,
      takes_fact_id: input.takes?.factId ?? null,
      takes_occurrence: input.takes?.occurrence ?? null,
      version: loaded.row.version + 1,
      changed_at: tx.now,
    })
    .where('id', '=', input.id)
    .execute()
  await record(tx, 'report-form.units-set', recordedForm(loaded), { detail: { units: wanted.length } })
  return ok({ form: await formAfter(tx, input.id) })
}
