import { addDays, plainDate } from '../../kernel/plain-date.ts'
import { ok, type Result } from '../../kernel/result.ts'
import { cleanText } from '../../kernel/vietnamese-text.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import type { UnitShape } from '../unit-values.ts'
import { enterUnitEvent } from './enter-unit-event.ts'
import { NO_CHOICES } from './plan-unit-event.ts'
import { getUnit, unitShapeOf } from './units.ts'
import { eventId } from './write-unit-event.ts'

type Ending = { id: string; lastDay: string; reason: string }
type Ended = { unit: UnitShape; endedPosts: number; exemptedObligations: number }

/** Ends a unit without a successor: the event «giải thể», said by its last day and with the reason as a note. */
export async function endUnit(tx: Tx, input: Ending): Promise<Result<Ended>> {
  const event = {
    id: eventId(tx),
    on: addDays(plainDate(input.lastDay), 1),
    change: { kind: 'dissolved', unitId: input.id } as const,
    document: null,
    note: cleanText(input.reason).trim(),
    choices: NO_CHOICES,
  }
  const entered = await enterUnitEvent(tx, event)
  if (!entered.ok) return entered
  const { endedPosts, exemptedObligations } = entered.value
  return ok({ unit: unitShapeOf(await getUnit(tx, input.id)), endedPosts, exemptedObligations })
}
