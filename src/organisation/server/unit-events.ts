import { refusalSentence } from '../../kernel/refusals.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { unitPath } from '../../platform/database/unit-tree.ts'
import { whyMayNot } from '../domain/permissions.ts'
import { whyStands } from './take-back-unit-event.ts'
import { type EventShape, eventShapes } from './unit-event-words.ts'

export type UnitEvent = Omit<EventShape, 'parts'>

/** A unit's history as sentences, newest first, those that were taken back too. The last that stands may be taken back by an administrator. */
export async function unitEvents(tx: Tx, unitId: string): Promise<UnitEvent[]> {
  const rows = await tx.db
    .selectFrom('unit_event_unit')
    .select('event_id')
    .distinct()
    .where('unit_id', '=', unitId)
    .execute()
  const events = await eventShapes(
    tx,
    rows.map((row) => row.event_id),
    unitId,
  )
  const mine = whyMayNot(tx.actor, 'enter-unit-event', { unit: await unitPath(tx, unitId) }) === undefined
  const last = events.findLast((event) => event.takenBack === null)
  const shown = await Promise.all(
    events.map(async ({ parts, ...event }): Promise<UnitEvent> => {
      if (!mine || event.id !== last?.id) return event
      const why = await whyStands(
        tx,
        event.id,
        parts.map((part) => part.unitId),
      )
      const whyNot = why === undefined ? null : refusalSentence(why.code, why.values)
      return { ...event, actions: { 'take-back': { whyNot } } }
    }),
  )
  return shown.reverse()
}
