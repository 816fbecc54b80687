import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { ObligationThings } from '../../../mechanisms/obligations/server/index.ts'
import { actorName, record } from '../../../mechanisms/record/server/index.ts'
import { jsonText } from '../../../platform/database/json-text.ts'
import type { Tx } from '../../../platform/database/unit-of-work.ts'
import type { AssembledText } from '../../assembly-contract.ts'
import { partWords } from '../../domain/assembly.ts'
import { recordedForm } from '../load-form.ts'
import { type AskedOfLine, findText, type OpenedLine, openLine, partsOfLine } from './assembled-line.ts'

/** The texts of the units as one to begin from: each under the name of its unit, in the order of the tree. */
export function proposedText(things: ObligationThings) {
  return async (tx: Tx, input: AskedOfLine): Promise<Result<{ text: string; units: number }>> => {
    const opened = await openLine(tx, input)
    if (!opened.ok) return opened
    const parts = await partsOfLine(tx, things, opened.value)
    const told = parts.flatMap((part) => partWords(part.unitName, part.value) ?? [])
    return ok({ text: told.join('\n\n'), units: told.length })
  }
}

type Saving = AskedOfLine & { version: number; text: string }

/**
 * Saves what was made of a line for the superior's own report, and which sendings it was made from. Of two who edit at once the second is
 * shown what the first wrote.
 */
export function saveAssembledText(things: ObligationThings) {
  return async (tx: Tx, input: Saving): Promise<Result<{ text: AssembledText }>> => {
    const opened = await openLine(tx, input, 'edit')
    if (!opened.ok) return opened
    const line = opened.value
    const there = (await findText(tx, line))?.text
    if (there?.text === input.text && there.version === input.version + 1) return ok({ text: there })
    if ((there?.version ?? 0) !== input.version) return changed(there)
    const parts = await partsOfLine(tx, things, line)
    const written = {
      text: input.text,
      sources: jsonText(Object.fromEntries(parts.map((part) => [part.submissionId, part.sentNo]))),
      changed_by_name: actorName(tx.actor),
      changed_at: tx.now,
    }
    const key = { form_id: line.form.row.id, unit_id: line.branch.unit.id, line_key: line.asked.line.key }
    const saved = await tx.db
      .insertInto('report_assembly')
      .values({ ...key, unit_no: line.branch.unit.no, ...written })
      .onConflict((conflict) =>
        conflict
          .columns(['form_id', 'unit_id', 'line_key'])
          .doUpdateSet((eb) => ({ ...written, version: eb('report_assembly.version', '+', 1) }))
          .where('report_assembly.version', '=', input.version),
      )
      .returning('version')
      .executeTakeFirst()
    const now = (await findText(tx, line))?.text
    if (!saved || !now) return changed(now)
    await noteSaved(tx, line)
    return ok({ text: now })
  }
}

function changed(there: AssembledText | undefined) {
  return refuse('changed-meanwhile', {}, { field: 'text', data: { text: there ?? null } })
}

async function noteSaved(tx: Tx, { form, branch, asked }: OpenedLine): Promise<void> {
  const detail = { line: asked.line.label, unit: branch.unit.name }
  await record(tx, 'report-form.text-assembled', recordedForm(form), { unitId: branch.unit.id, detail })
}
