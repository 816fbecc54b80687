import { ok, type Result, refuse } from '../../kernel/result.ts'
import { type PaperEntry, paperEntry, type SubmissionDesk } from '../../mechanisms/submissions/server/index.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import type { FormShape } from '../contract.ts'
import { reportContext } from './report-context.ts'

export type PaperForm = Omit<PaperEntry, 'kind'> & {
  form: { title: string; periodName: string; versionNo: number; definition: FormShape['definition'] }
}

/** The form a unit's report on paper is typed into, with what the receiver needs for it; nothing of what the unit itself is writing. */
export function paperForm(desk: SubmissionDesk) {
  return async (tx: Tx, input: { obligationId: string }): Promise<Result<PaperForm>> => {
    const entry = await paperEntry(desk)(tx, input)
    if (!entry.ok) return entry
    const { kind, ...rest } = entry.value
    if (kind !== 'report') return refuse('not-found')
    const context = await reportContext(tx, input.obligationId)
    if (!context) return refuse('report-without-form', { office: rest.obligation.owedToUnitName })
    const { form, versionNo } = context
    const definition = context.definition as FormShape['definition']
    return ok({ ...rest, form: { title: form.title, periodName: form.period_name, versionNo, definition } })
  }
}
