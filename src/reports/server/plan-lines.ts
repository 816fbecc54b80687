import { factsOf } from '../../mechanisms/documents/server/index.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import type { FormDefinition } from '../domain/form.ts'
import { proposedLines } from '../domain/propose.ts'

/** Lines that a plan's targets and tasks suggest. */
export async function linesOfPlan(tx: Tx, documentId: string): Promise<FormDefinition> {
  return proposedLines(await factsOf(tx, documentId, false))
}
