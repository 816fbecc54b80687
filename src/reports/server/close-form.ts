import { formatDate, plainDate } from '../../kernel/plain-date.ts'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import { record } from '../../mechanisms/record/server/index.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import type { FormShape } from '../contract.ts'
import { openForm, recordedForm } from './load-form.ts'
import { formAfter } from './show-form.ts'

type Closing = { id: string; reason: string; graceUntil: string | null; graceReason: string }

/**
 * Closes the period: nothing more is taken, but for reports of which something is typed already, until the last day of grace. What units
 * did not send stays owed and unsent: closing waives nothing by itself.
 */
export async function closeForm(tx: Tx, input: Closing): Promise<Result<{ form: FormShape }>> {
  const opened = await openForm(tx, input.id, 'close')
  if (!opened.ok) return opened
  const grace = input.graceUntil === null ? null : plainDate(input.graceUntil)
  if (grace !== null && grace < tx.today) {
    return refuse('day-before-today', { day: formatDate(grace) }, { field: 'graceUntil' })
  }
  if (grace !== null && input.graceReason === '') {
    return refuse('reason-needed', { what: 'gia thêm ngày' }, { field: 'graceReason' })
  }
  await tx.db
    .updateTable('report_form')
    .set({
      state: 'closed',
      closed_on: tx.today,
      close_reason: input.reason,
      grace_until: grace,
      grace_reason: grace === null ? null : input.graceReason,
      changed_at: tx.now,
      version: opened.value.row.version + 1,
    })
    .where('id', '=', input.id)
    .execute()
  await record(tx, 'report-form.closed', recordedForm(opened.value), {
    unitId: opened.value.row.unit_id,
    detail: {
      reason: input.reason,
      grace:
        grace === null ? '' : `; bản đang nhập dở được gửi đến hết ngày ${formatDate(grace)}: ${input.graceReason}`,
    },
  })
  return ok({ form: await formAfter(tx, input.id) })
}

/** Takes reports again. */
export async function reopenForm(tx: Tx, input: { id: string; reason: string }): Promise<Result<{ form: FormShape }>> {
  const opened = await openForm(tx, input.id, 'reopen')
  if (!opened.ok) return opened
  await tx.db
    .updateTable('report_form')
    .set({
      state: 'published',
      closed_on: null,
      close_reason: null,
      grace_until: null,
      grace_reason: null,
      changed_at: tx.now,
      version: opened.value.row.version + 1,
    })
    .where('id', '=', input.id)
    .execute()
  await record(tx, 'report-form.reopened', recordedForm(opened.value), {
    unitId: opened.value.row.unit_id,
    detail: { reason: input.reason },
  })
  return ok({ form: await formAfter(tx, input.id) })
}
