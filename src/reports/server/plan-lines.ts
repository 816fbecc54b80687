import { tasksGiven } from '../../campaigns/server/index.ts'
import { factsOf } from '../../mechanisms/documents/server/index.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import type { FormDefinition } from '../domain/form.ts'
import { proposedLines } from '../domain/propose.ts'

/**
 * Lines that a plan's targets and tasks suggest to the units that report; as long as none are chosen, to all of the campaign. A task that
 * becomes a report is what the form itself answers, and nobody reports on a task that was not given to him.
 */
export async function linesOfPlan(
  tx: Tx,
  campaign: { id: string; documentId: string },
  reporting: readonly string[] = [],
): Promise<FormDefinition> {
  const units = new Set(reporting)
  const asked = new Set(
    (await tasksGiven(tx, campaign.id))
      .filter(({ becomes }) => becomes !== 'report')
      .filter(({ unitIds }) => unitIds.some((id) => units.size === 0 || units.has(id)))
      .map(({ factId }) => factId),
  )
  const facts = await factsOf(tx, campaign.documentId, false)
  return proposedLines(facts.filter((fact) => fact.kind !== 'task' || asked.has(fact.id)))
}
